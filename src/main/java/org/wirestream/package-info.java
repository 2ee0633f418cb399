/** The enricher as a library: one entry, {@code Enricher}, with no Kafka in sight. */
@NullMarked
package org.wirestream;

import org.jspecify.annotations.NullMarked;
