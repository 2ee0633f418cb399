/** A real Kafka broker (KRaft) inside the process. */
@NullMarked
package org.wirestream.broker;

import org.jspecify.annotations.NullMarked;
