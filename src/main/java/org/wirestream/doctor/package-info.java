/** What keeps a pipeline from working here, and how to mend it. */
@NullMarked
package org.wirestream.doctor;

import org.jspecify.annotations.NullMarked;
