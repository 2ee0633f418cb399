package org.wirestream.dlq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
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
import org.wirestream.audit.AuditLog;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.replay.Rate;
import org.wirestream.stream.Backlog;
import org.wirestream.stream.DeadLetters;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.RawHeaders;
import org.wirestream.stream.WireStreams;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.watch.StartPoint;
import org.wirestream.watch.TopicReader;

/** Dead letters on a real broker: what the pipeline refuses is looked at, sent back and exported. */
@Timeout(120)
class DeadLettersIT {
    private static final Enricher ENRICHER = Enricher.load(Engine.FAST);
    private static final long RECEIVED = Instant.parse("2026-03-02T04:00:00Z").toEpochMilli();
    private static final String FLOOD = "某地洪水持续\n新华社某地3月1日电 " + "水位继续上涨。".repeat(20);

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
        try (TopicAdmin admin = new TopicAdmin(settings().adminProperties())) {
            admin.apply(Pipeline.topics(settings(), ENRICHER.desks().ids()), name + ".", 1, false);
        }
    }

    private Settings settings(String... more) {
        Map<String, String> flags = new HashMap<>(Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "topic.prefix",
                name + ".",
                "application.id",
                name,
                "state.dir",
                data.resolve(name).toString(),
                "threads",
                "1"));
        for (int i = 0; i < more.length; i += 2) {
            flags.put(more[i], more[i + 1]);
        }
        return Settings.load(flags, Map.of(), null);
    }

    private void send(@Nullable String key, String value, String... headers) throws Exception {
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                settings().producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                    name + ".raw", null, RECEIVED, key == null ? null : key.getBytes(UTF_8), value.getBytes(UTF_8));
            for (int i = 0; i < headers.length; i += 2) {
                message.headers().add(headers[i], headers[i + 1].getBytes(UTF_8));
            }
            producer.send(message).get();
        }
    }

    /** Runs the pipeline until there is nothing to do. */
    private void process(Settings settings) throws Exception {
        try (WireStreams streams = Pipeline.instance(settings, ENRICHER)) {
            streams.start();
            assertThat(streams.awaitRunning(Duration.ofSeconds(60))).isTrue();
            try (Backlog backlog = new Backlog(settings)) {
                while (!backlog.isEmpty()) {
                    Thread.sleep(50);
                }
            }
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        new TopicReader(settings())
                .read(new TopicReader.Request(topic, StartPoint.BEGINNING, OptionalLong.empty(), true), records::add);
        return records;
    }

    private QueueSummary list() {
        return QueueSummary.of(new DeadLetterQueue(settings()), LetterFilter.ALL, 10);
    }

    private RedriveSummary redrive(RedriveOptions options) {
        return new Redriver(settings()).redrive(options);
    }

    private static RedriveOptions everything(boolean dryRun) {
        return new RedriveOptions(LetterFilter.ALL, dryRun, Long.MAX_VALUE, RedriveOptions.DEFAULT_ATTEMPTS, null);
    }

    @Test
    void shouldLeaveExactlyOneResultOfALetterThatIsSentBackAfterAFix() throws Exception {
        send("urn:x:flood", FLOOD, "wire-version", "3", "x-feed", "a");
        process(settings("limits.paragraph.chars", "50"));
        assertThat(list().reasons()).singleElement().satisfies(count -> {
            assertThat(count.reason()).isEqualTo("PARAGRAPH_TOO_LONG");
            assertThat(count.letters()).isEqualTo(1);
            assertThat(count.redriven()).isZero();
        });

        assertThat(redrive(everything(true)).sent()).isEqualTo(1);
        assertThat(read("raw")).as("a dry run sends nothing").hasSize(1);
        assertThat(redrive(everything(false)).sent()).isEqualTo(1);
        assertThat(redrive(everything(false)).passedOver()).containsEntry(RedriveSummary.Pass.REDRIVEN, 1L);
        assertThat(new AuditLog(settings()).entries())
                .as("a dry run does nothing that is to be written down")
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.selection()).isEqualTo("all"));
        process(settings());

        assertThat(read("items"))
                .singleElement()
                .satisfies(item -> assertThat(new String(item.value(), UTF_8))
                        .contains("\"uri\":\"urn:x:flood\"", "\"version\":\"3\""));
        assertThat(list().letters()).as("the letter stays").isEqualTo(1);
        assertThat(list().reasons().get(0).redriven()).isEqualTo(1);
        ConsumerRecord<byte[], byte[]> first = read("raw").get(0);
        ConsumerRecord<byte[], byte[]> again = read("raw").get(1);
        assertThat(again.value()).isEqualTo(first.value());
        assertThat(again.key()).isEqualTo(first.key());
        assertThat(again.timestamp()).isEqualTo(RECEIVED);
        again.headers().remove(RawHeaders.REDRIVES);
        assertThat(again.headers()).containsExactlyElementsOf(first.headers());
    }

    @Test
    void shouldLeaveALetterThatKeepsComingBack() throws Exception {
        send(null, "{\"uri\":");
        List<Long> sent = new ArrayList<>();
        try (WireStreams streams = Pipeline.instance(settings(), ENRICHER)) {
            streams.start();
            for (int i = 1; i <= 4; i++) {
                await(streams, i);
                sent.add(redrive(everything(false)).sent());
            }
        }
        assertThat(sent).containsExactly(1L, 1L, 1L, 0L);
        assertThat(list().letters()).isEqualTo(4);
        assertThat(list().newest().get(3).redrives()).isEqualTo(3);
        assertThat(redrive(everything(true)).passedOver())
                .containsEntry(RedriveSummary.Pass.TOO_OFTEN, 1L)
                .containsEntry(RedriveSummary.Pass.REDRIVEN, 3L);
    }

    /** Waits until so many letters have come. */
    private void await(WireStreams streams, int letters) throws Exception {
        while (list().letters() < letters) {
            assertThat(streams.failure()).isNull();
            Thread.sleep(50);
        }
    }

    @Test
    void shouldStopAndGoOnWithoutLossOrRepeat() throws Exception {
        deadLetters(60, name + ".raw");
        Redriver stopping = new Redriver(settings());
        Thread stopper = new Thread(() -> {
            try {
                Thread.sleep(1_500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            stopping.stop();
        });
        stopper.start();
        RedriveSummary stopped =
                stopping.redrive(new RedriveOptions(LetterFilter.ALL, false, Long.MAX_VALUE, 3, new Rate(10)));
        stopper.join();
        RedriveSummary some = redrive(new RedriveOptions(LetterFilter.ALL, false, 7, 3, null));
        RedriveSummary rest = redrive(everything(false));

        assertThat(stopped.stopped()).isTrue();
        assertThat(stopped.sent()).isBetween(1L, 40L);
        assertThat(some.sent()).isEqualTo(7);
        assertThat(stopped.sent() + some.sent() + rest.sent()).isEqualTo(60);
        assertThat(read("raw").stream().map(record -> new String(record.value(), UTF_8)))
                .hasSize(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldTakeBackWhatARunThatDiedHadNotCommittedAndFenceIt() throws Exception {
        deadLetters(3, name + ".raw");
        Map<String, Object> properties = new HashMap<>(settings().producerProperties());
        properties.put("transactional.id", name + "-redrive");
        try (Producer<byte[], byte[]> died =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            died.initTransactions();
            died.beginTransaction();
            died.send(new ProducerRecord<>(name + ".raw", "0".getBytes(UTF_8))).get();
            died.send(new ProducerRecord<>(name + ".dlq.redriven", "0@0".getBytes(UTF_8), new byte[0]))
                    .get();

            assertThat(redrive(everything(false)).sent()).isEqualTo(3);

            assertThatThrownBy(died::commitTransaction).isInstanceOf(RuntimeException.class);
        }
        assertThat(read("raw").stream().map(record -> new String(record.value(), UTF_8)))
                .containsExactlyInAnyOrder("0", "1", "2");
    }

    @Test
    void shouldLeaveRecordsThatAreNoInputOfThePipeline() throws Exception {
        deadLetters(1, name + "-count-changes-repartition");
        assertThat(redrive(everything(false)).passedOver()).containsEntry(RedriveSummary.Pass.NOT_RAW, 1L);
        assertThat(read("raw")).isEmpty();
    }

    @Test
    void shouldChooseByReasonAndTime() throws Exception {
        deadLetters(2, name + ".raw");
        assertThat(redrive(options(new LetterFilter(Set.of(), Set.of("BINARY"), StartPoint.BEGINNING)))
                        .sent())
                .isZero();
        assertThat(redrive(options(new LetterFilter(Set.of(), Set.of("EMPTY"), StartPoint.BEGINNING)))
                        .byReason())
                .containsEntry("EMPTY", 2L);
        StartPoint later = StartPoint.at(Instant.now().plusSeconds(60));
        assertThat(redrive(options(new LetterFilter(Set.of(), Set.of(), later))).sent())
                .isZero();
        assertThat(redrive(options(new LetterFilter(Set.of(LetterId.parse("0@1")), Set.of(), StartPoint.BEGINNING)))
                        .sent())
                .isEqualTo(1);
    }

    private static RedriveOptions options(LetterFilter filter) {
        return new RedriveOptions(filter, true, Long.MAX_VALUE, 3, null);
    }

    @Test
    void shouldExportWhatAReplayCanRead() throws Exception {
        deadLetters(2, name + ".raw");
        Path directory = data.resolve("export");
        assertThat(new LetterExport(settings())
                        .export(LetterFilter.ALL, directory)
                        .letters())
                .isEqualTo(2);
        Path text = directory.resolve("texts/0-1.txt");
        assertThat(text).hasContent("1");
        assertThat(Files.readAllLines(directory.resolve("manifest.tsv")))
                .containsExactly("file\tid\tdate\tversion", "0-0.txt\turn:x:0\t\t", "0-1.txt\turn:x:1\t\t");
        assertThat(Files.readAllLines(directory.resolve("letters.jsonl")))
                .hasSize(2)
                .first()
                .asString()
                .contains("\"reason\":\"EMPTY\"", "\"redriven\":null", "\"x-feed\":\"a\"");

        Files.writeString(text, "mended");
        assertThat(new LetterExport(settings())
                        .export(LetterFilter.ALL, directory)
                        .kept())
                .isEqualTo(2);
        assertThat(text).hasContent("mended");
    }

    /** Dead letters as the pipeline writes them, the first with offset 0. */
    private void deadLetters(int count, String origin) throws Exception {
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                settings().producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < count; i++) {
                ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                        name + ".dlq",
                        ("urn:x:" + i).getBytes(UTF_8),
                        Integer.toString(i).getBytes(UTF_8));
                Map.of(
                                DeadLetters.REASON,
                                "EMPTY",
                                DeadLetters.MESSAGE,
                                "nothing",
                                DeadLetters.TOPIC,
                                origin,
                                DeadLetters.PARTITION,
                                "0",
                                DeadLetters.OFFSET,
                                Integer.toString(i),
                                DeadLetters.TIME,
                                "2026-03-02T04:00:00Z",
                                "x-feed",
                                "a")
                        .forEach((header, value) -> message.headers().add(header, value.getBytes(UTF_8)));
                producer.send(message).get();
            }
        }
    }
}
