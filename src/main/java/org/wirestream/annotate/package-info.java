/** Enrichment without a broker: texts in, records out, by the same code as the pipeline's. */
@NullMarked
package org.wirestream.annotate;

import org.jspecify.annotations.NullMarked;
