package org.wirestream.stream;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Where all versions of an item meet: the partition in which Kafka's Java clients would put its id as a key. A raw record that came
 * there by itself, keyed by the item's id, need not be sent to itself through another topic.
 */
final class ItemHome implements StreamPartitioner<Bytes, Bytes> {
    private final int partitions;

    /** @param partitions as many as the raw topic has, and so the topic by item, which Kafka Streams makes like it */
    ItemHome(int partitions) {
        this.partitions = partitions;
    }

    boolean is(int partition, Bytes id) {
        return partition == of(id, partitions);
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, Bytes id, Bytes value, int numPartitions) {
        return Optional.of(Set.of(of(id, numPartitions)));
    }

    private static int of(Bytes id, int partitions) {
        return Utils.toPositive(Utils.murmur2(id.get())) % partitions;
    }
}
