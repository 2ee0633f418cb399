package org.wirestream.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirestream.quality.GoldRecord.Date;
import org.wirestream.quality.GoldRecord.Name;

class ScorerTest {
    private static final Scorer SCORER = new Scorer(subject -> subject.startsWith("t") ? "economy" : "security");

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
        assertThat(score.errors()).contains("LOC missed doc p00 5-7 LOC 文文", "LOC wrong doc p00 5-8 LOC 文文文");
    }

    @Test
    void shouldNotTakeAnEventThatOverlapsLessThanHalf() {
        Scorer.Score score = SCORER.score(
                List.of(record(0, List.of(new Name(0, 10, "文", "EVENT")), List.of(), List.of())),
                List.of(record(0, List.of(new Name(6, 14, "文", "EVENT")), List.of(), List.of())));
        assertThat(score.measures().get("EVENT")).isEqualTo(new Measure(0, 1, 1));
    }
}
