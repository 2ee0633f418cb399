package org.wirestream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API on a real broker with the real pipeline, over HTTP. */
class DashboardIT {
    private static final String TALKS = "http://feed.example/items/1?a=b&c=d+e";
    private static final String TIME = "2017-06-09T10:20:00+08:00";
    private static final OpenApi DOCUMENT = OpenApi.load();

    @TempDir
    private static Path directory;

    private static Newsroom newsroom;
    private static int ids;

    @BeforeAll
    static void start() throws Exception {
        newsroom = Newsroom.open(directory);
        newsroom.sendSeed();
        newsroom.send(TALKS, 1, TIME, "外长会谈", "新华社北京6月9日电 中国和哈萨克斯坦外长9日在北京举行会谈，双方讨论双边合作。");
        newsroom.sendRaw("{\"uri\":");
        newsroom.awaitItems(2);
    }

    @AfterAll
    static void stop() {
        newsroom.close();
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String fresh() {
        return "urn:x:fresh:" + ++ids;
    }

    /** Lines of a stream as they come, until the thread that reads them is interrupted with the test's end. */
    private static List<String> stream(String address, String... headers) {
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/stream"));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        Thread reader = new Thread(() -> {
            try (Stream<String> body = HttpClient.newHttpClient()
                    .send(request.build(), BodyHandlers.ofLines())
                    .body()) {
                body.forEach(lines::add);
            } catch (Exception e) {
                lines.add("ended: " + e.getClass().getSimpleName());
            }
        });
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    private static boolean has(List<String> lines, String... parts) {
        return lines.stream().anyMatch(line -> Stream.of(parts).allMatch(line::contains));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/vocabulary",
                "/api/now",
                "/api/now?at=2017-06-09&baseline=7",
                "/api/now?hours=12",
                "/api/risers?kind=subjects",
                "/api/counts/desks",
                "/api/counts/entities?type=PER&limit=3&sort=mentions",
                "/api/counts/subjects?desk=security&from=2017-06-01&to=2017-06-30",
                "/api/counts/countries/timeline?span=hour",
                "/api/counts/languages/timeline?sum=true&from=2017-06-01",
                "/api/items?desk=diplomacy&facets=5",
                "/api/entities?q=%E5%93%88",
                "/api/events?limit=5",
                "/api/pipeline",
                "/livez",
                "/readyz"
            })
    void shouldAnswerAsTheDocumentSays(String path) {
        HttpResponse<String> answer = newsroom.get(path);
        String template = path.replaceAll("\\?.*", "").replaceAll("/counts/[a-z]+", "/counts/{kind}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(DOCUMENT.errors(template, 200, "application/json", answer.body()))
                .isEmpty();
    }

    @Test
    void shouldShowAnItemWhateverItsIdAndAnEntity() {
        HttpResponse<String> item = newsroom.get("/api/items/" + encoded(TALKS));
        assertThat(item.statusCode()).isEqualTo(200);
        assertThat(DOCUMENT.errors("/api/items/{id}", 200, "application/json", item.body()))
                .isEmpty();
        assertThat(newsroom.json("/api/items/" + encoded(TALKS) + "/versions/1")
                        .path("uri")
                        .asText())
                .isEqualTo(TALKS);

        HttpResponse<String> entity = newsroom.get("/api/entities/" + encoded("org:上海合作组织") + "?limit=5");
        assertThat(DOCUMENT.errors("/api/entities/{id}", 200, "application/json", entity.body()))
                .isEmpty();
        JsonNode page = newsroom.json("/api/entities/" + encoded("country:KZ"));
        assertThat(page.path("total").path("items").asInt()).isEqualTo(2);
        assertThat(page.path("with")).isNotEmpty();
        assertThat(page.path("items")).hasSize(2);
    }

    @Test
    void shouldCountAsTheTopicsDo() {
        for (String kind : List.of("subjects", "entities", "countries", "agencies", "datelines", "languages")) {
            Map<String, Long> served = new HashMap<>();
            newsroom.json("/api/counts/" + kind + "?from=2017-06-09&to=2017-06-09&limit=1000")
                    .path("rows")
                    .forEach(row -> served.put(
                            row.path("id").asText(), row.path("mentions").asLong()));
            assertThat(served)
                    .as(kind)
                    .isNotEmpty()
                    .isEqualTo(newsroom.topic("wire.counts." + kind, "2017-06-09", "id", "mentions"));
        }
        JsonNode hours = newsroom.json("/api/counts/agencies/timeline?span=hour&fromHour=2017-06-09T00:00:00%2B08:00"
                + "&toHour=2017-06-09T23:00:00%2B08:00");
        assertThat(hours.path("series").path(0).path("items").path(10).asInt()).isPositive();
        assertThat(hours.path("undated").asInt()).as("the seed has a date only").isEqualTo(1);
    }

    @Test
    void shouldTellOfACorrectionAndAWithdrawalLiveAndCountThem() throws Exception {
        String id = fresh();
        List<String> lines = stream(newsroom.address());
        Newsroom.await("the stream", () -> !lines.isEmpty());
        newsroom.send(id, 1, "2016-02-03T08:00:00+08:00", "球赛", "新华社北京2月3日电 足球赛3日在北京举行，球员和教练庆祝胜利。");
        Newsroom.await("the item", () -> has(lines, id, "\"change\":\"new\""));
        Newsroom.await(
                "its count",
                () -> newsroom.counts("desks", "2016-02-03", "items").containsKey("体育"));

        newsroom.send(id, 2, "2016-02-03T08:00:00+08:00", "外长会谈", "新华社北京2月3日电 中国和日本外长3日在北京举行会谈。");
        Newsroom.await("the correction", () -> has(lines, id, "\"change\":\"newer\""));
        Newsroom.await(
                "the new counts",
                () -> !newsroom.counts("desks", "2016-02-03", "items").containsKey("体育"));
        Newsroom.await(
                "the served counts",
                () -> newsroom.json("/api/counts/desks?from=2016-02-03&to=2016-02-03")
                        .path("rows")
                        .findValuesAsText("id")
                        .equals(List.of("diplomacy")));
        assertThat(newsroom.json("/api/items/" + id).path("versions")).hasSize(2);
        assertThat(has(lines, "event: counts")).isTrue();

        newsroom.withdraw(id);
        Newsroom.await("the withdrawal", () -> has(lines, id, "\"change\":\"withdrawn\""));
        Newsroom.await(
                "no counts",
                () -> newsroom.json("/api/counts/desks?from=2016-02-03&to=2016-02-03")
                        .path("rows")
                        .isEmpty());
        assertThat(newsroom.json("/api/items/" + id).path("withdrawn").asBoolean())
                .isTrue();
    }

    @Test
    void shouldResumeAStreamAtAnotherDashboard() throws Exception {
        List<String> first = stream(newsroom.address());
        Newsroom.await("the stream", () -> has(first, "id: "));
        String lastId = first.stream()
                .filter(line -> line.startsWith("id: "))
                .findFirst()
                .orElseThrow()
                .substring(4);
        String missed = fresh();
        newsroom.send(missed, 1, TIME, "会谈", "新华社北京6月9日电 中国和日本外长9日举行会谈。");
        Newsroom.await("the item", () -> newsroom.get("/api/items/" + missed).statusCode() == 200);
        newsroom.withdraw(missed);

        try (Dashboard another = newsroom.another(Map.of("dashboard.items", "50"))) {
            String address = another.url().replaceAll("/$", "");
            Newsroom.await("reading", () -> newsroom.getAt(address, "/readyz").statusCode() == 200);
            List<String> resumed = stream(address, "Last-Event-ID", lastId);
            Newsroom.await("what was missed", () -> has(resumed, missed, "\"change\":\"new\""));
            assertThat(has(resumed, "event: reset")).isFalse();
        }
    }

    @Test
    void shouldReadPartitionsThatATopicGetsLater() throws Exception {
        try (Dashboard watching = newsroom.another(Map.of("kafka.consumer.metadata.max.age.ms", "1000"))) {
            String address = watching.url().replaceAll("/$", "");
            Newsroom.await("reading", () -> newsroom.getAt(address, "/readyz").statusCode() == 200);
            String id = fresh();
            int added = newsroom.addPartition("wire.items");
            newsroom.publish(id, Fixture.record(id, "1", TIME, "会谈\n新华社北京6月9日电 中国和日本外长9日举行会谈。"), added);
            Newsroom.await(
                    "the item",
                    () -> newsroom.getAt(address, "/api/items/" + id).statusCode() == 200);
        }
    }

    @Test
    void shouldAskForItsTokenButNotForThePage() {
        try (Dashboard guarded = newsroom.another(Map.of("dashboard.token", "secret.1"))) {
            String address = guarded.url().replaceAll("/$", "");
            HttpResponse<String> refused = newsroom.getAt(address, "/api/now");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("www-authenticate")).hasValue("Bearer realm=\"wirestream\"");
            assertThat(newsroom.getAt(address, "/api/now", "Authorization", "Bearer secret.2")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(newsroom.getAt(address, "/api/stream").statusCode()).isEqualTo(401);
            assertThat(newsroom.getAt(address, "/api/now", "Authorization", "Bearer secret.1")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(newsroom.getAt(address, "/metrics").statusCode()).isEqualTo(401);
            HttpResponse<String> metrics = newsroom.getAt(address, "/metrics", "Authorization", "Bearer secret.1");
            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(metrics.body()).doesNotContain("secret.1");
            assertThat(newsroom.getAt(address, "/").statusCode()).isEqualTo(200);
            assertThat(newsroom.getAt(address, "/livez").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/page.tsv",
                "/page/index.html",
                "/openapi.yaml",
                "/api",
                "/api/",
                "/api/nothing",
                "/api/items/none",
                "/api/items/a/b",
                "/api/counts/none",
                "/api/entities/none",
                "/api/items/..%2F..%2Fpom.xml",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%2f..%2fetc%2fpasswd",
                "/index.html%00.js",
                "//etc/passwd",
                "/api/now?nope=1",
                "/api/now?hours=0",
                "/api/items?limit=201",
                "/api/items?q=%25zz%zz"
            })
    void shouldRefuseWithAProblem(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .contains("Content-Type: application/problem+json", "Content-Security-Policy: default-src 'none'")
                .contains("\"status\":4")
                .doesNotContain("root:", "<html", "modelVersion", "Exception");
    }

    @Test
    void shouldTakeNothingButGetAndHead() throws Exception {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
            HttpResponse<String> answer =
                    newsroom.send(HttpRequest.newBuilder(URI.create(newsroom.address() + "/api/now"))
                            .method(method, BodyPublishers.ofString("x"))
                            .build());
            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(answer.headers().firstValue("allow")).hasValue("GET, HEAD");
        }
        String head = raw("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(head).startsWith("HTTP/1.1 200").endsWith("\r\n\r\n").contains("Content-Length: ");
    }

    @Test
    void shouldAnswerOnlyUnderTheMachinesOwnName() throws Exception {
        assertThat(raw("GET /api/now HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(raw("GET /api/now HTTP/1.1\r\nHost: localhost:1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void shouldBoundTheRequest() throws Exception {
        assertThat(raw("GET /?" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("application/problem+json");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(9_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
        assertThat(raw("nonsense\r\n\r\n")).startsWith("HTTP/1.1 4").doesNotContain("Exception");
    }

    private static String raw(String request) throws IOException {
        URI address = URI.create(newsroom.address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void shouldLetBrowsersKeepWhatHasNotChanged() {
        HttpResponse<String> page = newsroom.get("/");
        String etag = page.headers().firstValue("etag").orElseThrow();

        assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(newsroom.get("/", "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(newsroom.get("/", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldShowLagAndDeadLettersButNotTheirContent() throws Exception {
        Newsroom.await(
                "a sample",
                () -> newsroom.json("/api/pipeline").path("reachable").asBoolean());
        HttpResponse<String> answer = newsroom.get("/api/pipeline");
        JsonNode pipeline = newsroom.json("/api/pipeline");

        assertThat(DOCUMENT.errors("/api/pipeline", 200, "application/json", answer.body()))
                .isEmpty();
        assertThat(pipeline.path("deadLetters").path("total").asInt()).isEqualTo(1);
        assertThat(pipeline.path("deadLetters").path("last").path("topic").asText())
                .isEqualTo("wire.raw");
        assertThat(pipeline.path("lag").path("partitions")).hasSize(12);
        assertThat(pipeline.path("engines").path(0).path("engine").asText()).startsWith("wirestream/");
    }

    @Test
    void shouldMeasureItselfUnderDocumentedNames() throws Exception {
        HttpResponse<String> metrics = newsroom.get("/metrics");
        String documented = Files.readString(Path.of("docs/operations.md"));
        List<String> own = Pattern.compile("(?m)^# TYPE (wirestream_\\S+)")
                .matcher(metrics.body())
                .results()
                .map(name -> name.group(1))
                .toList();

        assertThat(metrics.headers().firstValue("content-type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(own).isNotEmpty().allSatisfy(name -> assertThat(documented).contains("| `" + name + "` |"));
        assertThat(metrics.body())
                .contains("\nwirestream_ready 1.0\n", "\nwirestream_info{version=")
                .contains("\nkafka_consumer_fetch_manager_records_lag_max{", "\njvm_memory_used_bytes{")
                .doesNotContain("阿斯塔纳", TALKS);
    }

    @Test
    void shouldWriteACalendar() {
        HttpResponse<String> calendar = newsroom.get("/api/calendar.ics?from=2017-01-01&to=2017-12-31");

        assertThat(calendar.headers().firstValue("content-type")).hasValue("text/calendar; charset=utf-8");
        assertThat(calendar.body())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("BEGIN:VEVENT")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(newsroom.get("/api/calendar.ics?from=1999-01-01&to=1999-12-31")
                        .body())
                .doesNotContain("VEVENT");
    }

    @Test
    void shouldSayOfInventedEventsThatTheyAreNone() throws Exception {
        String id = Dashboard.INVENTED + "it:1";
        String range = "?from=2015-04-01&to=2015-04-30";
        newsroom.publish(
                id,
                Fixture.record(id, "1", "2015-04-05T12:00:00+08:00", "虚构的演习\n新华社塔什干4月5日电 独联体成员国主管机关联合反恐演习5日在塔什干举行。"),
                null);
        Newsroom.await(
                "the event",
                () -> !newsroom.json("/api/events" + range).path("events").isEmpty());

        assertThat(newsroom.json("/api/events" + range)
                        .path("events")
                        .path(0)
                        .path("invented")
                        .asBoolean())
                .isTrue();
        assertThat(newsroom.get("/api/calendar.ics" + range).body())
                .contains("SUMMARY:【虚构】", "DTSTART;VALUE=DATE:20150405", "CATEGORIES:INVENTED");
        newsroom.publish(id, null, null);
        Newsroom.await(
                "its withdrawal",
                () -> newsroom.json("/api/events" + range).path("events").isEmpty());
        assertThat(newsroom.get("/api/calendar.ics").body()).contains("VEVENT").doesNotContain("虚构");
    }

    @Test
    void shouldSayWhichAddressItCannotListenOn() {
        String port = Integer.toString(URI.create(newsroom.address()).getPort());

        assertThatThrownBy(() -> newsroom.another(Map.of("dashboard.port", port)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageContaining("dashboard.port");
    }
}
