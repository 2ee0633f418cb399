package org.wirestream.broker;

import java.nio.file.Path;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** A broker that the end-to-end tests run against. */
public interface BrokerUnderTest extends AutoCloseable {
    /** Where clients connect. */
    String bootstrapServers();

    /** Stops it and starts it again on its data; a container goes on, since its data would go with it. */
    void restart();

    @Override
    void close();

    /** The brokers that there are. */
    enum Kind {
        /** The product's own. */
        EMBEDDED {
            @Override
            public BrokerUnderTest start(Path directory) {
                return new Embedded(directory);
            }
        },
        /** The official image, where a Docker engine answers. */
        OFFICIAL_IMAGE {
            @Override
            public BrokerUnderTest start(Path directory) {
                Assumptions.assumeTrue(
                        DockerClientFactory.instance().isDockerAvailable(),
                        "no Docker engine answers here, so Kafka's official image is not tested");
                return new OfficialImage();
            }
        };

        /** Starts one; the test is skipped where this kind cannot run. */
        public abstract BrokerUnderTest start(Path directory);
    }

    /** The broker of {@code demo}. */
    final class Embedded implements BrokerUnderTest {
        private final Path directory;
        private EmbeddedBroker broker;

        private Embedded(Path directory) {
            this.directory = directory;
            broker = EmbeddedBroker.start(directory, 0);
        }

        @Override
        public String bootstrapServers() {
            return broker.bootstrapServers();
        }

        @Override
        public void restart() {
            broker.close();
            broker = EmbeddedBroker.start(directory, 0);
        }

        @Override
        public void close() {
            broker.close();
        }
    }

    /** Kafka's own image, of the version that the product is built with. */
    final class OfficialImage implements BrokerUnderTest {
        private final KafkaContainer container = new KafkaContainer("apache/kafka:" + AppInfoParser.getVersion())
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(12 << 20));

        private OfficialImage() {
            container.start();
        }

        @Override
        public String bootstrapServers() {
            return container.getBootstrapServers();
        }

        @Override
        public void restart() {
            // See the interface.
        }

        @Override
        public void close() {
            container.stop();
        }
    }
}
