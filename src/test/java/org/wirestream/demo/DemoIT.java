package org.wirestream.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's demo command itself, as a user runs it. */
class DemoIT {
    private static final Pattern ADDRESS = Pattern.compile("dashboard on (http://127\\.0\\.0\\.1:\\d+/)");
    private static final Pattern METRICS = Pattern.compile("metrics on (http://127\\.0\\.0\\.1:\\d+/metrics)");
    private static final Pattern NEW = Pattern.compile("(?m)^wirestream_items_total\\{outcome=\"new\"} (\\d+)\\.0$");
    private static final Pattern KEPT = Pattern.compile("\"kept\":(\\d+)");

    @TempDir
    Path directory;

    private String demo(String data) throws IOException, InterruptedException {
        Path out = directory.resolve("out.txt");
        Process process = new ProcessBuilder(List.of("./wirestream", "demo", "--once", "--data", data))
                .redirectOutput(out.toFile())
                .redirectError(directory.resolve("err.txt").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(directory.resolve("err.txt"), StandardCharsets.UTF_8))
                .isZero();
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    @Test
    void shouldServeADashboardThatLives() throws Exception {
        Path err = directory.resolve("live-err.txt");
        Process process = new ProcessBuilder(List.of("./wirestream", "demo", "--live", "--rate", "300/min"))
                .redirectOutput(directory.resolve("live-out.txt").toFile())
                .redirectError(err.toFile())
                .start();
        try {
            String address = await(() -> found(ADDRESS, Files.readString(err, StandardCharsets.UTF_8)));
            HttpClient http = HttpClient.newHttpClient();
            int first = await(() -> kept(http, address));
            assertThat(await(() -> kept(http, address) > first + 3 ? true : null))
                    .isTrue();
            String metrics = await(() -> found(METRICS, Files.readString(err, StandardCharsets.UTF_8)));
            assertThat(found(NEW, get(http, metrics)))
                    .isNotNull()
                    .satisfies(items -> assertThat(Integer.parseInt(items)).isGreaterThan(first));
        } finally {
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static @Nullable Integer kept(HttpClient http, String address) throws Exception {
        String kept = found(KEPT, get(http, address + "api/now"));
        return kept == null || kept.equals("0") ? null : Integer.valueOf(kept);
    }

    private static String get(HttpClient http, String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                .body();
    }

    private static @Nullable String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : null;
    }

    /** What a question gives when it gives something. */
    private static <T> T await(Callable<@Nullable T> question) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        T answer = question.call();
        while (answer == null) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(300);
            answer = question.call();
        }
        return answer;
    }

    @Test
    void shouldShowTheSeedAndTheSameAgainOnItsData() throws Exception {
        String data = directory.resolve("data").toString();
        String first = demo(data);
        assertThat(first)
                .contains("新华社 · 阿斯塔纳 · 2017-06-09")
                .contains("上海合作组织成员国元首理事会会议新闻公报")
                .contains("wire.counts.subjects")
                .contains("wire.counts.entities");
        assertThat(demo(data)).isEqualTo(first);
    }
}
