package org.wirestream.training;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.wirestream.entity.Part;

/** What each part of the tagger is worth, by training and judging taggers without it, as a table in Markdown. */
final class PartReport {
    /** How many of the folds are judged; all would take hours. */
    private static final int FOLDS = 2;

    private final TaggerCrossValidation taggers;
    private final Consumer<String> out;

    PartReport(List<Lesson> lessons, Consumer<String> out) {
        this.taggers = new TaggerCrossValidation(lessons);
        this.out = out;
    }

    void print() {
        out.accept(
                "### What each part is worth (whole tagger, %d of %d folds)".formatted(FOLDS, SubjectTraining.FOLDS));
        out.accept("");
        out.accept("| engine | what it sees | PER+LOC+ORG | PER | LOC | ORG | EVENT | ns a character | model, MB |");
        out.accept("|---|---|---|---|---|---|---|---|---|");
        for (boolean vectors : new boolean[] {false, true}) {
            row(vectors, "all (ships)", Set.of());
            for (Part part : Part.values()) {
                row(vectors, "without " + part.label(), Set.of(part));
            }
        }
    }

    private void row(boolean vectors, String label, Set<Part> without) {
        TaggerCrossValidation.Result result = taggers.judge(vectors, without, FOLDS, lesson -> true);
        out.accept("| %s | %s |%s %,.0f | %.1f |"
                .formatted(
                        vectors ? "accurate" : "fast",
                        label,
                        TaggerCrossValidation.columns(result.documents()),
                        result.nanosPerCharacter(),
                        result.modelBytes() / 1e6));
    }
}
