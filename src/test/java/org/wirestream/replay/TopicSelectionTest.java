package org.wirestream.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicSelectionTest {
    @ParameterizedTest
    @ValueSource(strings = {"0:120-180", "3:17", "0:120-"})
    void shouldReadStretchesAndWriteThemAgain(String text) {
        assertThat(OffsetRange.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0:", "0:9-3", "a:1", "0:-3", "0:1-2-3"})
    void shouldSayHowToWriteAStretch(String text) {
        assertThatThrownBy(() -> OffsetRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("write partition:from-to (0:120-180), 0:120 or 0:120-");
    }

    @Test
    void shouldReadOnlyWhereSomethingIsNamed() {
        TopicSelection selection = new TopicSelection(
                null,
                null,
                List.of(OffsetRange.parse("0:5-9"), OffsetRange.parse("0:20"), OffsetRange.parse("1:3-")),
                Set.of());

        assertThat(selection.first(0)).isEqualTo(5);
        assertThat(selection.end(0)).isEqualTo(21);
        assertThat(selection.first(1)).isEqualTo(3);
        assertThat(selection.end(1)).isEqualTo(Long.MAX_VALUE);
        assertThat(selection.first(2)).as("nothing of this partition").isGreaterThan(selection.end(2));
    }

    @Test
    void shouldSayInWordsWhatIsChosen() {
        assertThat(TopicSelection.ALL.text()).isEqualTo("everything");
        assertThat(new TopicSelection(
                                Instant.parse("2026-03-02T04:00:00Z"),
                                null,
                                List.of(OffsetRange.parse("0:5-9")),
                                Set.of("urn:x:b", "urn:x:a"))
                        .text())
                .isEqualTo("since 2026-03-02T04:00:00Z; offsets 0:5-9; items urn:x:a, urn:x:b");
    }

    @Test
    void shouldGoOnWithWhatWasWrittenDown() {
        TopicSelection selection = new TopicSelection(
                Instant.parse("2026-03-02T04:00:00Z"),
                Instant.parse("2026-03-03T04:00:00Z"),
                List.of(OffsetRange.parse("0:5-9")),
                Set.of("urn:x:a"));
        Checkpoint at = new Checkpoint("c", "wire.raw", selection, Map.of(0, new MergedReader.Stretch(5, 10)));
        at.countSent(100);
        at.pass(0, 5);
        at.countCopy();
        at.countRefused();

        Checkpoint read = Checkpoint.read(at.write());

        assertThat(read.selection()).isEqualTo(selection);
        assertThat(read.stretches()).containsExactly(Map.entry(0, new MergedReader.Stretch(6, 10)));
        assertThat(read.write()).isEqualTo(at.write());
    }
}
