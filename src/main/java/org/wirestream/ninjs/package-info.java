/** Records to and from ninjs 3.2 JSON and the {@code enrichment} extension. */
@NullMarked
package org.wirestream.ninjs;

import org.jspecify.annotations.NullMarked;
