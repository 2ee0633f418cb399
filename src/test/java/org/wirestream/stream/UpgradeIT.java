package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.reset.Reset;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.topics.TopicDefinition;
import org.wirestream.topics.TopicEnds;
import org.wirestream.watch.StartPoint;

/** An engine takes over the state of another one, and makes history again on it. */
@Timeout(240)
class UpgradeIT {
    private static final List<String> OUTPUTS = List.of("wire.items", "wire.counts.entities");

    private static final Enricher OLD = Enricher.load(Engine.FAST);
    private static final Enricher NEW = Enricher.load(Engine.ACCURATE);

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldMakeHistoryAgainOnTheStateOfAnotherEngine(boolean onDisk) throws Exception {
        WireHistory history = new WireHistory(2026);
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"), 0)) {
            Settings settings = settings(broker);
            try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
                admin.apply(topics(settings), "wire.", 1, false);
            }
            send(settings, history, 60);
            process(settings, OLD);
            assertThat(engines(settings)).containsOnly(OLD.versions().engine());

            if (!onDisk) {
                // Another machine: all that is left of the state is in the internal topics.
                Utils.delete(data.resolve("state").toFile());
            }
            send(settings, history, 2);
            process(settings, NEW);
            Map<String, Map<String, JsonNode>> before = latest(settings);
            assertThat(before.get("wire.items").keySet())
                    .isEqualTo(history.published().keySet());
            assertThat(engines(settings))
                    .as("only what is new is made by it")
                    .contains(OLD.versions().engine());

            readAgain(settings);
            process(settings, NEW);
            Map<String, Map<String, JsonNode>> after = latest(settings);
            assertThat(engines(settings)).containsOnly(NEW.versions().engine());
            assertThat(versions(after)).isEqualTo(versions(before));
            assertThat(PlainRecount.published(after))
                    .isNotEmpty()
                    .isEqualTo(PlainRecount.of(after.get("wire.items").values(), NEW.desks()));

            Map<TopicPartition, Long> ends = TopicEnds.of(settings, OUTPUTS);
            readAgain(settings);
            process(settings, NEW);
            assertThat(TopicEnds.of(settings, OUTPUTS))
                    .as("repeats are absorbed")
                    .isEqualTo(ends);
        }
    }

    private Settings settings(EmbeddedBroker broker) {
        return Settings.load(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "state.dir",
                        data.resolve("state").toString(),
                        "threads",
                        "1"),
                Map.of(),
                null);
    }

    private static List<TopicDefinition> topics(Settings settings) {
        return Pipeline.topics(settings, OLD.desks().ids());
    }

    private static void send(Settings settings, WireHistory history, int events) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                settings.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            history.send(producer, events);
        }
    }

    private static void process(Settings settings, Enricher enricher) throws Exception {
        try (WireStreams streams = Pipeline.instance(settings, enricher);
                Backlog backlog = new Backlog(settings)) {
            streams.start();
            while (!streams.awaitRunning(Duration.ofSeconds(60)) || !backlog.isEmpty()) {
                assertThat(streams.failure()).isNull();
                Thread.sleep(50);
            }
        }
    }

    private static void readAgain(Settings settings) throws InterruptedException {
        try (Reset reset = new Reset(settings)) {
            reset.execute(reset.plan(StartPoint.BEGINNING, false));
        }
    }

    private static Map<String, Map<String, JsonNode>> latest(Settings settings) {
        List<String> topics = topics(settings).stream()
                .map(TopicDefinition::name)
                .filter(topic -> topic.equals("wire.items") || topic.startsWith("wire.counts."))
                .toList();
        return LatestRecords.read(settings, topics, LatestRecords::json);
    }

    private static Map<String, String> versions(Map<String, Map<String, JsonNode>> latest) {
        Map<String, String> versions = new TreeMap<>();
        latest.get("wire.items")
                .forEach((id, item) -> versions.put(id, item.path("version").asText()));
        return versions;
    }

    /** The engines that made the items. */
    private static Collection<String> engines(Settings settings) {
        return LatestRecords.read(
                        settings,
                        List.of("wire.items"),
                        record -> RawHeaders.text(record.headers(), EnrichProcessor.ENGINE))
                .get("wire.items")
                .values();
    }
}
