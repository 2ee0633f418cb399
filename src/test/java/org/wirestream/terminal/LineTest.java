package org.wirestream.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineTest {
    private static final Style PLAIN = new Style(false, 80);

    private static String wrap(String text, int columns) {
        return Line.of(text, Look.PLAIN).wrap(columns).stream()
                .map(line -> line.render(PLAIN))
                .collect(Collectors.joining("/"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // A Han character takes two columns.
                "会议在首都举行|8|会议在首/都举行",
                "会议在首都举行|9|会议在首/都举行",
                // No line begins with a closing mark or ends with an opening one.
                "会议结束，代表离开|8|会议结/束，代表/离开",
                "他说“同意”。|6|他说/“同/意”。",
                // Latin words and numbers stay whole.
                "增长12345吨|8|增长/12345吨",
                "the news wire|8|the news/wire",
                // What is wider than a line is cut.
                "abcdefghij|4|abcd/efgh/ij",
            })
    void shouldBreakLinesAsReadersExpect(String text, int columns, String lines) {
        assertThat(wrap(text, columns)).isEqualTo(lines);
    }

    @Test
    void shouldBeginAColourAgainOnTheNextLine() {
        assertThat(Line.of("上海合作组织", Look.ORGANISATION).wrap(8).stream().map(line -> line.render(new Style(true, 80))))
                .containsExactly("\u001B[35m上海合作\u001B[0m", "\u001B[35m组织\u001B[0m");
    }

    @Test
    void shouldMakeProgressWhateverTheWidth() {
        assertThat(wrap("会议", 1)).isEqualTo("会/议");
        assertThat(wrap("》》》》", 2)).isEqualTo("》/》/》/》");
    }
}
