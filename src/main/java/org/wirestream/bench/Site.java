package org.wirestream.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.wirestream.Engine;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.RawHeaders;
import org.wirestream.subject.Desks;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.topics.TopicDefinition;

/** A broker of its own in a temporary directory, with the pipeline's topics and those of the loops beside it. */
final class Site implements AutoCloseable {
    /** As many as {@code wire.raw} has. */
    static final int PARTITIONS = 4;

    /** The broker's number. */
    private static final int NODE = 1;

    private static final String PREFIX = "bench.";

    /** What instances of one application have in common. */
    private static final List<SettingKey> SHARED =
            List.of(SettingKey.BOOTSTRAP_SERVERS, SettingKey.ENGINE, SettingKey.THREADS, SettingKey.REPLICATION_FACTOR);

    private final Path directory;
    private final EmbeddedBroker broker;
    private final Settings settings;

    private Site(Path directory, EmbeddedBroker broker, Settings settings) {
        this.directory = directory;
        this.broker = broker;
        this.settings = settings;
    }

    static Site open(Engine engine, int threads, Desks desks) throws IOException {
        return open(engine, threads, desks, PARTITIONS);
    }

    /** @param partitions of the raw topic, and so of what is repartitioned by it */
    static Site open(Engine engine, int threads, Desks desks, int partitions) throws IOException {
        Path directory = Files.createTempDirectory("wirestream-bench-");
        EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        Settings settings = Settings.load(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "state.dir", directory.resolve("state").toString(),
                        "engine", engine.id(),
                        "threads", Integer.toString(threads),
                        "replication.factor", "1"),
                Map.of(),
                null);
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            String raw = Pipeline.topicNames(settings).raw();
            List<TopicDefinition> topics = Pipeline.topics(settings, desks.ids()).stream()
                    .map(topic -> topic.name().equals(raw) ? withPartitions(topic, partitions) : topic)
                    .toList();
            admin.apply(topics, Pipeline.topicNames(settings).prefix(), 1, false);
            List<TopicDefinition> own = Stream.of(ClientLoop.Delivery.values())
                    .flatMap(each -> Stream.of(each.input(), each.output()))
                    .map(name -> new TopicDefinition(name, PARTITIONS, Map.of(), "item", "bytes", "bench"))
                    .toList();
            admin.apply(own, PREFIX, 1, false);
        }
        return new Site(directory, broker, settings);
    }

    private static TopicDefinition withPartitions(TopicDefinition topic, int partitions) {
        return new TopicDefinition(
                topic.name(), partitions, topic.configs(), topic.key(), topic.value(), topic.readers());
    }

    Settings settings() {
        return settings;
    }

    /** The settings of another instance of the same application. */
    Settings settingsOfAnother() {
        Map<String, String> other = new HashMap<>();
        for (SettingKey key : SHARED) {
            other.put(key.key(), settings.get(key));
        }
        other.put(SettingKey.STATE_DIR.key(), directory.resolve("another").toString());
        return Settings.load(other, Map.of(), null);
    }

    /** A producer as the pipeline's are. */
    KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> properties = settings.producerProperties();
        properties.put("compression.type", "zstd");
        properties.put("linger.ms", 5);
        properties.putAll(more);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The record by which a producer sends an item. */
    static ProducerRecord<byte[], byte[]> message(String topic, RawItem item) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, Keys.bytes(item.id()), item.value());
        message.headers().add(RawHeaders.CONTENT_TYPE, Keys.bytes(item.contentType()));
        String date = item.date();
        if (date != null) {
            message.headers().add(RawHeaders.DATE, Keys.bytes(date));
        }
        return message;
    }

    /** Sends items as fast as the broker takes them, and returns when it has them. */
    void send(String topic, List<RawItem> items) throws InterruptedException, ExecutionException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
            for (RawItem item : items) {
                sent.add(producer.send(message(topic, item)));
            }
        }
        await(sent);
    }

    /** How much the broker keeps of the pipeline's topics, those between its parts and the change logs of its state among them. */
    Report.Written written() throws InterruptedException, ExecutionException {
        String raw = Pipeline.topicNames(settings).raw();
        Map<TopicPartition, Long> bytes = new HashMap<>();
        try (Admin admin = Admin.create(settings.adminProperties())) {
            admin.describeLogDirs(List.of(NODE)).allDescriptions().get().values().stream()
                    .flatMap(directories -> directories.values().stream())
                    .flatMap(each -> each.replicaInfos().entrySet().stream())
                    .filter(each -> !each.getKey().topic().startsWith("_")
                            && !each.getKey().topic().startsWith(PREFIX))
                    .forEach(each -> bytes.put(each.getKey(), each.getValue().size()));
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            bytes.keySet().forEach(partition -> ends.put(partition, OffsetSpec.latest()));
            long records = admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
            return new Report.Written(
                    bytes.entrySet().stream()
                            .filter(each -> each.getKey().topic().equals(raw))
                            .mapToLong(Map.Entry::getValue)
                            .sum(),
                    bytes.values().stream().mapToLong(Long::longValue).sum(),
                    records);
        }
    }

    /** Waits until records are written. */
    static void await(List<Future<RecordMetadata>> sent) throws InterruptedException, ExecutionException {
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
    }

    @Override
    public void close() throws IOException {
        broker.close();
        delete(directory);
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
