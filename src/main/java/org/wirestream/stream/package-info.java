/** The Kafka Streams topology, its serdes, state and error handling. */
@NullMarked
package org.wirestream.stream;

import org.jspecify.annotations.NullMarked;
