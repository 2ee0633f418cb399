/** The enriched item as immutable records; no behaviour beyond small look-ups. */
@NullMarked
package org.wirestream.document;

import org.jspecify.annotations.NullMarked;
