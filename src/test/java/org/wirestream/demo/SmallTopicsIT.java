package org.wirestream.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ReplicaInfo;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.WireStreams;
import org.wirestream.topics.TopicAdmin;

/** What a live demonstration may take of the disk, on its broker. */
class SmallTopicsIT {
    private static final int MIB = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final TopicPartition ITEMS = new TopicPartition("wire.items", 0);
    private static final TopicPartition RAW = new TopicPartition("wire.raw", 0);

    @TempDir
    Path directory;

    @Test
    void shouldForgetTheOldestOutputsButNothingThatWasSentIn() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            Settings settings = settings(broker);
            Enricher enricher = Enricher.load(Engine.FAST);
            try (TopicAdmin topics = new TopicAdmin(settings.adminProperties())) {
                topics.apply(Pipeline.topics(settings, enricher.desks().ids()), "wire.", 1, false);
            }
            try (WireStreams streams = Pipeline.instance(settings, enricher)) {
                streams.start();
                assertThat(streams.awaitRunning(PATIENCE)).isTrue();
                SmallTopics.make(settings);
                try (TopicAdmin topics = new TopicAdmin(settings.adminProperties())) {
                    for (String internal : Pipeline.internalTopics(settings)) {
                        assertThat(topics.setting(internal, "segment.bytes").value())
                                .as(internal)
                                .isEqualTo(Integer.toString(12 * MIB));
                    }
                    assertThat(topics.setting("wire.gazetteer", "cleanup.policy")
                                    .value())
                            .isEqualTo("compact");
                    assertThat(topics.setting("wire.audit", "cleanup.policy").value())
                            .isEqualTo("compact");
                }
            }
            fill(settings, ITEMS, 6);
            fill(settings, RAW, 6);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (size(admin, ITEMS) > 2 * 12 * MIB) {
                assertThat(System.nanoTime()).as("time for old segments to go").isLessThan(deadline);
                Thread.sleep(200);
            }
            assertThat(size(admin, ITEMS)).isPositive();
            assertThat(size(admin, RAW)).isGreaterThan(6 * 3 * MIB);
        }
    }

    private Settings settings(EmbeddedBroker broker) {
        return Settings.load(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "state.dir", directory.resolve("state").toString(),
                        "engine", "fast",
                        "replication.factor", "1",
                        "threads", "1"),
                Map.of(),
                null);
    }

    /** Sends large records, each with a key of its own. */
    private static void fill(Settings settings, TopicPartition partition, int records) throws Exception {
        Map<String, Object> properties = new HashMap<>(settings.producerProperties());
        properties.put("max.request.size", 16 * MIB);
        SplittableRandom random = new SplittableRandom(1);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < records; i++) {
                byte[] value = new byte[partition.equals(RAW) ? 3 * MIB : 7 * MIB];
                random.nextBytes(value);
                sent.add(producer.send(
                        new ProducerRecord<>(partition.topic(), partition.partition(), new byte[] {(byte) i}, value)));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        }
    }

    private static long size(Admin admin, TopicPartition partition) throws Exception {
        return admin.describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
                .flatMap(directories -> directories.values().stream())
                .map(description -> description.replicaInfos().get(partition))
                .mapToLong(ReplicaInfo::size)
                .sum();
    }
}
