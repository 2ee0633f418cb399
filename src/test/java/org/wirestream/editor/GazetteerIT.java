package org.wirestream.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.gazetteer.GazetteerEntry;
import org.wirestream.gazetteer.GazetteerFormat;
import org.wirestream.gazetteer.InvalidEntryException;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.WireStreams;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.watch.TopicTail;

/** An editor's change on a real broker with two instances of the pipeline, and after they are started anew. */
class GazetteerIT {
    private static final Enricher ENRICHER = Enricher.load(Engine.FAST);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SECONDS = Duration.ofSeconds(10);
    private static final String TEXT = "新华社东京3月1日电 玄穹号3月1日抵达月球。";
    private static final int ITEMS = 24;

    @TempDir
    Path directory;

    private final Map<String, String> items = new TreeMap<>();

    @Test
    void shouldReachEveryInstanceWithoutARestartAndHoldAfterOne() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
            Settings settings = settings(broker, "a");
            try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
                admin.apply(Pipeline.topics(settings, ENRICHER.desks().ids()), "wire.", 1, false);
            }
            GazetteerEditor editor = new GazetteerEditor(settings);
            try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                            settings.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer());
                    TopicTail tail = new TopicTail(settings, List.of("wire.items"))) {
                try (WireStreams one = start(settings);
                        WireStreams two = start(settings(broker, "b"))) {
                    await(() -> sharing(settings) == 2);
                    send(producer, "before");
                    await(() -> read(tail, "before") == ITEMS);
                    assertThat(items.values()).noneMatch(item -> item.contains("\"editor\""));

                    broken(producer);
                    assertThat(editor.put(List.of(entry("玄穹号", "EVENT")))).isEqualTo(1);
                    Thread.sleep(SECONDS.toMillis());
                    send(producer, "after");
                    await(() -> read(tail, "after") == ITEMS);
                    assertThat(items.entrySet())
                            .filteredOn(item -> item.getKey().contains("after"))
                            .hasSize(ITEMS)
                            .allMatch(item -> item.getValue().contains("\"editor\""));
                    assertThat(one.failure()).isNull();
                    assertThat(two.failure()).isNull();
                }
                assertThat(editor.contents().broken()).containsOnlyKeys("坏的");
                assertThat(editor.put(List.of(entry("玄穹号", "EVENT")))).isZero();
                assertThatThrownBy(() -> editor.put(List.of(entry("月球车", "ORG", "玄穹号"))))
                        .isInstanceOf(InvalidEntryException.class)
                        .hasMessageContaining("玄穹号 belongs to the entries");
                try (WireStreams again = start(settings)) {
                    send(producer, "before");
                    await(() -> read(tail, "before") == ITEMS
                            && items.values().stream().allMatch(item -> item.contains("\"editor\"")));
                    assertThat(again.failure()).isNull();
                }
            }
        }
    }

    private static GazetteerEntry entry(String name, String type, String... aliases) {
        try {
            return GazetteerFormat.check(name, type, null, List.of(aliases), null, null);
        } catch (InvalidEntryException e) {
            throw new AssertionError(e);
        }
    }

    private Settings settings(EmbeddedBroker broker, String instance) {
        return Settings.load(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "state.dir", directory.resolve("state-" + instance).toString(),
                        "replication.factor", "1",
                        "engine", "fast",
                        "threads", "1"),
                Map.of(),
                null);
    }

    private static WireStreams start(Settings settings) throws InterruptedException {
        WireStreams streams = Pipeline.instance(settings, ENRICHER);
        streams.start();
        assertThat(streams.awaitRunning(PATIENCE)).isTrue();
        return streams;
    }

    /** How many members of the group have some of the partitions by which items are enriched. */
    private static long sharing(Settings settings) {
        try (Admin admin = Admin.create(settings.adminProperties())) {
            return admin
                    .describeConsumerGroups(List.of("wirestream"))
                    .describedGroups()
                    .get("wirestream")
                    .get()
                    .members()
                    .stream()
                    .map(MemberDescription::assignment)
                    .filter(assignment -> assignment.topicPartitions().stream()
                            .anyMatch(partition -> partition.topic().equals("wirestream-items-by-id-repartition")))
                    .count();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, String name) throws Exception {
        for (int i = 0; i < ITEMS; i++) {
            producer.send(new ProducerRecord<>(
                            "wire.raw", bytes("urn:test:%s:%d".formatted(name, i)), bytes(TEXT + name + i)))
                    .get();
        }
    }

    private static void broken(KafkaProducer<byte[], byte[]> producer) throws Exception {
        producer.send(new ProducerRecord<>("wire.gazetteer", bytes("坏的"), bytes("{\"name\":")))
                .get();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private long read(TopicTail tail, String name) {
        tail.poll(
                Duration.ofMillis(200),
                item -> items.put(
                        new String(item.key(), StandardCharsets.UTF_8),
                        new String(item.value(), StandardCharsets.UTF_8)));
        return items.keySet().stream().filter(id -> id.contains(name)).count();
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                Map<String, Long> found = new HashMap<>(items.keySet().stream()
                        .collect(Collectors.groupingBy(id -> id.split(":", -1)[2], Collectors.counting())));
                throw new AssertionError("waited in vain; items found: " + found);
            }
            Thread.sleep(100);
        }
    }
}
