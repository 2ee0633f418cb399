package org.wirestream.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.ssl.keystore.password",
                "kafka.sasl.jaas.config",
                "kafka.ssl.keystore.key",
                "kafka.producer.ssl.key.password",
                "kafka.sasl.oauthbearer.client.credentials.client.secret",
                "kafka.sasl.oauthbearer.assertion.private.key.passphrase"
            })
    void shouldMaskSecretsAndStillHandThemOn(String key) {
        Settings settings = Settings.load(Map.of(key, "hunter2"), Map.of(), null);
        assertThat(settings.effective().toString()).doesNotContain("hunter2").contains("********");
        assertThat(settings.producerProperties()).containsValue("hunter2");
    }

    @Test
    void shouldGiveASettingForOneClientToThatClientOnlyAndOverTheGeneralOne() {
        Settings settings = Settings.load(
                Map.of(
                        "kafka.client.id",
                        "all",
                        "kafka.consumer.client.id",
                        "reader",
                        "kafka.streams.topology.optimization",
                        "all"),
                Map.of(),
                null);
        assertThat(settings.consumerProperties()).containsEntry("client.id", "reader");
        assertThat(settings.producerProperties()).containsEntry("client.id", "all");
        assertThat(settings.adminProperties())
                .containsEntry("client.id", "all")
                .containsOnlyKeys("client.id", "bootstrap.servers");
        assertThat(settings.streamsProperties())
                .containsEntry("client.id", "all")
                .containsEntry("consumer.client.id", "reader")
                .containsEntry("topology.optimization", "all");
    }

    @Test
    void shouldRunTheTopologyAsSet() {
        Settings settings = Settings.load(
                Map.of(
                        "application.id", "desk-a",
                        "state.dir", "elsewhere",
                        "threads", "3",
                        "group.protocol", "streams",
                        "processing.guarantee", "at_least_once",
                        "replication.factor", "2"),
                Map.of(),
                null);
        assertThat(settings.streamsProperties())
                .containsEntry("application.id", "desk-a")
                .containsEntry("state.dir", "elsewhere")
                .containsEntry("num.stream.threads", 3)
                .containsEntry("group.protocol", "streams")
                .containsEntry("processing.guarantee", "at_least_once")
                .containsEntry("replication.factor", 2);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "group.protocol ; consumer ; classic|streams",
                "bootstrap.servers ; kafka-1 ; host:port",
                "bootstrap.servers ; kafka-1:9092,, ; host:port",
                "threads ; many ; a number from 0 to 999",
                "topic.prefix ; a/b ; letters, digits",
                "limits.paragraphs ; 0 ; a number from 1",
                "kafka.linger.ms ; soon ; linger.ms",
                "kafka.consumer.auto.offset.reset ; middle ; auto.offset.reset"
            })
    void shouldRefuseValuesThatAreNotAllowed(String key, String value, String allowed) {
        assertThatThrownBy(() -> Settings.load(Map.of(key, value), Map.of(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("setting " + key + " (flag)")
                .hasMessageContaining(value)
                .hasMessageContaining(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h:1", "kafka-1.example.org:9092, kafka-2:9092", "[::1]:9092", "SSL://kafka:9093"})
    void shouldTakeAddressesAsKafkaDoes(String servers) {
        assertThat(Settings.load(Map.of("bootstrap.servers", servers), Map.of(), null)
                        .adminProperties())
                .containsEntry("bootstrap.servers", servers);
    }

    @ParameterizedTest
    @CsvSource({
        "kafka.bootstrap.servers, bootstrap.servers",
        "kafka.admin.bootstrap.servers, bootstrap.servers",
        "kafka.num.stream.threads, threads",
        "kafka.streams.state.dir, state.dir",
        "kafka.processing.guarantee, processing.guarantee"
    })
    void shouldRefuseClientSettingsThatWouldHaveNoEffect(String key, String own) {
        assertThatThrownBy(() -> Settings.load(Map.of(key, "1"), Map.of(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(key)
                .hasMessageContaining("set " + own);
    }

    @Test
    void shouldSayWhatIsWrongWithTheFile() throws IOException {
        Path wrong = file("threads=\\u00zz\n");
        assertThatThrownBy(() -> Settings.load(Map.of(), Map.of(), wrong))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(wrong.toString())
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> Settings.load(Map.of(), Map.of(), directory.resolve("none.properties")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("none.properties does not exist");
    }
}
