package org.wirestream.reset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.audit.AuditEntry;
import org.wirestream.audit.AuditLog;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.stream.Backlog;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.WireStreams;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.watch.StartPoint;
import org.wirestream.watch.TopicReader;

/** A pipeline that is taken back and reads its history again, on a real broker. */
@Timeout(180)
class ResetIT {
    private static final Enricher ENRICHER = Enricher.load(Engine.FAST);

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"classic", "streams"})
    void shouldReadHistoryAgainWithOrWithoutItsState(String protocol) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"), 0)) {
            Settings settings = Settings.load(
                    Map.of(
                            "bootstrap.servers",
                            broker.bootstrapServers(),
                            "state.dir",
                            data.resolve("state").toString(),
                            "group.protocol",
                            protocol,
                            "threads",
                            "1"),
                    Map.of(),
                    null);
            try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
                admin.apply(Pipeline.topics(settings, ENRICHER.desks().ids()), "wire.", 1, false);
            }
            send(settings, "第一条\n新华社里斯本3月1日电 葡萄牙总统会见联合国秘书长。");
            send(settings, "第二条\n新华社里斯本3月2日电 葡萄牙总统会见联合国秘书长。");
            try (Reset reset = new Reset(settings)) {
                assertThat(reset.plan(StartPoint.BEGINNING, false).isEmpty()).isTrue();
                try (WireStreams streams = Pipeline.instance(settings, ENRICHER)) {
                    process(settings, streams);
                    assertThatThrownBy(() -> reset.execute(reset.plan(StartPoint.BEGINNING, false)))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("instances of wirestream are running");
                }
                int items = count(settings, "items");
                Map<String, String> counts = latest(settings, "counts.entities");
                assertThat(items).isEqualTo(2);

                ResetPlan plan = reset.plan(StartPoint.BEGINNING, false);
                assertThat(plan.lines()).isNotEmpty().allMatch(line -> line.startsWith("rewind wire.raw-"));
                assertThat(plan.rewinds().values().stream()
                                .mapToLong(r -> r.from() - r.to())
                                .sum())
                        .isEqualTo(2);
                reset.execute(plan);
                try (WireStreams streams = Pipeline.instance(settings, ENRICHER)) {
                    process(settings, streams);
                }
                assertThat(count(settings, "items")).as("repeats are absorbed").isEqualTo(items);

                ResetPlan forget = reset.plan(StartPoint.BEGINNING, true);
                assertThat(forget.topics()).hasSize(4);
                assertThat(forget.state()).isDirectory();
                reset.execute(forget);
                assertThat(data.resolve("state/wirestream")).doesNotExist();
                try (WireStreams streams = Pipeline.instance(settings, ENRICHER)) {
                    process(settings, streams);
                }
                assertThat(count(settings, "items")).as("all is made again").isEqualTo(2 * items);
                assertThat(latest(settings, "counts.entities")).isEqualTo(counts);
                assertThat(new AuditLog(settings).entries())
                        .as("the one that was refused, and two that were done")
                        .extracting(AuditEntry::state)
                        .containsExactlyInAnyOrder(
                                AuditEntry.State.FAILED, AuditEntry.State.COMPLETE, AuditEntry.State.COMPLETE);
            }
        }
    }

    private static void send(Settings settings, String text) throws Exception {
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                settings.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("wire.raw", text.getBytes(UTF_8)))
                    .get();
        }
    }

    private static void process(Settings settings, WireStreams streams) throws Exception {
        streams.start();
        try (Backlog backlog = new Backlog(settings)) {
            while (!streams.awaitRunning(Duration.ofSeconds(60)) || !backlog.isEmpty()) {
                assertThat(streams.failure()).isNull();
                Thread.sleep(50);
            }
        }
    }

    private static int count(Settings settings, String topic) {
        AtomicInteger count = new AtomicInteger();
        new TopicReader(settings).read(request(topic), record -> count.incrementAndGet() > 0);
        return count.get();
    }

    private static Map<String, String> latest(Settings settings, String topic) {
        Map<String, String> latest = new TreeMap<>();
        new TopicReader(settings).read(request(topic), record -> {
            latest.put(new String(record.key(), UTF_8), new String(record.value(), UTF_8));
            return true;
        });
        return latest;
    }

    private static TopicReader.Request request(String topic) {
        return new TopicReader.Request(topic, StartPoint.BEGINNING, OptionalLong.empty(), true);
    }
}
