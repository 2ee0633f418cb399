package org.wirestream.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifierTest {
    private static final Outputs EXPECTED = outputs(
            Map.of("items a", List.of("1", "2"), "items b", List.of("1")),
            Map.of("c", List.of(1L, 1L, 1L)),
            Map.of("7", List.of("EMPTY")));

    private static Outputs outputs(
            Map<String, List<String>> sequences, Map<String, List<Long>> counts, Map<String, List<String>> letters) {
        return new Outputs(sequences, counts, letters);
    }

    private static Verdict.Findings compare(Map<String, List<String>> sequences) {
        return Verifier.compare(EXPECTED, outputs(sequences, EXPECTED.counts(), EXPECTED.letters()));
    }

    @Test
    void shouldFindNothingInEqualOutputs() {
        assertThat(Verifier.compare(EXPECTED, EXPECTED).isExact()).isTrue();
    }

    @Test
    void shouldCountWhatIsLost() {
        assertThat(compare(Map.of("items a", List.of("1", "2")))).isEqualTo(new Verdict.Findings(1, 0, 0, 0, true));
    }

    @Test
    void shouldCountWhatIsThereTwiceOrShouldNotBeThere() {
        assertThat(compare(Map.of("items a", List.of("1", "2", "2"), "items b", List.of("1"), "items x", List.of("1"))))
                .isEqualTo(new Verdict.Findings(0, 2, 0, 0, true));
    }

    @Test
    void shouldCountOtherContentAsLostAndTooMany() {
        assertThat(compare(Map.of("items a", List.of("1", "3"), "items b", List.of("1"))))
                .isEqualTo(new Verdict.Findings(1, 1, 0, 0, true));
    }

    @Test
    void shouldCountKeysWhoseVersionsCameInAnotherOrder() {
        assertThat(compare(Map.of("items a", List.of("2", "1"), "items b", List.of("1"))))
                .isEqualTo(new Verdict.Findings(0, 0, 1, 0, true));
    }

    @Test
    void shouldCountWrongAndMissingCounts() {
        Outputs actual = outputs(EXPECTED.sequences(), Map.of("d", List.of(1L, 1L, 1L)), EXPECTED.letters());
        assertThat(Verifier.compare(EXPECTED, actual)).isEqualTo(new Verdict.Findings(0, 0, 0, 2, true));
    }

    @Test
    void shouldNoticeADeadLetterThatIsThereTwice() {
        Outputs actual = outputs(EXPECTED.sequences(), EXPECTED.counts(), Map.of("7", List.of("EMPTY", "EMPTY")));
        assertThat(Verifier.compare(EXPECTED, actual)).isEqualTo(new Verdict.Findings(0, 0, 0, 0, false));
    }
}
