/** Date expressions to ISO 8601, resolved against the item's own date. */
@NullMarked
package org.wirestream.time;

import org.jspecify.annotations.NullMarked;
