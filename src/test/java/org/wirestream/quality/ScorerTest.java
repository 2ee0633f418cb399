package org.wirestream.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wirestream.quality.GoldRecord.Date;
import org.wirestream.quality.GoldRecord.Name;

class ScorerTest {
    private static final Scorer SCORER = new Scorer(subject -> subject.equals("unknown")
            ? Optional.empty()
            : Optional.of(subject.startsWith("t") ? "economy" : "security"));

    private static GoldRecord record(int para, List<Name> names, List<Date> dates, List<String> subjects) {
        return new GoldRecord(
                "doc", para, "文".repeat(40), names, dates, subjects, subjects.isEmpty() ? null : subjects.get(0));
    }

    @Test
    void shouldCountHitsMissesAndWrongOnesAsTheGuidelinesSay() {
        List<GoldRecord> gold = List.of(
                record(
                        0,
                        List.of(
                                new Name(0, 3, "文文文", "PER"),
                                new Name(5, 7, "文文", "LOC"),
                                new Name(10, 20, "文", "EVENT"),
                                new Name(25, 28, "文", "DOC")),
                        List.of(new Date(30, 33, "文", "2017-06-09")),
                        List.of("trade", "crime")),
                record(1, List.of(), List.of(), List.of()));
        List<GoldRecord> predicted = List.of(record(
                0,
                List.of(
                        new Name(0, 3, "文文文", "PER"),
                        new Name(5, 8, "文文文", "LOC"),
                        new Name(12, 17, "文", "EVENT"),
                        new Name(25, 28, "文", "DOC")),
                List.of(new Date(30, 33, "文", "2017-06-10")),
                List.of("trade", "transport")));

        Scorer.Score score = SCORER.score(gold, predicted);

        assertThat(score.measures().get("entities")).isEqualTo(new Measure(1, 1, 1));
        assertThat(score.measures().get("PER").f1()).isEqualTo(1);
        assertThat(score.measures().get("DOC")).isEqualTo(new Measure(1, 0, 0));
        assertThat(score.measures().get("EVENT")).isEqualTo(new Measure(1, 0, 0));
        assertThat(score.measures().get("dates")).isEqualTo(new Measure(0, 1, 1));
        assertThat(score.measures().get("subjects")).isEqualTo(new Measure(1, 1, 1));
        assertThat(score.measures().get("desks")).isEqualTo(new Measure(1, 0, 1));
        assertThat(score.primaryDesk()).isEqualTo(1);
        assertThat(score.missing()).isEqualTo(1);
        assertThat(score.measures().get("subjects").f1()).isCloseTo(0.5, within(1e-9));
        assertThat(score.disagreements())
                .contains(
                        new Disagreement("LOC", true, "doc", 0, "LOC", "文".repeat(5), "文文", "文".repeat(12)),
                        new Disagreement("LOC", false, "doc", 0, "LOC", "文".repeat(5), "文文文", "文".repeat(12)));
        assertThat(ScoreText.errors(score, 1))
                .contains("entities: 1 missed, 1 wrong\n  missed LOC   doc p00  …文文文文文【文文】文")
                .doesNotContain("  wrong  LOC")
                .contains("desks: 1 missed, 0 wrong\n  missed security doc p00");
    }

    @Test
    void shouldNotTakeAnEventThatOverlapsLessThanHalf() {
        Scorer.Score score = SCORER.score(
                List.of(record(0, List.of(new Name(0, 10, "文", "EVENT")), List.of(), List.of())),
                List.of(record(0, List.of(new Name(6, 14, "文", "EVENT")), List.of(), List.of())));
        assertThat(score.measures().get("EVENT")).isEqualTo(new Measure(0, 1, 1));
    }

    @Test
    void shouldTakeEachEventOnceInTextOrder() {
        Scorer.Score score = SCORER.score(
                List.of(record(
                        0,
                        List.of(new Name(10, 20, "文", "EVENT"), new Name(0, 10, "文", "EVENT")),
                        List.of(),
                        List.of())),
                List.of(record(0, List.of(new Name(5, 15, "文", "EVENT")), List.of(), List.of())));
        assertThat(score.measures().get("EVENT")).isEqualTo(new Measure(1, 0, 1));
        assertThat(score.disagreements())
                .filteredOn(Disagreement::missed)
                .extracting(Disagreement::before)
                .containsExactly("文".repeat(10));
    }

    @Test
    void shouldGiveAnUnknownSubjectNoDesk() {
        Scorer.Score score = SCORER.score(
                List.of(record(0, List.of(), List.of(), List.of("trade"))),
                List.of(record(0, List.of(), List.of(), List.of("unknown", "trade"))));
        assertThat(score.measures().get("desks")).isEqualTo(new Measure(1, 0, 0));
        assertThat(score.primaryDesk()).isZero();
    }

    @Test
    void shouldAverageOverSubjectsThatOccurThreeTimes() {
        List<GoldRecord> gold = List.of(
                record(0, List.of(), List.of(), List.of("trade", "crime")),
                record(1, List.of(), List.of(), List.of("trade", "crime")),
                record(2, List.of(), List.of(), List.of("trade", "crime")),
                record(3, List.of(), List.of(), List.of("transport")));
        List<GoldRecord> predicted = List.of(
                record(0, List.of(), List.of(), List.of("trade", "crime")),
                record(1, List.of(), List.of(), List.of("crime")),
                record(2, List.of(), List.of(), List.of("crime")),
                record(3, List.of(), List.of(), List.of("crime", "transport")));

        Scorer.Score score = SCORER.score(gold, predicted);

        // trade: 1 of 3 found, none wrong; crime: 3 of 3 found, 1 wrong.
        assertThat(score.subjectF1()).containsOnlyKeys("crime", "trade");
        assertThat(score.subjectF1().get("trade")).isCloseTo(0.5, within(1e-9));
        assertThat(score.subjectF1().get("crime")).isCloseTo(6 / 7.0, within(1e-9));
        assertThat(score.macroF1()).isCloseTo((0.5 + 6 / 7.0) / 2, within(1e-9));
        assertThat(ScoreText.json(score)).contains("\"macroF1\":0.6786", "\"crime\":0.8571");
    }

    @Test
    void shouldCountAParagraphWithAnotherText() {
        GoldRecord gold = record(0, List.of(), List.of(), List.of());
        GoldRecord other = new GoldRecord("doc", 0, "武", List.of(), List.of(), List.of(), null);
        Scorer.Score score = SCORER.score(List.of(gold), List.of(other));
        assertThat(score.differing()).isEqualTo(1);
        assertThat(score.missing()).isZero();
        assertThat(score.paragraphs()).isEqualTo(1);
    }
}
