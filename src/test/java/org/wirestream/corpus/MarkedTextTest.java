package org.wirestream.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.quality.GoldRecord;

class MarkedTextTest {
    @Test
    void shouldTakeMarksOutAndKeepTheirPlaces() {
        MarkedText marked = MarkedText.parse("[PER:林海]在[LOC:青岛]参加[EVENT:[DATE=2019:2019年]海洋博览会]。");
        assertThat(marked.text()).isEqualTo("林海在青岛参加2019年海洋博览会。");
        assertThat(marked.names())
                .containsExactly(
                        new GoldRecord.Name(0, 2, "林海", "PER"),
                        new GoldRecord.Name(3, 5, "青岛", "LOC"),
                        new GoldRecord.Name(7, 17, "2019年海洋博览会", "EVENT"));
        assertThat(marked.dates()).containsExactly(new GoldRecord.Date(7, 12, "2019年", "2019"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[PER:林海", "林海]", "[PERSON:林海]", "[ORG:[LOC:青岛]港]", "[LOC:]"})
    void shouldRefuseMarksThatAreNotWellFormed(String text) {
        assertThatThrownBy(() -> MarkedText.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
