package org.wirestream.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final TopicPartition LETTERS = new TopicPartition("letters", 0);
    /** The largest record of Wirestream is 12 MiB. */
    private static final byte[] LARGE = new byte[12 << 20];

    @TempDir
    Path directory;

    @Test
    void shouldKeepItsDataBetweenStarts() throws Exception {
        EmbeddedBroker first = EmbeddedBroker.start(directory, 0);
        try {
            create(first);
            send(first, LARGE);
        } finally {
            first.close();
            first.close();
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            assertThat(read(broker)).isEqualTo(LARGE.length);
        }
    }

    @Test
    void shouldDefendTransactionsAndRefuseASecondBrokerOnItsDirectory() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
                Admin admin = admin(broker)) {
            assertThat(admin.describeFeatures().featureMetadata().get().finalizedFeatures())
                    .extractingByKey("transaction.version")
                    .satisfies(range -> assertThat(range.maxVersionLevel()).isEqualTo((short) 2));
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("in use")
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void shouldRefuseADirectoryThatHoldsSomethingElseAndLeaveItAsItWas() throws Exception {
        Path letters = Files.writeString(directory.resolve("letters.txt"), "not a broker's");
        assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("not a broker's")
                .hasMessageContaining("--data");
        assertThat(directory.toFile().listFiles()).containsExactly(letters.toFile());
    }

    @Test
    void shouldRefuseAFileForADirectory() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThatThrownBy(() -> EmbeddedBroker.start(file, 0))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void shouldRefuseAPortThatIsTakenAndReleaseTheDirectory() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> EmbeddedBroker.start(directory, taken.getLocalPort()))
                        .isInstanceOf(BrokerStartException.class)
                        .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
                        .hasMessageContaining("another port");
            }
        }
        assertThatThrownBy(() -> EmbeddedBroker.start(directory, 70_000)).hasMessageContaining("70000 is no port");
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    private static void create(EmbeddedBroker broker) throws Exception {
        try (Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic(LETTERS.topic(), Optional.empty(), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void send(EmbeddedBroker broker, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.request.size", 16 << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(LETTERS.topic(), 0, null, value)).get();
        }
    }

    private static int read(EmbeddedBroker broker) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(LETTERS));
            return consumer.poll(Duration.ofSeconds(10)).iterator().next().value().length;
        }
    }
}
