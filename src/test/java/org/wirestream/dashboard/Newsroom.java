package org.wirestream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.wirestream.Enricher;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.stream.Backlog;
import org.wirestream.stream.DeadLetters;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.WireStreams;
import org.wirestream.topics.TopicAdmin;

/** A broker, the pipeline and a dashboard in this process, fed and asked as their users do. */
final class Newsroom implements AutoCloseable {
    private static final Path SEED = Path.of("seeds/sco-astana-2017-communique.txt");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final EmbeddedBroker broker;
    private final Path directory;
    private final WireStreams streams;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Dashboard dashboard;
    private final HttpClient http = HttpClient.newHttpClient();

    private Newsroom(EmbeddedBroker broker, Path directory) throws InterruptedException {
        this.broker = broker;
        this.directory = directory;
        Settings settings = settings(Map.of());
        Enricher enricher = Pipeline.enricher(settings);
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            admin.apply(Pipeline.topics(settings, enricher.desks().ids()), "wire.", 1, false);
        }
        streams = Pipeline.instance(settings, enricher);
        streams.start();
        assertThat(streams.awaitRunning(PATIENCE)).isTrue();
        producer = new KafkaProducer<>(
                settings.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer());
        dashboard = Dashboard.start(settings);
    }

    static Newsroom open(Path directory) throws InterruptedException {
        return new Newsroom(EmbeddedBroker.start(directory.resolve("broker"), 0), directory);
    }

    private Settings settings(Map<String, String> more) {
        Map<String, String> flags = new HashMap<>(Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "state.dir", directory.resolve("state").toString(),
                "replication.factor", "1",
                "threads", "1",
                "dashboard.port", "0"));
        flags.putAll(more);
        return Settings.load(flags, Map.of(), null);
    }

    /** One more dashboard on the same cluster. */
    Dashboard another(Map<String, String> settings) {
        return Dashboard.start(settings(settings));
    }

    /** Where the dashboard is, without a slash at its end. */
    String address() {
        return dashboard.url().replaceAll("/$", "");
    }

    void sendSeed() throws IOException {
        send(new ProducerRecord<>("wire.raw", null, Files.readAllBytes(SEED)));
    }

    /** Sends a version of an item with its own time. */
    void send(String id, int version, String time, String headline, String body) {
        ProducerRecord<byte[], byte[]> raw = new ProducerRecord<>("wire.raw", bytes(id), bytes(headline + "\n" + body));
        raw.headers().add("wire-version", bytes(Integer.toString(version)));
        raw.headers().add("wire-date", bytes(time));
        send(raw);
    }

    void withdraw(String id) {
        send(new ProducerRecord<>("wire.raw", bytes(id), null));
    }

    void sendRaw(String value) {
        send(new ProducerRecord<>("wire.raw", null, bytes(value)));
    }

    /** Publishes a record of {@code wire.items} as another pipeline would; null withdraws the item. */
    void publish(String id, byte @Nullable [] value, @Nullable Integer partition) {
        send(new ProducerRecord<>("wire.items", partition, bytes(id), value));
    }

    /** Writes a dead letter as another program would. */
    void deadLetter(String reason, String message) {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>("wire.dlq", null, bytes("x"));
        letter.headers().add(DeadLetters.REASON, bytes(reason)).add(DeadLetters.MESSAGE, bytes(message));
        send(letter);
    }

    /** Gives a topic one more partition, and returns its number. */
    int addPartition(String topic) throws Exception {
        try (Admin admin = Admin.create(settings(Map.of()).adminProperties())) {
            int partitions = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions + 1)))
                    .all()
                    .get();
            return partitions;
        }
    }

    private void send(ProducerRecord<byte[], byte[]> raw) {
        try {
            producer.send(raw).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the pipeline has nothing left and the dashboard shows so many items. */
    void awaitItems(int number) throws InterruptedException {
        try (Backlog backlog = new Backlog(settings(Map.of()))) {
            await("an empty backlog", () -> {
                try {
                    return backlog.isEmpty();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        await(
                number + " items",
                () -> json("/api/items?limit=0").path("kept").asInt() == number
                        && json("/api/pipeline").path("reader").path("lag").asInt() == 0);
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time for " + what).isLessThan(deadline);
            Thread.sleep(100);
        }
    }

    JsonNode json(String path) {
        try {
            return MAPPER.readTree(get(path).body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        return getAt(address(), path, headers);
    }

    HttpResponse<String> getAt(String address, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What a day's counts topic says: by label, the measure that is asked for. */
    Map<String, Long> counts(String kind, String day, String measure) {
        return topic("wire.counts." + kind, day, "label", measure);
    }

    /** What a topic of totals says: by label. */
    Map<String, Long> totals(String kind, String measure) {
        return topic("wire.counts.total." + kind, null, "label", measure);
    }

    Map<String, Long> topic(String topic, @Nullable String day, String name, String measure) {
        Map<String, JsonNode> latest = new TreeMap<>();
        Map<String, Object> properties = new HashMap<>(settings(Map.of()).consumerProperties());
        properties.put("isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(topic).forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    String key = new String(record.key(), StandardCharsets.UTF_8);
                    if (record.value() == null) {
                        latest.remove(key);
                    } else {
                        latest.put(key, MAPPER.readTree(record.value()));
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Map<String, Long> counts = new TreeMap<>();
        latest.values().stream()
                .filter(count -> day == null || count.path("day").asText().equals(day))
                .forEach(count -> counts.put(
                        count.path(name).asText(), count.path(measure).asLong()));
        return counts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        dashboard.close();
        producer.close();
        streams.close();
        broker.close();
    }
}
