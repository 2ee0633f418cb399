/** Reading topics for people: from where, how much, and each record in a line or as JSON. */
@NullMarked
package org.wirestream.watch;

import org.jspecify.annotations.NullMarked;
