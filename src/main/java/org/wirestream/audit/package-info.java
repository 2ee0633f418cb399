/** Who did what to a pipeline's input: {@code wire.audit}. */
@NullMarked
package org.wirestream.audit;

import org.jspecify.annotations.NullMarked;
