package org.wirestream.stream;

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
import org.apache.kafka.common.TopicPartition;
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

    /** Whether every committed input record was processed, and what it caused too. */
    public boolean isEmpty() throws InterruptedException {
        try {
            // Before the ends: what a committed input has caused is there by then, so that nothing on its way is
            // missed.
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            for (TopicDescription topic :
                    admin.describeTopics(topics).allTopicNames().get().values()) {
                topic.partitions()
                        .forEach(p -> ends.put(new TopicPartition(topic.name(), p.partition()), OffsetSpec.latest()));
            }
            Map<TopicPartition, ListOffsetsResultInfo> latest = admin.listOffsets(
                            ends, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                    .all()
                    .get();
            return latest.entrySet().stream()
                    .allMatch(end -> isProcessed(end.getKey(), end.getValue().offset(), committed.get(end.getKey())));
        } catch (ExecutionException e) {
            throw new IllegalStateException("the backlog cannot be read: " + e.getMessage(), e);
        }
    }

    private boolean isProcessed(TopicPartition partition, long end, @Nullable OffsetAndMetadata committed) {
        long behind = end - (committed == null ? 0 : committed.offset());
        return behind <= (partition.topic().equals(topics.get(0)) ? 0 : TRANSACTION_MARKER);
    }

    @Override
    public void close() {
        admin.close();
    }
}
