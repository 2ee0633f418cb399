package org.wirestream.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.doctor.Doctor;
import org.wirestream.doctor.Finding;
import org.wirestream.doctor.Finding.Check;
import org.wirestream.doctor.Finding.Verdict;
import org.wirestream.status.Status;
import org.wirestream.status.StatusReader;
import org.wirestream.status.StatusText;
import org.wirestream.stream.Backlog;
import org.wirestream.stream.Pipeline;
import org.wirestream.topics.TopicAdmin;

/** An operator's day on a real broker: doctor, topics, an instance that is scraped and probed, lag when it is gone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstanceIT {
    private static final String STORY = "新华社里斯本3月1日电 葡萄牙总统1日在里斯本会见到访的联合国秘书长。\n双方就气候变化和人道主义援助交换了意见。";
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*})? (\\S+)");

    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;
    private static Settings settings;
    private static Enricher enricher;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        enricher = Enricher.load(Engine.FAST);
        settings = Settings.load(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "state.dir", directory.resolve("state").toString(),
                        "engine", "fast",
                        "replication.factor", "1",
                        "metrics.port", "0",
                        "threads", "1"),
                Map.of(),
                null);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    @Order(1)
    void shouldFindThatTopicsAreMissingAndSayHowToMendIt() {
        List<Finding> findings = Doctor.examine(settings);
        assertThat(of(findings, Check.TOPICS)).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.PROBLEM);
            assertThat(finding.text()).contains("wire.raw");
            assertThat(finding.mend()).isEqualTo("wirestream topics apply -b " + broker.bootstrapServers());
        });
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            admin.apply(Pipeline.topics(settings, enricher.desks().ids()), "wire.", 1, false);
        }
        assertThat(Doctor.examine(settings))
                .allSatisfy(finding -> assertThat(finding.verdict()).isNotEqualTo(Verdict.PROBLEM))
                .extracting(Finding::check)
                .contains(Check.values());
        assertThat(of(Doctor.examine(settings), Check.CLOCK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("0.", "this machine's"));
    }

    @Test
    @Order(2)
    void shouldMeasureWhatTheDocumentationNames() throws Exception {
        try (Instance instance = Instance.start(settings, enricher)) {
            assertThat(get(instance, "livez").statusCode()).isEqualTo(200);
            awaitReady(instance);
            send("urn:a", STORY, Instant.now());
            send("urn:a", STORY, Instant.now());
            send("urn:a", STORY.replace("1日在", "2日在"), Instant.now());
            send("urn:b", "没有电头的一段文字，说的是一件小事。", Instant.now());
            send("urn:b", null, Instant.now());
            send("urn:c", "", Instant.now());
            awaitProcessed();
            String scraped = get(instance, "metrics").body();
            Map<String, Double> samples = samples(scraped);
            assertThat(samples)
                    .containsEntry("wirestream_records_received_total", 6.0)
                    .containsEntry("wirestream_items_total{outcome=\"new\"}", 2.0)
                    .containsEntry("wirestream_items_total{outcome=\"repeat\"}", 1.0)
                    .containsEntry("wirestream_items_total{outcome=\"correction\"}", 1.0)
                    .containsEntry("wirestream_items_total{outcome=\"withdrawal\"}", 1.0)
                    .containsEntry("wirestream_items_total{outcome=\"stale\"}", 0.0)
                    .containsEntry("wirestream_dead_letters_total{reason=\"EMPTY\"}", 1.0)
                    .containsEntry("wirestream_datelines_total{known=\"true\"}", 2.0)
                    .containsEntry("wirestream_datelines_total{known=\"false\"}", 1.0)
                    .containsEntry("wirestream_latency_append_seconds_count", 4.0)
                    .containsEntry("wirestream_stage_seconds_count{stage=\"entities\"}", 3.0)
                    .containsEntry("wirestream_ready", 1.0);
            assertThat(sum(samples, "wirestream_desk_paragraphs_total")).isPositive();
            assertThat(names(scraped, "wirestream_")).isEqualTo(documented("wirestream_"));
            assertThat(names(scraped, "")).containsAll(documented(""));
            // The cost of a scrape and of a Prometheus that keeps them.
            assertThat(samples).hasSizeLessThan(4_000);
        }
    }

    @Test
    @Order(3)
    void shouldAnswerOnlyWhatItIsFor() throws Exception {
        try (Instance instance = Instance.start(settings, enricher)) {
            assertThat(get(instance, "").statusCode()).isEqualTo(404);
            HttpResponse<String> posted = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(instance.url() + "metrics"))
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(posted.statusCode()).isEqualTo(405);
            String port = instance.url().replaceAll(".*:(\\d+)/", "$1");
            Settings taken = settings(Map.of(
                    "metrics.port",
                    port,
                    "state.dir",
                    directory.resolve("second").toString()));
            assertThatThrownBy(() -> Instance.start(taken, enricher)).hasMessageContaining("set metrics.port");
        }
    }

    @Test
    @Order(4)
    void shouldShowTheLagInRecordsAndSecondsWhenNoInstanceRuns() throws Exception {
        try (StatusReader reader = new StatusReader(settings)) {
            Status idle = reader.read();
            assertThat(idle.records()).isZero();
            assertThat(idle.seconds()).isZero();
            assertThat(idle.group()).isEqualTo("Empty");
            Instant sent = Instant.now().minusSeconds(90);
            for (int i = 0; i < 3; i++) {
                send("urn:late", STORY + i, sent);
            }
            Status late = reader.read();
            assertThat(late.records()).isEqualTo(3);
            assertThat(late.seconds()).isBetween(90.0, 150.0);
            assertThat(late.partitions())
                    .filteredOn(p -> p.records() > 0)
                    .singleElement()
                    .satisfies(p -> assertThat(p.topic()).isEqualTo("wire.raw"));
            assertThat(StatusText.table(late)).contains("wirestream: empty, 0 stream threads", "wire.raw");
            assertThat(StatusText.json(late)).contains("\"records\":3");
        }
    }

    private static List<Finding> of(List<Finding> findings, Check check) {
        return findings.stream().filter(finding -> finding.check() == check).toList();
    }

    private static Settings settings(Map<String, String> changed) {
        Map<String, String> all = new TreeMap<>();
        settings.effective().stream()
                .filter(entry -> entry.origin().equals("flag"))
                .forEach(entry -> all.put(entry.key(), entry.value()));
        all.putAll(changed);
        return Settings.load(all, Map.of(), null);
    }

    private static void awaitReady(Instance instance) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        HttpResponse<String> answer = get(instance, "readyz");
        while (answer.statusCode() != 200) {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(get(instance, "livez").statusCode()).isEqualTo(200);
            assertThat(System.nanoTime()).as(answer.body()).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
            answer = get(instance, "readyz");
        }
        assertThat(answer.body()).isEqualTo("RUNNING\n");
    }

    private static void awaitProcessed() throws Exception {
        try (Backlog backlog = new Backlog(settings)) {
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (!backlog.isEmpty()) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static HttpResponse<String> get(Instance instance, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(instance.url() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static void send(String key, @Nullable String text, Instant at) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                settings.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            "wire.raw",
                            null,
                            at.toEpochMilli(),
                            key.getBytes(StandardCharsets.UTF_8),
                            text == null ? null : text.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static Map<String, Double> samples(String scraped) {
        Map<String, Double> samples = new TreeMap<>();
        scraped.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Matcher sample = SAMPLE.matcher(line);
            assertThat(sample.matches()).as(line).isTrue();
            String labels = sample.group(2);
            samples.put(sample.group(1) + (labels == null ? "" : labels), Double.valueOf(sample.group(3)));
        });
        return samples;
    }

    private static double sum(Map<String, Double> samples, String name) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().startsWith(name + "{"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static Set<String> names(String scraped, String prefix) {
        return matches(scraped, Pattern.compile("(?m)^# TYPE (" + prefix + "\\S+) "));
    }

    /** The names in the first column of the tables of metrics. */
    private static Set<String> documented(String prefix) throws Exception {
        String document = Files.readString(Path.of("docs/operations.md"));
        String metrics = document.substring(document.indexOf("## Metrics"), document.indexOf("## Logs"));
        return matches(metrics, Pattern.compile("(?m)^\\| `(" + prefix + "[a-z0-9_]+)"));
    }

    private static Set<String> matches(String text, Pattern pattern) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
