package org.wirestream.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.watch.TopicTail;

/** Files and requests on a real broker, and processes that are killed while they take them. */
class IngestIT {
    private static final String STORY = "新华社里斯本3月1日电 葡萄牙总统会见联合国秘书长。";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(data.resolve("broker"), 0);
        Settings settings = settings(Map.of());
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            admin.apply(Pipeline.topics(settings, List.of()), "wire.", 1, false);
        }
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    private static Settings settings(Map<String, String> more) {
        Map<String, String> flags = new HashMap<>(Map.of("bootstrap.servers", broker.bootstrapServers()));
        flags.putAll(more);
        return Settings.load(flags, Map.of(), null);
    }

    private static Ingest listen(String source, Map<String, String> more) {
        return Ingest.start(
                settings(more), new IngestOptions(null, Duration.ZERO, IngestOptions.Address.parse(":0"), source));
    }

    private static HttpResponse<String> post(Ingest ingest, String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(String.valueOf(ingest.url()))).POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** The committed raw records that contain a word. */
    private static List<String> raw(String word) {
        List<String> texts = new ArrayList<>();
        try (TopicTail tail = new TopicTail(settings(Map.of()), List.of("wire.raw"))) {
            tail.drain(record -> texts.add(new String(record.value(), StandardCharsets.UTF_8)));
        }
        texts.removeIf(text -> !text.contains(word));
        return texts;
    }

    @Test
    void shouldTakeARequestWithAKeyOnceThoughItIsSentAgainAfterARestart() throws Exception {
        HttpResponse<String> first;
        try (Ingest ingest = listen("one", Map.of())) {
            first = post(ingest, STORY + "甲", "Idempotency-Key", "k-1", "Wire-Id", "urn:x:1", "Wire-Version", "3");
            assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
            assertThat(first.body()).contains("\"id\":\"urn:x:1\"", "\"repeat\":false", "\"topic\":\"wire.raw\"");
        }
        try (Ingest ingest = listen("one", Map.of())) {
            HttpResponse<String> again = post(ingest, STORY + "甲", "Idempotency-Key", "k-1", "Wire-Id", "urn:x:1");
            assertThat(again.statusCode()).isEqualTo(202);
            assertThat(again.body()).contains("\"repeat\":true");
            assertThat(post(ingest, STORY + "乙", "Idempotency-Key", "k-1").statusCode())
                    .isEqualTo(422);
            post(ingest, STORY + "丙");
            post(ingest, STORY + "丙");
        }
        assertThat(raw("秘书长。甲")).hasSize(1);
        assertThat(raw("秘书长。丙")).as("without a key nobody can tell").hasSize(2);
    }

    @Test
    void shouldTakeTheRequestThatTheDocumentShows() throws Exception {
        String curl = Files.readAllLines(Path.of("docs/ingest.md")).stream()
                .filter(line -> line.startsWith("curl "))
                .findFirst()
                .orElseThrow();
        Path folder = Files.createDirectories(data.resolve("sender"));
        Files.writeString(folder.resolve("story.txt"), STORY + "己");
        try (Ingest ingest = listen("curl", Map.of())) {
            String here = curl.replace("http://127.0.0.1:8091/items", String.valueOf(ingest.url()));
            Process sender = new ProcessBuilder("sh", "-c", here)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(sender.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(sender.waitFor()).as(answer).isZero();
            assertThat(answer).contains("\"id\":\"urn:wire:", "\"repeat\":false", "\"topic\":\"wire.raw\"");
        }
        assertThat(raw("秘书长。己")).hasSize(1);
    }

    @Test
    void shouldRefuseWithAProblem() throws Exception {
        try (Ingest ingest = listen("refusing", Map.of("limits.text.bytes", "2000", "ingest.token", "hunter2"))) {
            String token = "Bearer hunter2";
            assertThat(post(ingest, STORY).statusCode()).isEqualTo(401);
            HttpResponse<String> large = post(ingest, "长".repeat(1_000), "Authorization", token);
            assertThat(large.statusCode()).isEqualTo(413);
            assertThat(large.headers().firstValue("content-type")).contains("application/problem+json");
            assertThat(large.body()).contains("2,000 bytes at most");
            HttpRequest chunked = HttpRequest.newBuilder(URI.create(String.valueOf(ingest.url())))
                    .header("Authorization", token)
                    .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString("长".repeat(1_000))))
                    .build();
            assertThat(HTTP.send(chunked, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
            HttpResponse<String> broken =
                    post(ingest, "{\"uri\":", "Authorization", token, "Content-Type", "application/json");
            assertThat(broken.statusCode()).isEqualTo(422);
            assertThat(broken.body()).contains("JSON_SYNTAX");
            assertThat(post(ingest, STORY, "Authorization", token, "Content-Type", "text/xml")
                            .statusCode())
                    .isEqualTo(415);
            assertThat(post(ingest, STORY, "Authorization", token, "Origin", "https://example.org")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(post(ingest, STORY, "Authorization", token, "Wire-Date", "yesterday")
                            .statusCode())
                    .isEqualTo(422);
            URI root = URI.create(String.valueOf(ingest.url())).resolve("/");
            assertThat(HTTP.send(HttpRequest.newBuilder(root).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(404);
            try (Socket rebound = new Socket(InetAddress.getLoopbackAddress(), root.getPort())) {
                rebound.getOutputStream()
                        .write(
                                "POST /items HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
                assertThat(new String(rebound.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 421");
            }
        }
    }

    @Test
    void shouldEndTheFirstOfTwoProcessesOfOneSource() throws Exception {
        try (Ingest first = listen("shared", Map.of());
                Ingest second = listen("shared", Map.of())) {
            assertThat(post(second, STORY + "丁").statusCode()).isEqualTo(202);
            assertThat(post(first, STORY + "戊").statusCode()).isEqualTo(503);
            first.awaitStopped();
            assertThat(first.failure()).hasMessageContaining("another ingest of this source has taken over");
            assertThat(raw("秘书长。戊")).isEmpty();
        }
        assertThatThrownBy(() -> IngestOptions.Address.parse("localhost")).hasMessageContaining(":8091");
    }

    @Test
    void shouldTakeEachFileOnceThoughTheProcessIsKilledAgainAndAgain() throws Exception {
        Path spool = Files.createDirectories(data.resolve("spool"));
        int files = 120;
        for (int i = 0; i < files; i++) {
            Files.writeString(spool.resolve("%03d.txt".formatted(i)), STORY + "文件" + i + "号");
        }
        int kills = 0;
        while (left(spool) > 0 && kills < 40) {
            Process process = fork(spool);
            int before = left(spool);
            // Killed in the midst of its work: when a few files more are moved.
            while (left(spool) > Math.max(0, before - 25) && process.isAlive()) {
                Thread.sleep(3);
            }
            process.destroyForcibly().waitFor();
            kills++;
        }

        assertThat(left(spool)).isZero();
        assertThat(kills).isGreaterThanOrEqualTo(4);
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            expected.add(STORY + "文件" + i + "号");
        }
        assertThat(raw("文件")).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static int left(Path spool) throws IOException {
        try (Stream<Path> files = Files.list(spool)) {
            return (int) files.filter(file -> file.toString().endsWith(".txt")).count();
        }
    }

    private static Process fork(Path spool) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.wirestream.cli.Main",
                        "ingest",
                        "--watch",
                        spool.toString(),
                        "--settle",
                        "0",
                        "-b",
                        broker.bootstrapServers())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("ingest.log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("WIRESTREAM_"));
        return builder.start();
    }
}
