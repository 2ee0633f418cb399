package org.wirestream.status;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.stream.Backlog;
import org.wirestream.stream.Pipeline;
import org.wirestream.topics.ClusterHealth;
import org.wirestream.topics.TopicAdmin;

/**
 * Reads how far the pipeline is from what the cluster knows: no instance is asked, and no group is joined. The seconds come from
 * the first record that waits, of which one a partition is read. For one thread.
 */
public final class StatusReader implements AutoCloseable {
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);

    private final String applicationId;
    private final ClusterHealth cluster;
    private final Backlog backlog;
    private final Consumer<byte[], byte[]> consumer;

    /**
     * Looks at the pipeline of the settings.
     *
     * @throws org.wirestream.topics.BrokerUnreachableException when the cluster does not answer
     * @throws org.wirestream.topics.MissingTopicsException when there is no input topic
     */
    public StatusReader(Settings settings) {
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            admin.requireAll(List.of(Pipeline.topicNames(settings).raw()));
        }
        applicationId = settings.get(SettingKey.APPLICATION_ID);
        Map<String, Object> properties = new HashMap<>(settings.consumerProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        backlog = new Backlog(settings);
        cluster = new ClusterHealth(settings.adminProperties());
    }

    /**
     * Reads it now.
     *
     * @throws org.wirestream.topics.BrokerUnreachableException when the cluster does not answer
     */
    public Status read() throws InterruptedException {
        Optional<ClusterHealth.Group> group = cluster.group(applicationId);
        List<Status.Partition> partitions = new ArrayList<>();
        for (Backlog.PartitionLag lag : backlog.partitions()) {
            partitions.add(partition(lag));
        }
        return Status.of(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                applicationId,
                group.map(ClusterHealth.Group::state).orElse(null),
                group.map(ClusterHealth.Group::members).orElse(0),
                partitions);
    }

    private Status.Partition partition(Backlog.PartitionLag lag) {
        OptionalLong first = lag.records() == 0 ? OptionalLong.empty() : firstWaiting(lag);
        double seconds = first.isEmpty() ? 0 : Math.max(0, (System.currentTimeMillis() - first.getAsLong()) / 1000.0);
        // What has no record left to read was only markers of transactions.
        return new Status.Partition(
                lag.topic(), lag.partition(), lag.committed(), lag.end(), first.isEmpty() ? 0 : lag.records(), seconds);
    }

    /** The timestamp of the first record that is not yet processed. */
    private OptionalLong firstWaiting(Backlog.PartitionLag lag) {
        TopicPartition partition = new TopicPartition(lag.topic(), lag.partition());
        consumer.assign(List.of(partition));
        if (lag.committed() == null) {
            consumer.seekToBeginning(List.of(partition));
        } else {
            consumer.seek(partition, lag.committed());
        }
        long deadline = System.nanoTime() + READ_TIMEOUT.toNanos();
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                return OptionalLong.of(record.timestamp());
            }
            if (consumer.position(partition) >= lag.end()) {
                return OptionalLong.empty();
            }
        }
        throw new IllegalStateException("%s could be asked, but no record of it was read within %d s; check its brokers"
                .formatted(partition, READ_TIMEOUT.toSeconds()));
    }

    @Override
    public void close() {
        consumer.close();
        backlog.close();
        cluster.close();
    }
}
