package org.wirestream.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;

/** How much of the input the pipeline has still to process, as the cluster knows it. */
public final class Backlog implements AutoCloseable {
    /** The marker that ends a transaction takes an offset that no consumer commits. */
    private static final long TRANSACTION_MARKER = 1;

    private final Admin admin;
    private final String group;
    private final List<String> topics;

    /** Looks at the pipeline of the settings. */
    public Backlog(Settings settings) {
        admin = Admin.create(settings.adminProperties());
        group = settings.get(SettingKey.APPLICATION_ID);
        topics = List.of(
                Pipeline.topicNames(settings).raw(),
                group + "-items-by-id-repartition",
                group + "-counts-by-key-repartition");
    }

    /**
     * What is left of one partition.
     *
     * @param committed the offset that the pipeline has committed; null when none yet
     * @param end one past the last committed record
     * @param records how many records are left, as far as offsets tell
     */
    public record PartitionLag(
            String topic, int partition, @Nullable Long committed, long end, long records) {}

    /** Whether every committed input record was processed, and what it caused too. */
    public boolean isEmpty() throws InterruptedException {
        return partitions().stream().allMatch(partition -> partition.records() == 0);
    }

    /**
     * What is left of the raw topic and of the topics between the pipeline's parts, by topic and partition. Topics that do not exist
     * yet are left out.
     *
     * @throws IllegalStateException when the cluster does not answer
     */
    public List<PartitionLag> partitions() throws InterruptedException {
        try {
            // Before the ends: what a committed input has caused is there by then, so that nothing on its way is
            // missed.
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            for (TopicDescription topic : existing()) {
                topic.partitions()
                        .forEach(p -> ends.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
            }
            Map<TopicPartition, ListOffsetsResultInfo> latest = admin.listOffsets(
                            ends, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get();
            return latest.entrySet().stream()
                    .map(end -> lag(end.getKey(), end.getValue().offset(), committed.get(end.getKey())))
                    .sorted(Comparator.comparingInt((PartitionLag lag) -> topics.indexOf(lag.topic()))
                            .thenComparingInt(PartitionLag::partition))
                    .toList();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the backlog cannot be read: " + e.getMessage(), e);
        }
    }

    private List<TopicDescription> existing() throws InterruptedException, ExecutionException {
        List<TopicDescription> existing = new ArrayList<>();
        for (KafkaFuture<TopicDescription> topic :
                admin.describeTopics(topics).topicNameValues().values()) {
            try {
                existing.add(topic.get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return existing;
    }

    private PartitionLag lag(TopicPartition partition, long end, @Nullable OffsetAndMetadata committed) {
        Long offset = committed == null ? null : committed.offset();
        long behind = end - (offset == null ? 0 : offset);
        long markers = partition.topic().equals(topics.get(0)) ? 0 : TRANSACTION_MARKER;
        return new PartitionLag(partition.topic(), partition.partition(), offset, end, behind <= markers ? 0 : behind);
    }

    @Override
    public void close() {
        admin.close();
    }
}
