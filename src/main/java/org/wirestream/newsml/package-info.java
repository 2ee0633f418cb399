/** Enriched items as NewsML-G2 documents, for newsroom systems that take XML. */
@NullMarked
package org.wirestream.newsml;

import org.jspecify.annotations.NullMarked;
