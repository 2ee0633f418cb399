package org.wirestream.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.stream.FaultyClients.Fault;
import org.wirestream.stream.FaultyClients.When;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.watch.StartPoint;
import org.wirestream.watch.TopicReader;

/** Calls to Kafka that fail at every step: the pipeline comes back with exact results, or stops with a reason; it never hangs. */
@Timeout(240)
class FaultInjectionIT {
    private static final Enricher ENRICHER = Enricher.load(Engine.FAST);
    private static final Duration MOST = Duration.ofSeconds(90);

    @TempDir
    static Path data;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(data.resolve("broker"), 0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    private static Settings settings(String name) {
        Settings settings = Settings.load(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "topic.prefix",
                        name + ".",
                        "application.id",
                        name,
                        "state.dir",
                        data.resolve(name).toString(),
                        "threads",
                        "1",
                        // A thread that died is missed for this long.
                        "kafka.consumer.session.timeout.ms",
                        "6000"),
                Map.of(),
                null);
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            admin.apply(Pipeline.topics(settings, ENRICHER.desks().ids()), name + ".", 1, false);
        }
        return settings;
    }

    private static void send(Settings settings, int item) throws Exception {
        Map<String, Object> properties = new HashMap<>(settings.producerProperties());
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Pipeline.topicNames(settings).raw(),
                            null,
                            1_772_424_000_000L,
                            ("urn:x:" + item).getBytes(UTF_8),
                            "第%d条\n新华社里斯本3月1日电 葡萄牙总统会见联合国秘书长。".formatted(item).getBytes(UTF_8)))
                    .get();
        }
    }

    private static List<String> read(Settings settings, String topic) {
        List<String> values = new ArrayList<>();
        new TopicReader(settings)
                .read(
                        new TopicReader.Request(topic, StartPoint.BEGINNING, OptionalLong.empty(), true),
                        record -> values.add(record.value() == null ? "" : new String(record.value(), UTF_8)));
        return values;
    }

    private static Fault fault(String method, When when, Supplier<RuntimeException> exception) {
        return new Fault(method, when, exception, 1);
    }

    @Test
    void shouldComeBackWithExactResultsWhereverACallFails() throws Exception {
        List<Fault> faults = List.of(
                fault("send", When.BEFORE, () -> new KafkaException(new ProducerFencedException("injected"))),
                fault("send", When.AFTER, () -> new KafkaException(new InvalidProducerEpochException("injected"))),
                fault("beginTransaction", When.BEFORE, () -> new ProducerFencedException("injected")),
                fault("sendOffsetsToTransaction", When.BEFORE, () -> new TimeoutException("injected")),
                fault("sendOffsetsToTransaction", When.AFTER, () -> new ProducerFencedException("injected")),
                fault("commitTransaction", When.BEFORE, () -> new TimeoutException("injected")),
                fault("commitTransaction", When.AFTER, () -> new ProducerFencedException("injected")),
                // Of these the stream thread dies, and it is replaced.
                fault("send", When.AFTER, () -> new KafkaException("injected")),
                fault("commitTransaction", When.AFTER, () -> new KafkaException("injected")),
                fault("poll", When.AFTER, () -> new KafkaException("injected")));
        Settings settings = settings("comesback");
        FaultyClients clients = new FaultyClients();
        try (WireStreams streams = Pipeline.instance(settings, ENRICHER, clients);
                Backlog backlog = new Backlog(settings)) {
            streams.start();
            assertThat(streams.awaitRunning(MOST)).isTrue();
            for (int i = 0; i < faults.size(); i++) {
                long begun = System.nanoTime();
                clients.inject(faults.get(i));
                send(settings, i);
                while (faults.get(i).fired() == 0 || !backlog.isEmpty()) {
                    assertThat(streams.failure()).isNull();
                    assertThat(Duration.ofNanos(System.nanoTime() - begun))
                            .as("time after fault %d, with %s", i, backlog.open())
                            .isLessThan(MOST);
                    Thread.sleep(20);
                }
            }
        }
        assertThat(read(settings, "items")).hasSize(faults.size());
        assertThat(read(settings, "dlq")).isEmpty();
        List<String> languages = read(settings, "counts.languages");
        assertThat(languages.get(languages.size() - 1)).contains("\"items\":" + faults.size() + ",");
    }

    @Test
    void shouldStopWithTheReasonWhenACallKeepsFailing() throws Exception {
        Settings settings = settings("stops");
        FaultyClients clients = new FaultyClients();
        clients.inject(new Fault(
                "commitTransaction", When.BEFORE, () -> new KafkaException("the disk is full"), Integer.MAX_VALUE));
        try (WireStreams streams = Pipeline.instance(settings, ENRICHER, clients)) {
            streams.start();
            long begun = System.nanoTime();
            send(settings, 1);
            streams.awaitStopped();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(MOST);
            assertThat(streams.failure()).isNotNull().hasStackTraceContaining("the disk is full");
            assertThat(streams.reason()).contains("commit", "the disk is full");
        }
        assertThat(read(settings, "items")).isEmpty();
    }
}
