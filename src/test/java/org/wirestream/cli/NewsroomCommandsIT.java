package org.wirestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of {@code docs/newsroom.md}, each run as it stands there. */
class NewsroomCommandsIT {
    @TempDir
    Path directory;

    private static Stream<String> commands() throws IOException {
        List<String> commands = Files.readAllLines(Path.of("docs/newsroom.md")).stream()
                .filter(line -> line.startsWith("./wirestream "))
                .toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(3);
        return commands.stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void shouldDoWhatTheDocumentSays(String command) throws Exception {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process process = new ProcessBuilder("bash", "-c", command + " --set engine=fast")
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(err, StandardCharsets.UTF_8))
                .isZero();
        assertThat(Files.readAllLines(out, StandardCharsets.UTF_8))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("urn:wire:"));
    }
}
