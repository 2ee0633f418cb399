/** The bench: how fast the enricher and the pipeline are, compared inside one run. */
@NullMarked
package org.wirestream.bench;

import org.jspecify.annotations.NullMarked;
