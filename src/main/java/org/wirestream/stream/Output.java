package org.wirestream.stream;

import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** What a processor sends on; each kind goes to its own topics. */
sealed interface Output {
    /** A record for one topic; a null value is a tombstone. */
    record ToTopic(Kind kind, String topic, @Nullable Bytes value) implements Output {}

    /** Changes of counts of one shard, as {@link CountRows} writes them. */
    record CountChanges(Bytes rows) implements Output {}

    /**
     * A raw record with the id of its item as key.
     *
     * @param home whether it is on the partition where the item's versions meet
     */
    record Identified(boolean home, @Nullable Bytes value) implements Output {}

    /** The kinds of output topics. */
    enum Kind {
        ITEM,
        NINJS,
        PARAGRAPH,
        DESK,
        DEAD_LETTER
    }
}
