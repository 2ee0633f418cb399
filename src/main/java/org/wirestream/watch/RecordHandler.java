package org.wirestream.watch;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes records one at a time. */
public interface RecordHandler {
    /** Takes a record, and returns whether it wants another. */
    boolean handle(ConsumerRecord<byte @Nullable [], byte @Nullable []> message);
}
