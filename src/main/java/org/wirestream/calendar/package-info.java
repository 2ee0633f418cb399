/** Dated events as an iCalendar object. */
@NullMarked
package org.wirestream.calendar;

import org.jspecify.annotations.NullMarked;
