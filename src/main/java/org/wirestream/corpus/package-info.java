/** The annotated training text of {@code src/corpus}: its format, read into the shape of the gold. */
@NullMarked
package org.wirestream.corpus;

import org.jspecify.annotations.NullMarked;
