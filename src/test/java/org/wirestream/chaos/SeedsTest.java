package org.wirestream.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedsTest {
    @Test
    void shouldReadOneSeedOrARange() {
        assertThat(Seeds.parse("7").stream()).containsExactly(7L);
        assertThat(Seeds.parse("9-11").stream()).containsExactly(9L, 10L, 11L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-3", "3-", "3-1", "1,2"})
    void shouldRefuseAnythingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Seeds.parse(text))
                .withMessageContaining("'" + text + "'");
    }
}
