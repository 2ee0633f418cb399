package org.wirestream.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.audit.AuditEntry;
import org.wirestream.audit.AuditLog;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.replay.Manifest;
import org.wirestream.replay.Rate;
import org.wirestream.replay.ReplayListener;
import org.wirestream.replay.ReplayOptions;
import org.wirestream.replay.ReplayStatus;
import org.wirestream.replay.ReplaySummary;
import org.wirestream.replay.Replayer;
import org.wirestream.replay.SourceFiles;
import org.wirestream.stream.RawHeaders;
import org.wirestream.topics.BrokerUnreachableException;
import org.wirestream.topics.MissingTopicsException;

/** What {@code replay} sends, {@code watch} reads, on a real broker. */
@Timeout(60)
class ReplayAndReadIT {
    @TempDir
    static Path data;

    private static EmbeddedBroker broker;

    @TempDir
    Path files;

    private String prefix;
    private Settings settings;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(data.resolve("broker"), 0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void createTopic() throws Exception {
        prefix = "t" + UUID.randomUUID() + ".";
        settings = settings(broker.bootstrapServers());
        createTopic(prefix + "raw", 3, Map.of("max.message.bytes", "10000"));
        createTopic(prefix + "audit", 1, Map.of("cleanup.policy", "compact"));
    }

    @Test
    void shouldReplayFilesAndReadThemBack() throws Exception {
        Files.writeString(files.resolve("a.txt"), "一");
        Files.writeString(files.resolve("b.jsonl"), "{\"uri\":\"x:1\"}\n{\"uri\":\"x:2\"}\n");
        Files.writeString(files.resolve("big.txt"), "x".repeat(10_001));
        Files.writeString(files.resolve("c.txt"), "三");
        List<String> refusals = new ArrayList<>();

        ReplaySummary summary = replay(ReplayOptions.DEFAULT, refusing(refusals));

        assertThat(summary.sent()).isEqualTo(4);
        assertThat(refusals)
                .singleElement()
                .asString()
                .matches("big\\.txt is not sent: its record has 10,1\\d\\d bytes, more than 10,000,"
                        + " max\\.message\\.bytes of topic " + prefix + "raw");
        assertThat(values(read("raw", StartPoint.BEGINNING)))
                .containsExactlyInAnyOrder("一", "{\"uri\":\"x:1\"}", "{\"uri\":\"x:2\"}", "三");
    }

    @Test
    void shouldSendIdVersionAndDateOfTheManifest() throws Exception {
        Path text = Files.writeString(files.resolve("a.txt"), "一");
        Path manifest = Files.writeString(
                data.resolve("manifest.tsv"), "file\tid\tversion\tdate\na.txt\turn:x:a\t7\t2017-06-09\n");
        SourceFiles sources =
                SourceFiles.of(List.of(text.toString()), Manifest.read(manifest), InputStream.nullInputStream());

        new Replayer(settings, ReplayOptions.DEFAULT, ReplayListener.NONE).replay(sources);

        List<String> seen = new ArrayList<>();
        new TopicReader(settings).read(request("raw", StartPoint.BEGINNING), message -> {
            seen.add(new String(message.key(), UTF_8)
                    + " " + RawHeaders.text(message.headers(), RawHeaders.VERSION)
                    + " " + RawHeaders.text(message.headers(), RawHeaders.DATE));
            return true;
        });
        assertThat(seen).containsExactly("urn:x:a 7 2017-06-09T00:00:00+08:00");
    }

    @Test
    void shouldSendNothingInADryRun() throws Exception {
        Files.writeString(files.resolve("a.txt"), "一");
        Files.writeString(files.resolve("big.txt"), "x".repeat(10_001));

        ReplaySummary summary = replay(new ReplayOptions(null, true, 0), ReplayListener.NONE);

        assertThat(summary.sent()).isEqualTo(1);
        assertThat(summary.refused()).isEqualTo(1);
        assertThat(read("raw", StartPoint.BEGINNING)).isEmpty();
    }

    @Test
    void shouldStopAndResumeWithoutLossOrRepeat() throws Exception {
        Files.writeString(files.resolve("a.jsonl"), lines(100));
        List<Replayer> running = new ArrayList<>();
        Replayer replayer = new Replayer(settings, new ReplayOptions(new Rate(200), false, 0), new ReplayListener() {
            @Override
            public void progressed(ReplayStatus status) {
                if (status.done() > 500) {
                    running.get(0).stop();
                }
            }
        });
        running.add(replayer);

        ReplaySummary stopped = replayer.replay(sources());
        ReplaySummary resumed = replay(new ReplayOptions(null, false, stopped.resumeAt()), ReplayListener.NONE);

        assertThat(stopped.end()).isEqualTo(ReplaySummary.End.STOPPED);
        assertThat(new AuditLog(settings).entries())
                .extracting(AuditEntry::state)
                .containsExactlyInAnyOrder(AuditEntry.State.STOPPED, AuditEntry.State.COMPLETE);
        assertThat(stopped.sent()).isBetween(1L, 99L);
        assertThat(stopped.sent() + resumed.sent()).isEqualTo(100);
        assertThat(values(read("raw", StartPoint.BEGINNING)))
                .containsExactlyInAnyOrderElementsOf(lines(100).lines().toList());
    }

    @Test
    void shouldSpaceRecordsByTheRate() throws Exception {
        Files.writeString(files.resolve("a.jsonl"), lines(11));

        ReplaySummary summary = replay(new ReplayOptions(new Rate(20), false, 0), ReplayListener.NONE);

        assertThat(summary.elapsed().toMillis()).isGreaterThanOrEqualTo(500);
    }

    @Test
    void shouldNameAMissingTopic() throws IOException {
        Files.writeString(files.resolve("a.txt"), "一");
        Settings other = Settings.load(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "topic.prefix", "none."), Map.of(), null);

        assertThatThrownBy(() -> new Replayer(other, ReplayOptions.DEFAULT, ReplayListener.NONE).replay(sources()))
                .isInstanceOf(MissingTopicsException.class)
                .hasMessageContaining("none.raw");
        assertThatThrownBy(() -> read("items", StartPoint.BEGINNING))
                .isInstanceOf(MissingTopicsException.class)
                .hasMessageContaining(prefix + "items");
    }

    @Test
    void shouldTellWhenNoBrokerAnswers() throws Exception {
        Files.writeString(files.resolve("a.txt"), "一");
        Settings nowhere = settings("127.0.0.1:1");

        assertThatThrownBy(() -> new Replayer(nowhere, ReplayOptions.DEFAULT, ReplayListener.NONE).replay(sources()))
                .isInstanceOf(BrokerUnreachableException.class);
        assertThat(new Replayer(nowhere, new ReplayOptions(null, true, 0), ReplayListener.NONE)
                        .replay(sources())
                        .text())
                .contains("would send 1 record ")
                .contains("topic and sizes are not checked: no broker answered at 127.0.0.1:1");
    }

    @Test
    void shouldPassOverAbortedTransactionsAndEndBehindTheirMarkers() throws Exception {
        createTopic(prefix + "items", 1, Map.of());
        try (KafkaProducer<String, String> producer = transactional()) {
            transaction(producer, true, "一", "二");
            transaction(producer, false, "aborted", "aborted");
            assertThat(values(read("items", StartPoint.BEGINNING))).containsExactly("一", "二");

            transaction(producer, true, "三");
            transaction(producer, false, "aborted");
            assertThat(values(read("items", StartPoint.BEGINNING))).containsExactly("一", "二", "三");
            assertThat(read("items", StartPoint.END)).isEmpty();
        }
    }

    @Test
    void shouldEndAtTheLastCommittedRecordWhileATransactionIsOpen() throws Exception {
        createTopic(prefix + "items", 1, Map.of());
        try (KafkaProducer<String, String> producer = transactional()) {
            transaction(producer, true, "一");
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(prefix + "items", "open")).get();

            assertThat(values(read("items", StartPoint.BEGINNING))).containsExactly("一");
            producer.abortTransaction();
        }
    }

    @Test
    void shouldBeginAtATimeAndEndAtALimit() throws Exception {
        // Or the broker may delete records of 2017 before they are read.
        createTopic(prefix + "items", 1, Map.of("retention.ms", "-1"));
        Instant noon = Instant.parse("2017-06-09T04:00:00Z");
        try (KafkaProducer<String, String> producer = transactional()) {
            producer.beginTransaction();
            for (int hour = -2; hour <= 2; hour++) {
                producer.send(new ProducerRecord<>(
                                prefix + "items",
                                null,
                                noon.plusSeconds(3600L * hour).toEpochMilli(),
                                null,
                                "h" + hour))
                        .get();
            }
            producer.commitTransaction();
        }

        assertThat(values(read("items", StartPoint.at(noon)))).containsExactly("h0", "h1", "h2");
        assertThat(read("items", StartPoint.at(noon.plusSeconds(86_400)))).isEmpty();
        assertThat(values(read(
                        new TopicReader.Request(prefix + "items", StartPoint.BEGINNING, OptionalLong.of(2), false))))
                .containsExactly("h-2", "h-1");
    }

    @Test
    void shouldWaitForMoreUntilStopped() throws Exception {
        TopicReader reader = new TopicReader(settings);
        CompletableFuture<String> first = new CompletableFuture<>();
        CompletableFuture<Long> count = CompletableFuture.supplyAsync(() -> reader.read(
                new TopicReader.Request("raw", StartPoint.BEGINNING, OptionalLong.empty(), false),
                message -> first.complete(new String(message.value(), UTF_8))));
        Files.writeString(files.resolve("a.txt"), "一");
        replay(ReplayOptions.DEFAULT, ReplayListener.NONE);

        assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo("一");
        reader.stop();
        assertThat(count.get(20, TimeUnit.SECONDS)).isEqualTo(1);
    }

    private Settings settings(String bootstrapServers) {
        return Settings.load(Map.of("bootstrap.servers", bootstrapServers, "topic.prefix", prefix), Map.of(), null);
    }

    private static void createTopic(String name, int partitions, Map<String, String> configs)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(configs)))
                    .all()
                    .get();
        }
    }

    private KafkaProducer<String, String> transactional() {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", prefix),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    private void transaction(KafkaProducer<String, String> producer, boolean commit, String... values)
            throws ExecutionException, InterruptedException {
        producer.beginTransaction();
        for (String value : values) {
            producer.send(new ProducerRecord<>(prefix + "items", value)).get();
        }
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }

    private SourceFiles sources() throws IOException {
        return SourceFiles.of(List.of(files.toString()), Manifest.none(), InputStream.nullInputStream());
    }

    private ReplaySummary replay(ReplayOptions options, ReplayListener listener) throws Exception {
        return new Replayer(settings, options, listener).replay(sources());
    }

    private static ReplayListener refusing(List<String> refusals) {
        return new ReplayListener() {
            @Override
            public void refused(String message) {
                refusals.add(message);
            }
        };
    }

    private static String lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"uri\":\"x:").append(i).append("\"}\n");
        }
        return lines.toString();
    }

    private static TopicReader.Request request(String topic, StartPoint from) {
        return new TopicReader.Request(topic, from, OptionalLong.empty(), true);
    }

    private List<byte[]> read(String topic, StartPoint from) {
        return read(request(topic, from));
    }

    private List<byte[]> read(TopicReader.Request request) {
        List<byte[]> values = new ArrayList<>();
        long count = new TopicReader(settings).read(request, message -> values.add(message.value()));
        assertThat(count).isEqualTo(values.size());
        return values;
    }

    private static List<String> values(List<byte[]> values) {
        return values.stream().map(value -> new String(value, UTF_8)).toList();
    }
}
