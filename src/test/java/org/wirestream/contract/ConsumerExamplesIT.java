package org.wirestream.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.WireStreams;
import org.wirestream.topics.TopicAdmin;

/** The consumers of {@code examples/}, as a newsroom's developer starts them: each follows a pipeline on a real broker. */
class ConsumerExamplesIT {
    private static final String ID = "urn:x:visit";
    private static final String TEXT = "法国总统访问葡萄牙\n新华社里斯本2026年3月1日电 法国总统马克龙1日在里斯本会见客人。";

    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;
    private static WireStreams streams;

    @BeforeAll
    static void startAPipelineWithAnItemThatWasCorrectedAndWithdrawn() throws Exception {
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        Settings settings = Settings.load(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "state.dir",
                        directory.resolve("state").toString(),
                        "engine",
                        "fast",
                        "threads",
                        "1"),
                Map.of(),
                null);
        Enricher enricher = Enricher.load(Engine.FAST);
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            admin.apply(Pipeline.topics(settings, enricher.desks().ids()), "wire.", 0, false);
        }
        streams = Pipeline.instance(settings, enricher);
        streams.start();
        assertThat(streams.awaitRunning(Duration.ofSeconds(60))).isTrue();
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings.producerProperties(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("wire.raw", ID, TEXT)).get();
            producer.send(new ProducerRecord<>("wire.raw", ID, TEXT + "\n双方签署《气候合作协议》。"))
                    .get();
            producer.send(new ProducerRecord<>("wire.raw", ID, null)).get();
        }
    }

    @AfterAll
    static void stop() {
        streams.close();
        broker.close();
    }

    @Test
    void shouldFollowItemsInJava() throws Exception {
        List<String> lines = threeLines(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "examples/WireConsumer.java",
                broker.bootstrapServers());
        assertThat(lines.get(0))
                .startsWith("published " + ID + " version 1: {\"uri\":\"" + ID + "\"")
                .contains("马克龙");
        assertThat(lines.get(1)).startsWith("published " + ID + " version 2: ").contains("气候合作协议");
        assertThat(lines.get(2)).isEqualTo("withdrawn " + ID + " version 3");
    }

    @Test
    void shouldFollowItemsInPython() throws Exception {
        Path python = Path.of("/usr/bin/python3");
        assumeTrue(
                Files.isExecutable(python) && exits(python.toString(), "-c", "import confluent_kafka") == 0,
                "Debian's python3-confluent-kafka is not installed");
        List<String> lines = threeLines(python.toString(), "examples/wire_consumer.py", broker.bootstrapServers());
        assertThat(lines.get(0))
                .startsWith("published " + ID + " version 1 法国总统访问葡萄牙")
                .contains("马克龙");
        assertThat(lines.get(1)).startsWith("published " + ID + " version 2 ").contains("气候合作协议");
        assertThat(lines.get(2)).isEqualTo("withdrawn " + ID + " version 3");
    }

    private static int exits(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Starts a consumer, which never ends by itself, and reads what it says first. */
    private static List<String> threeLines(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PYTHONIOENCODING", "UTF-8");
        Path errors = Files.createTempFile(directory, "consumer", ".err");
        Process process = builder.redirectError(errors.toFile()).start();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            Thread killer = new Thread(() -> endAfterTwoMinutes(process));
            killer.setDaemon(true);
            killer.start();
            List<String> lines = reader.lines().limit(3).toList();
            assertThat(lines).as(Files.readString(errors)).hasSize(3);
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void endAfterTwoMinutes(Process process) {
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
