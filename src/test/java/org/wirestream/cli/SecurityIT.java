package org.wirestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.broker.Certificates;
import org.wirestream.broker.SecureBroker;
import org.wirestream.config.Settings;
import org.wirestream.dashboard.Dashboard;
import org.wirestream.ingest.Ingest;
import org.wirestream.ingest.IngestOptions;
import org.wirestream.stream.Backlog;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.WireStreams;

/** The commands against a broker that demands SASL/SCRAM over TLS and grants each user the rights of its role only. */
@Timeout(120)
class SecurityIT {
    private static final Duration CLEAR = Duration.ofSeconds(30);

    @TempDir
    static Path data;

    private static SecureBroker broker;
    private static Path trustStore;

    /** What a command printed on either stream. */
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeAll
    static void startBroker() throws Exception {
        Path keyStore = Certificates.keyStore(data, "broker", "-1d", 30);
        trustStore = Certificates.trustStore(keyStore);
        List<String> roles = List.of("producer", "ingest", "editor", "pipeline", "reader", "dashboard", "operator");
        Map<String, String> users = new HashMap<>(Map.of("stranger", secret("stranger"), "clerk", secret("clerk")));
        roles.forEach(role -> users.put(role, secret(role)));
        broker = SecureBroker.start(data.resolve("kafka"), keyStore, users);
        for (String role : roles) {
            List<AclBinding> rights = RightsTable.of(role);
            assertThat(rights).isNotEmpty();
            grant(rights);
        }
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    private static void grant(List<AclBinding> rights) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.superUserServers()))) {
            admin.createAcls(rights).all().get();
        }
    }

    private static String secret(String user) {
        return user + "-hunter2";
    }

    private static Map<String, String> settings(String servers, String user, String password, Path trusted) {
        return Map.of(
                "bootstrap.servers",
                servers,
                "engine",
                "fast",
                "state.dir",
                data.resolve("state").toString(),
                "kafka.security.protocol",
                "SASL_SSL",
                "kafka.sasl.mechanism",
                "SCRAM-SHA-256",
                "kafka.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, password),
                "kafka.ssl.truststore.location",
                trusted.toString(),
                "kafka.ssl.truststore.type",
                "PKCS12",
                "kafka.ssl.truststore.password",
                Certificates.PASSWORD);
    }

    private static Map<String, String> settings(String user) {
        return settings(broker.bootstrapServers(), user, secret(user), trustStore);
    }

    /** Runs a command, in little time, and gives its exit code. */
    private int execute(Map<String, String> settings, String... command) {
        List<String> arguments = new ArrayList<>(Arrays.asList(command));
        settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        PrintStream out = System.out;
        PrintStream err = System.err;
        printed.reset();
        try (PrintStream captured = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            System.setErr(captured);
            var line = Main.commandLine();
            line.setOut(new PrintWriter(captured, true, StandardCharsets.UTF_8));
            line.setErr(new PrintWriter(captured, true, StandardCharsets.UTF_8));
            long begun = System.nanoTime();
            int code = line.execute(arguments.toArray(String[]::new));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(CLEAR);
            assertThat(printed()).doesNotContain("hunter2", Certificates.PASSWORD);
            return code;
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldLetEachRoleDoItsWorkWithItsRightsOnly() throws Exception {
        assertThat(execute(settings("operator"), "topics", "apply"))
                .as(printed())
                .isZero();
        Path texts = Files.createDirectories(data.resolve("texts"));
        Files.writeString(texts.resolve("a.txt"), "标题\n新华社里斯本3月1日电 葡萄牙总统会见联合国秘书长。");
        Files.writeString(texts.resolve("b.json"), "{\"uri\":");
        assertThat(execute(settings("producer"), "replay", texts.toString()))
                .as(printed())
                .isZero();

        requireWorkingIngest();
        assertThat(execute(settings("editor"), "gazetteer", "add", "德索萨", "--type", "NONE"))
                .as(printed())
                .isZero();
        assertThat(execute(settings("editor"), "gazetteer", "list"))
                .as(printed())
                .isZero();
        assertThat(printed()).contains("德索萨\tNONE");
        assertThat(execute(settings("reader"), "gazetteer", "add", "德索萨", "--type", "PER"))
                .as("only editors edit")
                .isNotZero();

        Settings pipeline = Settings.load(settings("pipeline"), Map.of(), null);
        Settings operator = Settings.load(
                Map.of("bootstrap.servers", broker.superUserServers(), "state.dir", "unused"), Map.of(), null);
        try (WireStreams streams = Pipeline.instance(pipeline, Pipeline.enricher(pipeline));
                Backlog backlog = new Backlog(operator)) {
            streams.start();
            assertThat(streams.awaitRunning(Duration.ofSeconds(60))).isTrue();
            while (!backlog.isEmpty()) {
                assertThat(streams.failure()).isNull();
                Thread.sleep(100);
            }
            assertThat(execute(settings("operator"), "dlq", "redrive", "0@0"))
                    .as(printed())
                    .isZero();
            while (!backlog.isEmpty()) {
                Thread.sleep(100);
            }
        }

        assertThat(execute(settings("reader"), "watch", "items", "--from", "beginning", "--exit-at-end", "--json"))
                .isZero();
        assertThat(printed()).contains("里斯本");
        assertThat(execute(settings("reader"), "watch", "raw", "--from", "beginning", "--exit-at-end"))
                .as("raw texts are not a reader's")
                .isEqualTo(4);
        requireWorkingDashboard();
        assertThat(execute(settings("operator"), "dlq", "list")).isZero();
        assertThat(printed()).containsPattern("JSON_SYNTAX +2 +1 ");
    }

    /** The text is a repeat of what the producer sent. */
    private static void requireWorkingIngest() throws Exception {
        Path spool = Files.createDirectories(data.resolve("spool"));
        Files.copy(data.resolve("texts/a.txt"), spool.resolve("a.txt"));
        Settings settings = Settings.load(settings("ingest"), Map.of(), null);
        try (Ingest ingest = Ingest.start(settings, new IngestOptions(spool, Duration.ZERO, null, "http"))) {
            while (!Files.exists(spool.resolve("done/a.txt"))) {
                assertThat(ingest.failure()).isNull();
                Thread.sleep(50);
            }
        }
    }

    private static void requireWorkingDashboard() throws Exception {
        Map<String, String> settings = new HashMap<>(settings("dashboard"));
        settings.put("dashboard.port", "0");
        try (Dashboard dashboard = Dashboard.start(Settings.load(settings, Map.of(), null))) {
            String answer;
            do {
                Thread.sleep(100);
                assertThat(dashboard.failure()).isNull();
                try (InputStream body =
                        URI.create(dashboard.url() + "api/pipeline").toURL().openStream()) {
                    answer = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                }
            } while (!answer.contains("\"reachable\":true") || !answer.contains("\"caughtUp\":true"));
            assertThat(answer)
                    .contains(
                            "\"topic\":\"wire.raw\"",
                            "\"topic\":\"wirestream-count-changes-repartition\"",
                            "JSON_SYNTAX",
                            "\"items\":1,");
        }
    }

    @Test
    void shouldNameEveryRightThatIsLacking() throws Exception {
        assertThat(execute(settings("operator"), "topics", "apply")).isZero();
        List<AclBinding> rights = new ArrayList<>();
        for (AclBinding right : RightsTable.of("pipeline")) {
            boolean lacking = right.pattern().name().equals("wirestream-")
                    || right.pattern().name().equals("wirestream");
            boolean seen = right.pattern().name().equals("wire.items");
            if (!lacking) {
                rights.add(RightsTable.forUser(
                        "clerk",
                        right,
                        seen ? AclOperation.DESCRIBE : right.entry().operation()));
            }
        }
        grant(rights);

        assertThat(execute(settings("clerk"), "run")).isEqualTo(5);
        assertThat(printed())
                .contains(
                        "this user may not",
                        "write wire.items",
                        "create topic wirestream-count-rows-changelog",
                        "use group wirestream",
                        "use transactional ids that begin with wirestream",
                        "docs/security.md")
                .doesNotContain("\tat ", "wire.ninjs");
        assertThat(execute(settings("clerk"), "doctor")).isEqualTo(5);
        assertThat(printed()).contains("problem  rights", "write wire.items", "-> grant them with kafka-acls");
    }

    @Test
    void shouldSayThatTheUserOrThePasswordIsWrong() {
        assertThat(execute(settings(broker.bootstrapServers(), "pipeline", "hunter2x", trustStore), "run"))
                .isEqualTo(5);
        assertThat(printed())
                .contains("refuse this user", "invalid credentials", "kafka.sasl.jaas.config")
                .doesNotContain("\tat ");
        assertThat(execute(settings(broker.bootstrapServers(), "nobody", "hunter2x", trustStore), "run", "--debug"))
                .isEqualTo(5);
        assertThat(printed()).contains("refuse this user", "\tat ");
    }

    @Test
    void shouldSayThatACertificateHasExpiredOrIsNotTrusted() throws Exception {
        Path expired = Certificates.keyStore(data, "expired", "-10d", 2);
        Path trusted = Certificates.trustStore(expired);
        try (SecureBroker old =
                SecureBroker.start(data.resolve("old"), expired, Map.of("pipeline", secret("pipeline")))) {
            assertThat(execute(settings(old.bootstrapServers(), "pipeline", secret("pipeline"), trusted), "run"))
                    .isEqualTo(5);
        }
        assertThat(printed())
                .contains("no TLS connection", "NotAfter", "dates and names")
                .doesNotContain("\tat ");

        assertThat(execute(settings(broker.bootstrapServers(), "pipeline", secret("pipeline"), trusted), "run"))
                .isEqualTo(5);
        assertThat(printed()).contains("no TLS connection", "certification path", "kafka.ssl.truststore");
    }

    @Test
    void shouldNameTheTopicsThatAreMissingOrHidden() {
        assertThat(execute(settings("stranger"), "run")).isEqualTo(4);
        assertThat(printed()).contains("missing topics", "wire.raw", "topics apply", "let this user see them");
    }

    @Test
    void shouldSayThatNobodyAnswers() {
        assertThat(execute(settings("127.0.0.1:1", "pipeline", secret("pipeline"), trustStore), "run"))
                .isEqualTo(3);
        assertThat(printed()).contains("no broker answered at 127.0.0.1:1").doesNotContain("\tat ");
    }

    @Test
    void shouldMaskSecretsInTheSettings() {
        assertThat(execute(settings("pipeline"), "config", "show")).isZero();
        assertThat(printed()).contains("kafka.sasl.jaas.config", "kafka.ssl.truststore.password", "********");
    }
}
