package org.wirestream.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.audit.AuditEntry;
import org.wirestream.audit.AuditLog;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.contract.AsyncApi;
import org.wirestream.stream.Backlog;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.RawHeaders;
import org.wirestream.stream.WireStreams;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.topics.TopicEnds;
import org.wirestream.watch.StartPoint;
import org.wirestream.watch.TopicReader;

/** What stands in a topic, replayed on a real broker: into the same pipeline, into a fresh one, in part, and across deaths. */
@Timeout(120)
class TopicReplayIT {
    private static final Enricher ENRICHER = Enricher.load(Engine.FAST);
    private static final long NOON = Instant.parse("2026-03-02T04:00:00Z").toEpochMilli();
    private static final String FIRST = "标题一则\n新华社里斯本3月1日电 葡萄牙总统会见联合国秘书长。";
    private static final String SECOND = "标题一则\n新华社里斯本3月1日电 葡萄牙总统会见联合国秘书长，双方讨论气候变化。";

    @TempDir
    static Path data;

    private static EmbeddedBroker broker;

    private String name;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(data.resolve("broker"), 0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void createTopics(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
        apply(settings());
    }

    private static void apply(Settings settings) {
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            String prefix = Pipeline.topicNames(settings).prefix();
            admin.apply(Pipeline.topics(settings, ENRICHER.desks().ids()), prefix, 1, false);
        }
    }

    private Settings settings() {
        return settings(name);
    }

    private static Settings settings(String pipeline) {
        return Settings.load(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "topic.prefix",
                        pipeline + ".",
                        "application.id",
                        pipeline,
                        "operator.name",
                        "li",
                        "state.dir",
                        data.resolve(pipeline).toString(),
                        "threads",
                        "1"),
                Map.of(),
                null);
    }

    private void send(int partition, long minute, @Nullable String key, @Nullable String value, String... headers)
            throws Exception {
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                settings().producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                    name + ".raw",
                    partition,
                    NOON + minute * 60_000,
                    key == null ? null : key.getBytes(UTF_8),
                    value == null ? null : value.getBytes(UTF_8));
            for (int i = 0; i < headers.length; i += 2) {
                message.headers().add(headers[i], headers[i + 1].getBytes(UTF_8));
            }
            producer.send(message).get();
        }
    }

    /** Runs a pipeline until there is nothing to do. */
    private static void process(Settings settings) throws Exception {
        try (WireStreams streams = Pipeline.instance(settings, ENRICHER)) {
            streams.start();
            assertThat(streams.awaitRunning(Duration.ofSeconds(60))).isTrue();
            try (Backlog backlog = new Backlog(settings)) {
                while (!backlog.isEmpty()) {
                    assertThat(streams.failure()).isNull();
                    Thread.sleep(50);
                }
            }
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(Settings settings, String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        new TopicReader(settings)
                .read(new TopicReader.Request(topic, StartPoint.BEGINNING, OptionalLong.empty(), true), records::add);
        return records;
    }

    private Map<TopicPartition, Long> ends(String... topics) throws Exception {
        return TopicEnds.of(
                settings(),
                Arrays.stream(topics).map(topic -> name + "." + topic).toList());
    }

    /** The last value of each key. */
    private static Map<String, String> state(Settings settings, String... topics) {
        Map<String, String> state = new TreeMap<>();
        for (String topic : topics) {
            read(settings, topic)
                    .forEach(record -> state.put(
                            topic + " " + new String(record.key(), UTF_8),
                            record.value() == null ? "gone" : new String(record.value(), UTF_8)));
        }
        return state;
    }

    private TopicReplayer replayer(Settings to, ReplayListener listener) {
        return new TopicReplayer(settings(), to, null, listener);
    }

    private TopicReplaySummary replay(Settings to, TopicSelection selection) throws Exception {
        return replayer(to, ReplayListener.NONE).replay(name + ".raw", selection);
    }

    /** A story that is corrected on another partition, one that is withdrawn, one without a key, and what is no item. */
    private void sendAHistory() throws Exception {
        send(0, 0, "urn:x:corrected", FIRST, "wire-version", "1", "x-feed", "a");
        send(3, 1, "urn:x:corrected", SECOND, "wire-version", "2");
        send(1, 2, "urn:x:withdrawn", FIRST);
        send(1, 3, "urn:x:withdrawn", null);
        send(2, 4, null, "标题二则\n新华社日内瓦3月2日电 世界卫生组织说，各国应当为疫苗接种提供资金。");
        send(2, 5, null, "{\"uri\":");
    }

    @Test
    void shouldBeAbsorbedByThePipelineThatHasItAll() throws Exception {
        sendAHistory();
        process(settings());
        String[] outputs = {"items", "ninjs", "paragraphs", "counts.entities", "counts.total.desks"};
        Map<String, String> before = state(settings(), outputs);
        Map<TopicPartition, Long> endsBefore = ends(outputs);
        List<ConsumerRecord<byte[], byte[]>> originals = read(settings(), "raw");

        TopicReplaySummary first = replay(settings(), TopicSelection.ALL);
        process(settings());

        assertThat(first.sent()).isEqualTo(6);
        assertThat(state(settings(), outputs)).isEqualTo(before);
        assertThat(ends(outputs)).as("nothing is written again").isEqualTo(endsBefore);
        assertThat(read(settings(), "dlq"))
                .as("what is no item is refused again")
                .hasSize(2);
        List<ConsumerRecord<byte[], byte[]>> copies = read(settings(), "raw").stream()
                .filter(record -> record.headers().lastHeader(RawHeaders.REPLAY) != null)
                .toList();
        assertThat(copies).hasSize(6).allSatisfy(copy -> {
            ReplayOrigin from = ReplayOrigin.of(copy.headers());
            ConsumerRecord<byte[], byte[]> original = originals.stream()
                    .filter(record -> record.partition() == from.partition() && record.offset() == from.offset())
                    .findFirst()
                    .orElseThrow();
            assertThat(RawHeaders.text(copy.headers(), RawHeaders.REPLAY)).isEqualTo(first.id());
            assertThat(copy.key()).isEqualTo(original.key());
            assertThat(copy.value()).isEqualTo(original.value());
            assertThat(copy.timestamp()).isEqualTo(original.timestamp());
            List<Header> kept = Arrays.stream(copy.headers().toArray())
                    .filter(header -> !header.key().startsWith("wire-replay"))
                    .toList();
            assertThat(kept).containsExactly(original.headers().toArray());
        });

        TopicReplaySummary second = replay(settings(), TopicSelection.ALL);

        assertThat(second.copies()).as("copies of what stands there").isEqualTo(6);
        assertThat(second.sent()).isEqualTo(6);
    }

    @Test
    void shouldMakeAFreshPipelineTheSame() throws Exception {
        sendAHistory();
        process(settings());
        Settings fresh = settings(name + "Again");
        apply(fresh);

        assertThat(replay(fresh, TopicSelection.ALL).sent()).isEqualTo(6);
        process(fresh);

        String[] outputs = {"items", "ninjs", "counts.entities", "counts.total.desks"};
        assertThat(state(fresh, outputs)).isEqualTo(state(settings(), outputs));
    }

    @Test
    void shouldReplayByTimeByOffsetAndByItem() throws Exception {
        sendAHistory();
        String derived = derivedId();
        Instant noon = Instant.ofEpochMilli(NOON);

        assertThat(chosen(new TopicSelection(noon.plusSeconds(60), noon.plusSeconds(180), List.of(), Set.of())))
                .containsExactly("0-3", "0-1");
        assertThat(chosen(new TopicSelection(
                        null, null, List.of(OffsetRange.parse("1:1"), OffsetRange.parse("2:0-")), Set.of())))
                .containsExactly("1-1", "0-2", "1-2");
        assertThat(chosen(new TopicSelection(null, null, List.of(), Set.of("urn:x:corrected", derived))))
                .containsExactly("0-0", "0-3", "0-2");
        assertThat(chosen(new TopicSelection(noon.plusSeconds(1), null, List.of(), Set.of("urn:x:corrected"))))
                .containsExactly("0-3");
        TopicSelection nothing = new TopicSelection(noon.plusSeconds(9_000), null, List.of(), Set.of());
        assertThat(replay(settings(), nothing).text()).startsWith("replayed 0 records");
    }

    /** What a selection copies into a topic of its own: offset and partition of each original, in the order of their times. */
    private List<String> chosen(TopicSelection selection) throws Exception {
        Settings to = settings(name + System.nanoTime());
        apply(to);
        assertThat(replayer(to, ReplayListener.NONE)
                        .dryRun(name + ".raw", selection)
                        .sent())
                .isEqualTo(replay(to, selection).sent());
        List<ConsumerRecord<byte[], byte[]>> copies = new ArrayList<>(read(to, "raw"));
        copies.sort((a, b) -> Long.compare(a.timestamp(), b.timestamp()));
        return copies.stream()
                .map(copy -> ReplayOrigin.of(copy.headers()))
                .map(from -> from.offset() + "-" + from.partition())
                .toList();
    }

    /** The id that the pipeline gives the story without a key. */
    private String derivedId() throws Exception {
        process(settings());
        return read(settings(), "items").stream()
                .map(item -> new String(item.key(), UTF_8))
                .filter(id -> id.startsWith("urn:wire:"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldCopyEachRecordOnceThoughItIsStoppedAndKilled() throws Exception {
        for (int i = 0; i < 40; i++) {
            send(i % 4, i, "urn:x:" + i, "第" + i + "条");
        }
        Settings to = settings(name + "To");
        apply(to);
        List<TopicReplayer> running = new ArrayList<>();
        running.add(replayer(to, after(7, () -> running.get(0).stop())));

        TopicReplaySummary stopped = running.get(0).replay(name + ".raw", TopicSelection.ALL);

        assertThat(stopped.sent()).isEqualTo(7);
        assertThat(stopped.isClean()).isFalse();
        assertThat(stopped.text()).endsWith("stopped; resume with --resume " + stopped.id());
        assertThat(new AuditLog(to).entry(stopped.id()).state()).isEqualTo(AuditEntry.State.STOPPED);

        TopicReplayer killed = replayer(to, after(9, () -> {
            throw new IllegalStateException("killed");
        }));
        assertThatThrownBy(() -> killed.resume(stopped.id())).hasMessage("killed");
        assertThat(new AuditLog(to).entry(stopped.id()).state()).isEqualTo(AuditEntry.State.RUNNING);

        TopicReplaySummary resumed = replayer(to, ReplayListener.NONE).resume(stopped.id());

        assertThat(resumed.isClean()).isTrue();
        assertThat(resumed.sent()).isEqualTo(40);
        Map<String, Integer> copies = new HashMap<>();
        read(to, "raw").forEach(copy -> copies.merge(new String(copy.key(), UTF_8), 1, Integer::sum));
        assertThat(copies)
                .hasSize(40)
                .allSatisfy((key, count) -> assertThat(count).as(key).isEqualTo(1));
        assertThatThrownBy(() -> replayer(to, ReplayListener.NONE).resume(stopped.id()))
                .hasMessage(stopped.id() + " is complete; there is nothing to go on with");
    }

    private static ReplayListener after(long records, Runnable action) {
        return new ReplayListener() {
            @Override
            public void progressed(ReplayStatus status) {
                if (status.records() == records) {
                    action.run();
                }
            }
        };
    }

    @Test
    void shouldWriteDownWhoReplayedWhat() throws Exception {
        sendAHistory();
        TopicSelection selection =
                new TopicSelection(null, null, List.of(OffsetRange.parse("1:0-1")), Set.of("urn:x:withdrawn"));

        TopicReplaySummary summary = replay(settings(), selection);

        assertThat(new AuditLog(settings()).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo(summary.id());
            assertThat(entry.operation()).isEqualTo("replay topic");
            assertThat(entry.state()).isEqualTo(AuditEntry.State.COMPLETE);
            assertThat(entry.by().user()).isEqualTo("li");
            assertThat(entry.selection())
                    .startsWith(name + ".raw of cluster ")
                    .endsWith(" to " + name + ".raw: offsets 1:0-1; items urn:x:withdrawn");
            assertThat(entry.result()).startsWith("replayed 2 records ");
        });
        AsyncApi contract = AsyncApi.load();
        assertThat(read(settings(), "audit")).isNotEmpty().allSatisfy(record -> {
            assertThat(contract.payloadErrors("auditEntry", new String(record.value(), UTF_8)))
                    .isEmpty();
            assertThat(contract.keyErrors("auditEntry", new String(record.key(), UTF_8)))
                    .isEmpty();
        });
    }

    @Test
    void shouldFollowTheOriginalTimes() throws Exception {
        sendAHistory();
        Settings to = settings(name + "To");
        apply(to);

        TopicReplaySummary summary = new TopicReplayer(settings(), to, new Speed(300), ReplayListener.NONE)
                .replay(name + ".raw", TopicSelection.ALL);

        assertThat(summary.sent()).isEqualTo(6);
        assertThat(summary.elapsed()).as("five minutes in one second").isGreaterThan(Duration.ofMillis(990));
    }
}
