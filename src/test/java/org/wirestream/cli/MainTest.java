package org.wirestream.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private CommandLine line;

    @TempDir
    Path directory;

    @BeforeEach
    void start() {
        line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
    }

    @Test
    void shouldTellItsVersions() {
        assertThat(line.execute("--version")).isZero();
        assertThat(out.toString()).contains("wirestream 0.", "Kafka 4.3.1", "Java ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "run",
                "replay",
                "replay topic",
                "audit",
                "watch",
                "annotate",
                "evaluate",
                "topics",
                "topics list",
                "topics diff",
                "topics apply",
                "topology",
                "config",
                "config show",
                "dlq",
                "dlq list",
                "dlq show",
                "dlq redrive",
                "dlq export",
                "chaos",
                "reset",
                "status",
                "doctor",
                "completion"
            })
    void shouldShowHelpWithExamples(String command) {
        assertThat(line.execute((command + " --help").split(" ", -1))).isZero();
        assertThat(out.toString()).contains("Usage: wirestream " + command, "Example", "wirestream " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"completion", "completion bash", "completion zsh", "completion ZSH"})
    void shouldPrintACompletionScript(String command) {
        assertThat(line.execute(command.split(" ", -1))).isZero();
        assertThat(out.toString()).contains("complete -F", "annotate", "bashcompinit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "completion fish",
                "annotate x --format pdf",
                "replay",
                "topics",
                "annotate",
                "replay x --rate fast",
                "replay x --rate 5/s --speed 10x",
                "replay topic",
                "replay topic --all --id urn:x:a",
                "replay topic --since end",
                "replay topic --resume x --all",
                "watch items --from never",
                "dlq",
                "dlq show",
                "dlq show here",
                "dlq redrive",
                "dlq redrive 0@1 --rate slowly",
                "chaos --faults EARTHQUAKE",
                "chaos --seed 9-3"
            })
    void shouldAnswerWrongUsageWithTwo(String arguments) {
        assertThat(line.execute(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)))
                .isEqualTo(2);
        assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void shouldAnswerAnUnknownSettingWithTwoAndNameTheNearest() {
        assertThat(line.execute("config", "show", "--set", "theads=3")).isEqualTo(2);
        assertThat(err.toString()).contains("theads", "did you mean threads").doesNotContain("\tat ");
    }

    @Test
    void shouldShowSettingsWithOrigin() {
        assertThat(line.execute("config", "show", "--set", "kafka.ssl.key.password=hunter2", "--set", "threads=3"))
                .isZero();
        assertThat(out.toString())
                .containsPattern("threads +3 +flag")
                .contains("********")
                .doesNotContain("hunter2");
    }

    @Test
    void shouldListTopics() {
        assertThat(line.execute("topics", "list", "--set", "topic.prefix=news."))
                .isZero();
        assertThat(out.toString()).contains("news.raw", "news.desk.security", "news.counts.entities", "news.dlq");
    }

    @Test
    void shouldDrawTheTopology() {
        assertThat(line.execute("topology", "--format", "mermaid")).isZero();
        assertThat(out.toString()).startsWith("flowchart LR").contains("wire.raw", "item-versions", "wire.dlq");
    }

    @Test
    void shouldAnswerAnUnreachableBrokerWithThree() {
        assertThat(line.execute("topics", "diff", "-b", "127.0.0.1:1")).isEqualTo(3);
        assertThat(err.toString()).contains("127.0.0.1:1", "no broker answered").doesNotContain("\tat ");
    }

    @Test
    void shouldNameAMissingFile() {
        ByteArrayOutputStream diagnostics = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(diagnostics, true, StandardCharsets.UTF_8));
        try {
            assertThat(line.execute("annotate", directory.resolve("none.txt").toString()))
                    .isEqualTo(1);
        } finally {
            System.setErr(before);
        }
        assertThat(diagnostics.toString(StandardCharsets.UTF_8))
                .contains("none.txt")
                .doesNotContain("\tat ");
    }

    @Test
    void shouldRefuseAWrongDeskFile() throws Exception {
        Path desks = Files.writeString(
                directory.resolve("desks.json"),
                "{\"desks\":[{\"id\":\"x\",\n\"mediaTopics\":[\"medtop:99999999\"]}]}");
        assertThat(line.execute("topics", "list", "--set", "desks.file=" + desks))
                .isEqualTo(1);
        assertThat(err.toString()).contains("desks.json").doesNotContain("\tat ");
    }

    @Test
    void shouldRefuseWrongThresholds() throws Exception {
        Path thresholds = Files.writeString(directory.resolve("thresholds.tsv"), "law 60\nlawyers 70\n");
        assertThat(line.execute("annotate", "none.txt", "--set", "subjects.thresholds=" + thresholds))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("subjects.thresholds: " + thresholds + ":2: subject \"lawyers\" is unknown")
                .doesNotContain("\tat ");
    }

    @Test
    void shouldNameAMissingFileOfASetting() {
        assertThat(line.execute("topics", "list", "--set", "desks.file=none.json"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("desks.file: there is no file none.json");
    }
}
