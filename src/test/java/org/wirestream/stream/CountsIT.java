package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirestream.broker.BrokerUnderTest;
import org.wirestream.config.Settings;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.topics.TopicDefinition;

/** Counts on a real broker, through two instances of which one goes in the middle, equal a plain recount of the items. */
class CountsIT {
    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void shouldEqualAPlainRecountWhenAnInstanceGoes(BrokerUnderTest.Kind kind) throws Exception {
        WireHistory history = new WireHistory(2017);
        try (BrokerUnderTest broker = kind.start(directory.resolve("broker"))) {
            Settings settings = settings(broker, "one");
            try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
                admin.apply(topics(settings), "wire.", 1, false);
            }
            try (WireStreams one = Pipeline.instance(settings, TopologyFixture.ENRICHER)) {
                one.start();
                assertThat(one.awaitRunning(Duration.ofSeconds(60))).isTrue();
                try (WireStreams two = Pipeline.instance(settings(broker, "two"), TopologyFixture.ENRICHER)) {
                    two.start();
                    assertThat(two.awaitRunning(Duration.ofSeconds(60))).isTrue();
                    send(settings, history, 60);
                }
                send(settings, history, 40);
                awaitProcessed(settings);
            }
            Map<String, Map<String, JsonNode>> latest = latest(settings);
            assertThat(latest.get("wire.items").keySet())
                    .isEqualTo(history.published().keySet());
            assertThat(PlainRecount.published(latest))
                    .isNotEmpty()
                    .isEqualTo(PlainRecount.of(latest.get("wire.items").values(), TopologyFixture.ENRICHER.desks()));
        }
    }

    private Settings settings(BrokerUnderTest broker, String instance) {
        return Settings.load(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "state.dir",
                        directory.resolve(instance).toString(),
                        "replication.factor",
                        "1",
                        "threads",
                        "1"),
                Map.of(),
                null);
    }

    private static List<TopicDefinition> topics(Settings settings) {
        return Pipeline.topics(settings, TopologyFixture.ENRICHER.desks().ids());
    }

    private static void send(Settings settings, WireHistory history, int events) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                settings.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer())) {
            history.send(producer, events);
        }
    }

    private static void awaitProcessed(Settings settings) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        try (Backlog backlog = new Backlog(settings)) {
            while (!backlog.isEmpty()) {
                assertThat(System.nanoTime()).as("time for the backlog").isLessThan(deadline);
                Thread.sleep(200);
            }
        }
    }

    private static Map<String, Map<String, JsonNode>> latest(Settings settings) {
        List<String> topics = topics(settings).stream()
                .map(TopicDefinition::name)
                .filter(topic -> topic.equals("wire.items") || topic.startsWith("wire.counts."))
                .toList();
        return LatestRecords.read(settings, topics, LatestRecords::json);
    }
}
