package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirestream.Enricher;
import org.wirestream.broker.BrokerUnderTest;
import org.wirestream.config.Settings;
import org.wirestream.ninjs.Schemas;
import org.wirestream.topics.MissingTopicsException;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.topics.TopicDefinition;

/** The whole pipeline on a real broker: the seed in, records out, twice, and again after a restart. */
class PipelineIT {
    private static final Enricher ENRICHER = Enricher.load();
    private static final byte[] SEED = read("seeds/sco-astana-2017-communique.txt");
    /** Dated years ahead of the broker's clock, which brokers refuse by default. */
    private static final byte[] AHEAD =
            "{\"uri\":\"urn:x:ahead\",\"versionCreated\":\"2099-01-01T00:00:00+08:00\",\"bodies\":[{\"value\":\"联合国2日说，会议将在日内瓦举行。\"}]}"
                    .getBytes(StandardCharsets.UTF_8);

    private static final byte[] POISON = "{\"uri\":".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldPublishEveryItemOnceThroughRepeatsPoisonAndRestart(BrokerUnderTest.Kind kind) throws Exception {
        try (BrokerUnderTest broker = kind.start(directory.resolve("broker"))) {
            Settings settings = settings(broker);
            assertThatThrownBy(() -> Pipeline.instance(settings, ENRICHER))
                    .isInstanceOf(MissingTopicsException.class)
                    .hasMessageContaining("wire.raw")
                    .hasMessageContaining("topics apply");
            applyTopics(settings);
            Map<String, Map<String, String>> first = run(settings, List.of(POISON, AHEAD, SEED), 1);
            assertThat(first.get("wire.items")).hasSize(2);
            assertThat(first.get("wire.paragraphs")).hasSize(51 + 1);
            assertThat(first.get("wire.dlq")).hasSize(1).containsValue(new String(POISON, StandardCharsets.UTF_8));
            first.get("wire.items")
                    .values()
                    .forEach(json -> assertThat(Schemas.enrichedErrors(json.getBytes(StandardCharsets.UTF_8)))
                            .isEmpty());
            first.get("wire.ninjs")
                    .values()
                    .forEach(json -> assertThat(Schemas.ninjsErrors(json.getBytes(StandardCharsets.UTF_8)))
                            .isEmpty());
            first.get("wire.paragraphs")
                    .values()
                    .forEach(json -> assertThat(Schemas.paragraphErrors(json.getBytes(StandardCharsets.UTF_8)))
                            .isEmpty());
            broker.restart();
            Map<String, Map<String, String>> second = run(settings(broker), List.of(SEED, AHEAD, POISON), 2);
            second.remove("wire.dlq");
            first.remove("wire.dlq");
            assertThat(second).isEqualTo(first);
        }
    }

    private Settings settings(BrokerUnderTest broker) {
        return Settings.load(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "state.dir", directory.resolve("state").toString(),
                        "threads", "2"),
                Map.of(),
                null);
    }

    private static List<TopicDefinition> topics(Settings settings) {
        return Pipeline.topics(settings, ENRICHER.desks().ids());
    }

    private static void applyTopics(Settings settings) {
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            assertThat(admin.apply(topics(settings), "wire.", 0, false)).hasSameSizeAs(topics(settings));
            assertThat(admin.diff(topics(settings), "wire.")).isEmpty();
            assertThat(admin.apply(topics(settings), "wire.", 0, false)).isEmpty();
        }
    }

    /** Sends values, waits until as many dead letters came out as poison went in, and reads every topic's latest records. */
    private static Map<String, Map<String, String>> run(Settings settings, List<byte[]> values, int deadLetters)
            throws Exception {
        try (WireStreams streams = Pipeline.instance(settings, ENRICHER)) {
            streams.start();
            assertThat(streams.awaitRunning(Duration.ofSeconds(60))).isTrue();
            Map<String, Object> properties = settings.producerProperties();
            try (KafkaProducer<byte[], byte[]> producer =
                    new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
                for (byte[] value : values) {
                    producer.send(new ProducerRecord<>("wire.raw", null, value)).get();
                }
            }
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            Map<String, Map<String, String>> latest = latest(settings);
            Map<String, Map<String, String>> before = Map.of();
            boolean done = false;
            while (!done && System.nanoTime() < deadline) {
                Thread.sleep(1_000);
                before = latest;
                latest = latest(settings);
                done = latest.equals(before)
                        && latest.containsKey("wire.counts.languages")
                        && latest.getOrDefault("wire.dlq", Map.of()).size() == deadLetters;
            }
            assertThat(streams.failure()).isNull();
            return latest;
        }
    }

    private static Map<String, Map<String, String>> latest(Settings settings) {
        List<String> outputs = topics(settings).stream()
                .map(TopicDefinition::name)
                .filter(topic -> !topic.equals("wire.raw"))
                .toList();
        return LatestRecords.read(settings, outputs, LatestRecords::text);
    }
}
