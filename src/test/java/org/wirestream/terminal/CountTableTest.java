package org.wirestream.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirestream.terminal.CountTable.Row;

class CountTableTest {
    private static String table(List<Row> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new CountTable(new Style(false, 100))
                .print("countries", rows, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldAlignColumnsUnderHanAndLatinLabels() {
        assertThat(table(List.of(
                        new Row("哈萨克斯坦", 3, 20, 1_600), new Row("Peru", 1, 2, 100), new Row("亚\u001B[2J", 1, 1, 0))))
                .isEqualTo("""

                        countries
                                                                     items  paragraphs  mentions
                        哈萨克斯坦                                       3          20     1,600  ████████████████
                        Peru                                             1           2       100  █
                        亚␛[2J                                           1           1         0
                        """);
    }

    @Test
    void shouldDrawParagraphsWhereNothingIsMentioned() {
        assertThat(table(List.of(new Row("a", 1, 4, 0), new Row("b", 1, 1, 0))))
                .contains("4         0  ████████████████\n", "1         0  ████\n");
    }

    @Test
    void shouldCutALabelThatIsTooLong() {
        assertThat(table(List.of(new Row("长".repeat(60), 1, 1, 1)))).contains("\n" + "长".repeat(19) + "…");
    }
}
