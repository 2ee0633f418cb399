package org.wirestream.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.wirestream.config.CommandConsumer;
import org.wirestream.config.Settings;
import org.wirestream.topics.TopicAdmin;

/** The topic that records are replayed from. For one thread. */
final class TopicSource implements AutoCloseable {
    private final String topic;
    private final String cluster;
    private final Consumer<byte @Nullable [], byte @Nullable []> consumer;
    private final Map<TopicPartition, Long> beginnings;

    /**
     * Opens it.
     *
     * @throws org.wirestream.topics.MissingTopicsException when there is no such topic
     * @throws org.wirestream.topics.BrokerUnreachableException when no broker answers
     */
    TopicSource(Settings settings, String topic) {
        this.topic = topic;
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            admin.requireAll(List.of(topic));
            cluster = admin.clusterId();
        }
        Map<String, Object> properties = CommandConsumer.properties(settings, "wirestream-replay");
        // What retention takes while it is to be read must be missed, not passed over.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        consumer = new KafkaConsumer<>(properties);
        beginnings = consumer.beginningOffsets(partitions());
    }

    private List<TopicPartition> partitions() {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    String cluster() {
        return cluster;
    }

    /** Where what is chosen lies, among what is committed now. */
    Map<Integer, MergedReader.Stretch> stretches(TopicSelection selection) {
        List<TopicPartition> partitions = partitions();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, @Nullable OffsetAndTimestamp> times = times(selection.since(), partitions);
        Map<Integer, MergedReader.Stretch> stretches = new TreeMap<>();
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp at = times.get(partition);
            long since = selection.since() == null ? 0 : at == null ? end : at.offset();
            stretches.put(
                    partition.partition(),
                    new MergedReader.Stretch(
                            Math.max(
                                    Math.max(since, selection.first(partition.partition())),
                                    beginnings.getOrDefault(partition, 0L)),
                            Math.min(end, selection.end(partition.partition()))));
        });
        return stretches;
    }

    private Map<TopicPartition, @Nullable OffsetAndTimestamp> times(
            @Nullable Instant since, List<TopicPartition> partitions) {
        if (since == null) {
            return Map.of();
        }
        long time = since.toEpochMilli();
        return consumer.offsetsForTimes(partitions.stream().collect(Collectors.toMap(p -> p, p -> time)));
    }

    /** The place before which a partition's records are gone. */
    long beginning(int partition) {
        return beginnings.getOrDefault(new TopicPartition(topic, partition), 0L);
    }

    /** Whether a record is the copy of one that still stands here. */
    boolean stillHas(@Nullable ReplayOrigin origin) {
        return origin != null
                && origin.cluster().equals(cluster)
                && origin.topic().equals(topic)
                && origin.offset() >= beginning(origin.partition());
    }

    MergedReader read(Map<Integer, MergedReader.Stretch> stretches) {
        return new MergedReader(consumer, topic, stretches);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
