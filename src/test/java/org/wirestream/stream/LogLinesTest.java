package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.config.Settings;
import org.wirestream.metrics.DashboardMetrics;
import org.wirestream.metrics.Metrics;
import org.wirestream.wire.Limits;

/** The log as it is configured: each line about an item names it, none has its text, and a line can be a JSON object. */
class LogLinesTest {
    private static final List<String> LOGGERS = List.of("org.wirestream", "org.apache.kafka");
    private static final String STORY = "新华社里斯本3月1日电 葡萄牙总统1日在里斯本会见到访的联合国秘书长。\n双方就气候变化和人道主义援助交换了意见。";

    @TempDir
    Path directory;

    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final Map<String, Level> levels = new HashMap<>();
    private final Lines lines = new Lines();

    /** Keeps what the loggers say. */
    private static final class Lines extends AbstractAppender {
        private final List<LogEvent> events = new ArrayList<>();

        Lines() {
            super("lines", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public synchronized void append(LogEvent event) {
            events.add(event.toImmutable());
        }
    }

    @BeforeEach
    void listen() {
        lines.start();
        Configuration configuration = context.getConfiguration();
        configuration.getRootLogger().addAppender(lines, null, null);
        for (String name : LOGGERS) {
            levels.put(name, configuration.getLoggerConfig(name).getLevel());
            Configurator.setLevel(name, Level.INFO);
        }
    }

    @AfterEach
    void restore() {
        context.getConfiguration().getRootLogger().removeAppender("lines");
        levels.forEach(Configurator::setLevel);
    }

    private List<LogEvent> linesOfEveryEnding() {
        try (TopologyFixture topology = new TopologyFixture(directory, Limits.DEFAULT, 4_000)) {
            topology.send("urn:a", STORY);
            topology.send("urn:a", STORY);
            topology.send("urn:b", STORY, "wire-status", "who knows");
            topology.send("urn:c", STORY.repeat(200));
            topology.send("urn:d", STORY.getBytes(StandardCharsets.UTF_16LE));
        }
        return lines.events.stream()
                .filter(event -> event.getLoggerName().contains("Processor"))
                .filter(event -> event.getLoggerName().startsWith("org.wirestream"))
                .toList();
    }

    @Test
    void shouldNameTheItemInEachLineAboutOne() {
        List<LogEvent> about = linesOfEveryEnding();
        assertThat(about)
                .extracting(event -> event.getMessage().getFormattedMessage())
                .anyMatch(line -> line.startsWith("Absorbed as REPEAT"))
                .anyMatch(line -> line.startsWith("Refused as BAD_HEADER"))
                .anyMatch(line -> line.startsWith("Refused as ENRICHED_TOO_LARGE"));
        assertThat(about).allSatisfy(event -> {
            String record = event.getContextData().getValue("record");
            assertThat(record).startsWith("wire.raw-");
        });
        assertThat(about)
                .filteredOn(event -> event.getLoggerName().endsWith("EnrichProcessor"))
                .isNotEmpty()
                .allSatisfy(event -> {
                    String item = event.getContextData().getValue("item");
                    assertThat(item).startsWith("urn:");
                });
    }

    @Test
    void shouldNeverHaveTheTextAtInfo() {
        linesOfEveryEnding();
        assertThat(lines.events).isNotEmpty().allSatisfy(event -> {
            assertThat(event.getMessage().getFormattedMessage()).doesNotContain("葡萄牙总统", "人道主义援助");
            Throwable thrown = event.getThrown();
            assertThat(thrown == null ? "" : String.valueOf(thrown.getMessage()))
                    .doesNotContain("葡萄牙总统", "人道主义援助");
        });
    }

    @Test
    void shouldHaveNoSecretAtAnyLevelNorShallAMetric() {
        LOGGERS.forEach(name -> Configurator.setLevel(name, Level.ALL));
        String login =
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"u\" password=\"hunter2\";";
        Settings settings = Settings.load(
                Map.of(
                        "bootstrap.servers", "127.0.0.1:1",
                        "state.dir", directory.toString(),
                        "dashboard.token", "hunter2-d",
                        "ingest.token", "hunter2-i",
                        "kafka.security.protocol", "SASL_PLAINTEXT",
                        "kafka.sasl.mechanism", "SCRAM-SHA-256",
                        "kafka.sasl.jaas.config", login,
                        "kafka.producer.sasl.jaas.config", login,
                        "kafka.ssl.key.password", "hunter2-k",
                        "kafka.ssl.truststore.password", "hunter2-t"),
                Map.of(),
                null);
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("wire.raw").to("wire.items");
        Properties properties = StreamsSettings.of(new TopicNames("wire."), settings.streamsProperties());
        try (KafkaStreams streams = new KafkaStreams(builder.build(properties), properties);
                Admin admin = Admin.create(settings.adminProperties());
                Producer<byte[], byte[]> producer = new KafkaProducer<>(
                        settings.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer());
                Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        settings.consumerProperties(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
                Metrics metrics = new DashboardMetrics(consumer, () -> true)) {
            assertThat(Stream.of(streams, admin, producer)).doesNotContainNull();
            assertThat(metrics.scrape()).contains("kafka_consumer_").doesNotContain("hunter2");
        }
        assertThat(settings.effective().toString()).doesNotContain("hunter2");
        List<String> said = lines.events.stream()
                .map(event -> event.getMessage().getFormattedMessage() + event.getThrown())
                .toList();
        assertThat(said)
                .anyMatch(line -> line.contains("sasl.jaas.config"))
                .noneMatch(line -> line.contains("hunter2"));
    }

    @Test
    void shouldMakeALineAJsonObject() throws Exception {
        LogEvent repeat = linesOfEveryEnding().stream()
                .filter(event -> event.getMessage().getFormattedMessage().startsWith("Absorbed"))
                .findFirst()
                .orElseThrow();
        String text = String.valueOf(
                context.getConfiguration().getAppender("json").getLayout().toSerializable(repeat));
        assertThat(text.strip()).doesNotContain("\n");
        JsonNode line = JsonMapper.builder().build().readTree(text);
        assertThat(line.path("item").asText()).isEqualTo("urn:a");
        assertThat(line.path("record").asText()).startsWith("wire.raw-0@");
        assertThat(line.path("level").asText()).isEqualTo("INFO");
        assertThat(line.path("logger").asText()).isEqualTo("org.wirestream.stream.EnrichProcessor");
        assertThat(line.path("message").asText()).isEqualTo("Absorbed as REPEAT");
        assertThat(line.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(line.has("exception")).isFalse();
    }
}
