/** Hand-made annotations, the same shape for predictions, and the measures between the two. */
@NullMarked
package org.wirestream.quality;

import org.jspecify.annotations.NullMarked;
