/** Taking a pipeline back to an earlier point of its input. */
@NullMarked
package org.wirestream.reset;

import org.jspecify.annotations.NullMarked;
