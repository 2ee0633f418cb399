package org.wirestream.stream;

import java.time.Duration;
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
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.topics.TopicDefinition;

/** How much of the input the pipeline has still to process, as the cluster knows it. For one thread. */
public final class Backlog implements AutoCloseable {
    /** The marker that ends a transaction takes an offset that no consumer commits. */
    private static final long TRANSACTION_MARKER = 1;

    private static final Duration POLL = Duration.ofMillis(100);

    private final Admin admin;
    private final Consumer<byte[], byte[]> consumer;
    private final String group;
    private final List<String> topics;
    private final List<String> outputs;

    /** Looks at the pipeline of the settings. */
    public Backlog(Settings settings) {
        admin = Admin.create(settings.adminProperties());
        Map<String, Object> properties = new HashMap<>(settings.consumerProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        group = settings.get(SettingKey.APPLICATION_ID);
        topics = new ArrayList<>(List.of(Pipeline.topicNames(settings).raw()));
        topics.addAll(Pipeline.repartitionTopics(settings));
        outputs = Pipeline.topics(settings, Pipeline.desks(settings).ids()).stream()
                .map(TopicDefinition::name)
                .toList();
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

    /**
     * What is left of the raw topic and of the topics between the pipeline's parts, by topic and partition, as far as offsets tell:
     * no record is read. Topics that do not exist yet are left out.
     *
     * @throws IllegalStateException when the cluster does not answer
     */
    public List<PartitionLag> partitions() throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        try {
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
            throw unreadable(e);
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

    /** Whether every input record was processed, and readers of committed records see all that came of it. */
    public boolean isEmpty() throws InterruptedException {
        return isProcessed() && isDecided(outputs);
    }

    /** Where something is left to do, one line a partition: what is committed, what can be read, and what is there. */
    public List<String> open() throws InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        List<TopicPartition> all = partitionsOf(topics);
        Map<TopicPartition, Long> visible = consumer.endOffsets(all);
        Map<TopicPartition, Long> ends = ends(all);
        List<String> open = new ArrayList<>();
        for (TopicPartition partition : all) {
            OffsetAndMetadata place = committed.get(partition);
            long end = ends.getOrDefault(partition, 0L);
            if ((place == null ? 0 : place.offset()) < end) {
                open.add("%s: committed %s, readable up to %d, ends at %d"
                        .formatted(
                                partition,
                                place == null ? "nothing" : Long.toString(place.offset()),
                                visible.getOrDefault(partition, 0L),
                                end));
            }
        }
        return open;
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        try {
            admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        } catch (ExecutionException e) {
            throw unreadable(e);
        }
        return ends;
    }

    /**
     * Whether no transaction is open. One that a killed instance left open hides what stands behind it, however long committed,
     * until the broker ends it.
     */
    private boolean isDecided(List<String> names) throws InterruptedException {
        List<TopicPartition> partitions = partitionsOf(names);
        Map<TopicPartition, Long> visible = consumer.endOffsets(partitions);
        return ends(partitions).entrySet().stream()
                .allMatch(end -> visible.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    private List<TopicPartition> partitionsOf(List<String> names) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : names) {
            consumer.partitionsFor(topic)
                    .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        return partitions;
    }

    private boolean isProcessed() throws InterruptedException {
        // Before the ends: what a committed input has caused is there by then, so that nothing on its way is missed.
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        if (!isDecided(topics)) {
            return false;
        }
        List<TopicPartition> partitions = partitionsOf(topics);
        Map<TopicPartition, Long> behind = new HashMap<>(consumer.endOffsets(partitions));
        Map<TopicPartition, Long> from = new HashMap<>();
        consumer.beginningOffsets(partitions)
                .forEach((partition, begin) -> from.put(
                        partition,
                        committed.containsKey(partition)
                                ? Math.max(begin, committed.get(partition).offset())
                                : begin));
        behind.entrySet().removeIf(end -> from.getOrDefault(end.getKey(), 0L) >= end.getValue());
        return behind.isEmpty() || holdNoRecord(behind, from);
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() throws InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(ExecutionException e) {
        return new IllegalStateException("the backlog cannot be read: " + e.getMessage(), e);
    }

    /** The last offsets of a partition may be markers of transactions, or aborted records, which no consumer commits. */
    private boolean holdNoRecord(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> from) {
        consumer.assign(ends.keySet());
        ends.keySet().forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (!consumer.poll(POLL).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
