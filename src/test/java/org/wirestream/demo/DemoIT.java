package org.wirestream.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's demo command itself, as a user runs it. */
class DemoIT {
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
