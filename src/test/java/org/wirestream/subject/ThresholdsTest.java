package org.wirestream.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdsTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "law\t60\nsport\t5\n",
                "sport 5\r\nlaw 60\r\n",
                "\uFEFF# 法治版要求高\n\n  law   60  # 王主任，2026-11-30\nsport\t5"
            })
    void shouldReadASubjectALine(String content) throws Exception {
        Thresholds read = read(content);
        assertThat(read.percent()).containsExactly(entry("law", 60), entry("sport", 5));
        assertThat(read.version()).isEqualTo(new Thresholds(Map.of("sport", 5, "law", 60)).version());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~gossip 50|2|subject \"gossip\" is unknown",
                "law 60~sport 5~law 61|3|subject \"law\" occurs twice",
                "law 60%|1|threshold \"60%\" is no whole number from 1 to 100",
                "law 0|1|threshold \"0\" is no whole number from 1 to 100",
                "law 101|1|threshold \"101\" is no whole number from 1 to 100",
                "law|1|expected a subject and its threshold in percent",
                "law 60 70|1|expected a subject and its threshold in percent",
            })
    void shouldSayWhereAFileIsWrongAndWhy(String content, int line, String reason) {
        assertThatThrownBy(() -> read(content.replace('~', '\n')))
                .isInstanceOfSatisfying(
                        OperatorFileException.class, e -> assertThat(e.line()).isEqualTo(line))
                .hasMessageContaining("thresholds.tsv:" + line + ": ")
                .hasMessageContaining(reason);
    }

    @Test
    void shouldTellOtherThresholdsByAnotherVersion() throws Exception {
        assertThat(read("law 60").version())
                .matches("thresholds-[0-9a-f]{8}")
                .isNotEqualTo(read("law 61").version())
                .isNotEqualTo(read("crime 60").version());
        assertThat(read("# law 60").version())
                .isEqualTo(Thresholds.NONE.version())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldHaveLearnedThoseOfEverySubjectOfEachEngine(boolean vectors) throws Exception {
        Thresholds learned = Thresholds.learned(vectors, VOCABULARY);
        assertThat(learned.percent().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        VOCABULARY.subjects().stream().map(Subject::id).toList());
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        learned.write(written);
        assertThat(read(written.toString(StandardCharsets.UTF_8))).isEqualTo(learned);
    }

    private Thresholds read(String content) throws Exception {
        return Thresholds.read(Files.writeString(directory.resolve("thresholds.tsv"), content), VOCABULARY);
    }
}
