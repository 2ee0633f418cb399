package org.wirestream.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path directory;

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("wirestream.properties"), content);
    }

    @Test
    void shouldPreferFlagOverEnvironmentOverFileOverDefault() throws IOException {
        Path file = file("threads=2\ntopic.prefix=file.\nbootstrap.servers=file:1\n");
        Map<String, String> environment =
                Map.of("WIRESTREAM_TOPIC_PREFIX", "env.", "WIRESTREAM_BOOTSTRAP_SERVERS", "env:1", "PATH", "/bin");
        Settings settings = Settings.load(Map.of("bootstrap.servers", "flag:1"), environment, file);

        assertThat(settings.get(SettingKey.BOOTSTRAP_SERVERS)).isEqualTo("flag:1");
        assertThat(settings.get(SettingKey.TOPIC_PREFIX)).isEqualTo("env.");
        assertThat(settings.getInt(SettingKey.THREADS)).isEqualTo(2);
        assertThat(settings.get(SettingKey.GROUP_PROTOCOL)).isEqualTo("classic");
        assertThat(settings.effective())
                .contains(
                        new Settings.Entry("bootstrap.servers", "flag:1", "flag"),
                        new Settings.Entry("topic.prefix", "env.", "env WIRESTREAM_TOPIC_PREFIX"),
                        new Settings.Entry("threads", "2", "file " + file),
                        new Settings.Entry("group.protocol", "classic", "default"));
    }

    @Test
    void shouldPassKafkaSettingsToTheClientsThatKnowThem() {
        Settings settings = Settings.load(
                Map.of(
                        "kafka.security.protocol",
                        "SASL_SSL",
                        "kafka.producer.linger.ms",
                        "7",
                        "kafka.isolation.level",
                        "read_committed"),
                Map.of("WIRESTREAM_KAFKA_SASL_JAAS_CONFIG", "secret words"),
                null);
        assertThat(settings.producerProperties())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("linger.ms", "7")
                .containsEntry("sasl.jaas.config", "secret words")
                .doesNotContainKey("isolation.level");
        assertThat(settings.consumerProperties())
                .containsEntry("isolation.level", "read_committed")
                .doesNotContainKey("linger.ms");
        assertThat(settings.streamsProperties())
                .containsEntry("producer.linger.ms", "7")
                .containsEntry("sasl.jaas.config", "secret words")
                .containsEntry("application.id", "wirestream");
    }

    @Test
    void shouldMaskSecrets() {
        Settings settings = Settings.load(
                Map.of("kafka.ssl.keystore.password", "hunter2", "kafka.sasl.jaas.config", "hunter2"), Map.of(), null);
        assertThat(settings.effective().toString()).doesNotContain("hunter2").contains("********");
    }

    @Test
    void shouldRefuseUnknownKeysAndNameTheNearest() {
        assertThatThrownBy(() -> Settings.load(Map.of("treads", "2"), Map.of(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("treads")
                .hasMessageContaining("did you mean threads");
        assertThatThrownBy(() -> Settings.load(Map.of(), Map.of("WIRESTREAM_KAFKA_SECURTY_PROTOCOL", "SSL"), null))
                .hasMessageContaining("kafka.security.protocol");
    }

    @Test
    void shouldRefuseValuesThatAreNotAllowed() {
        assertThatThrownBy(() -> Settings.load(Map.of("group.protocol", "consumer"), Map.of(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("group.protocol")
                .hasMessageContaining("classic|streams");
    }
}
