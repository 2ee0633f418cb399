package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.topics.TopicDefinition;

/** Counts on a real broker, through two instances of which one goes in the middle, equal a plain recount of the items. */
class CountsIT {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    Path directory;

    @Test
    void shouldEqualAPlainRecountWhenAnInstanceGoes() throws Exception {
        WireHistory history = new WireHistory(2017);
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0)) {
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

    private Settings settings(EmbeddedBroker broker, String instance) {
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
            for (int event = 0; event < events; event++) {
                for (WireHistory.Message message : history.next()) {
                    ProducerRecord<byte[], byte[]> raw =
                            new ProducerRecord<>("wire.raw", bytes(message.key()), bytes(message.text()));
                    for (int i = 0; i < message.headers().size(); i += 2) {
                        raw.headers()
                                .add(
                                        message.headers().get(i),
                                        bytes(message.headers().get(i + 1)));
                    }
                    producer.send(raw).get();
                }
            }
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

    private static Map<String, Map<String, JsonNode>> latest(Settings settings) throws IOException {
        Map<String, Object> properties = new HashMap<>(settings.consumerProperties());
        properties.put("isolation.level", "read_committed");
        Map<String, Map<String, JsonNode>> latest = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (TopicDefinition topic : topics(settings)) {
                if (topic.name().equals("wire.items") || topic.name().startsWith("wire.counts.")) {
                    consumer.partitionsFor(topic.name())
                            .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
                }
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    Map<String, JsonNode> records = latest.computeIfAbsent(record.topic(), t -> new TreeMap<>());
                    String key = new String(record.key(), StandardCharsets.UTF_8);
                    if (record.value() == null) {
                        records.remove(key);
                    } else {
                        records.put(key, MAPPER.readTree(record.value()));
                    }
                }
            }
        }
        return latest;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
