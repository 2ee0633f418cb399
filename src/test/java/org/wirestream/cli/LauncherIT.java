package org.wirestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, as a user meets it. */
class LauncherIT {
    private static final Path LAUNCHER = Path.of("wirestream").toAbsolutePath();

    @TempDir
    Path directory;

    private record Result(int code, String out, String err) {}

    private Result launch(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(environment);
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process process = builder.directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Result(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void shouldStartFromAnyDirectoryThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("ws"), LAUNCHER);
        Result result = launch(link, Map.of(), "--version");
        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("wirestream ");
    }

    @Test
    void shouldReadChineseFileNamesAndWriteUtf8InAnyLocale() throws Exception {
        Files.writeString(directory.resolve("稿件.txt"), "标题\n新华社里斯本3月1日电 正文在此。");
        Result result = launch(LAUNCHER, Map.of("LC_ALL", "C"), "annotate", "--format", "gold", "稿件.txt");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).startsWith("{\"doc\":\"稿件\",\"para\":0,\"text\":\"标题\"");
    }

    @Test
    void shouldSayThatThereIsNoJava() throws Exception {
        Result result = launch(LAUNCHER, Map.of("JAVA_HOME", "/nowhere"), "--version");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("no java found", "JAVA_HOME");
    }

    @Test
    void shouldRefuseAJavaThatIsTooOld() throws Exception {
        Path bin = Files.createDirectories(directory.resolve("jdk/bin"));
        Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\nexit 9\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"11.0.20\"\n");
        Result result =
                launch(LAUNCHER, Map.of("JAVA_HOME", directory.resolve("jdk").toString()), "--version");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("Java 11 is too old");
    }

    @Test
    void shouldPassOnOptionsOfJava() throws Exception {
        Result result = launch(LAUNCHER, Map.of("WIRESTREAM_JAVA_OPTS", "-XshowSettings:properties"), "--version");
        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("java.version");
    }

    @Test
    void shouldKeepClassesForAFasterStart() throws Exception {
        Path cache = directory.resolve("class cache.jsa");
        Map<String, String> environment = Map.of("WIRESTREAM_CLASS_CACHE", cache.toString());

        Result first = launch(LAUNCHER, environment, "--version");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(cache).isNotEmptyFile();

        Result second = launch(LAUNCHER, environment, "--version");
        assertThat(second.out()).isEqualTo(first.out());
        assertThat(second.err()).isEmpty();
    }

    @Test
    void shouldStartWithoutAClassCacheThatCannotBeUsed() throws Exception {
        Path cache = Files.writeString(directory.resolve("broken.jsa"), "no archive");
        Result result = launch(LAUNCHER, Map.of("WIRESTREAM_CLASS_CACHE", cache.toString()), "--version");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.err()).isEmpty();
    }
}
