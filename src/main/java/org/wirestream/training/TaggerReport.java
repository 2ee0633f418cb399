package org.wirestream.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.wirestream.training.TaggerCrossValidation.Judged;

/** How well names are found in documents that a model was not trained on, as tables in Markdown. */
final class TaggerReport {
    private final TaggerCrossValidation taggers;
    private final Consumer<String> out;

    TaggerReport(List<Lesson> lessons, Consumer<String> out) {
        this.taggers = new TaggerCrossValidation(lessons);
        this.out = out;
    }

    void print() {
        out.accept(
                "### Names, cross-validated over documents of the corpus (%d folds)".formatted(SubjectTraining.FOLDS));
        out.accept("");
        out.accept("| engine | PER+LOC+ORG | PER | LOC | ORG | EVENT |");
        out.accept("|---|---|---|---|---|---|");
        List<Judged> fast = engine(false);
        List<Judged> accurate = engine(true);
        genres(accurate, fast);
        curve();
    }

    private List<Judged> engine(boolean vectors) {
        List<Judged> judged = taggers.judge(vectors, Set.of(), SubjectTraining.FOLDS, lesson -> true)
                .documents();
        out.accept("| %s |%s".formatted(vectors ? "accurate" : "fast", TaggerCrossValidation.columns(judged)));
        return judged;
    }

    private void genres(List<Judged> accurate, List<Judged> fast) {
        out.accept("");
        out.accept("| genre | documents | PER+LOC+ORG, accurate | fast |");
        out.accept("|---|---|---|---|");
        Map<String, List<Judged>> byFast = byGenre(fast);
        byGenre(accurate)
                .forEach((genre, some) -> out.accept("| %s | %d | %.3f | %.3f |"
                        .formatted(
                                genre,
                                some.size(),
                                TaggerCrossValidation.f1(some, "entities"),
                                TaggerCrossValidation.f1(byFast.getOrDefault(genre, List.of()), "entities"))));
    }

    private static Map<String, List<Judged>> byGenre(List<Judged> judged) {
        Map<String, List<Judged>> genres = new LinkedHashMap<>();
        for (Judged each : judged) {
            genres.computeIfAbsent(each.lesson().document().genre(), genre -> new ArrayList<>())
                    .add(each);
        }
        return genres;
    }

    private void curve() {
        out.accept("");
        out.accept("| share of the corpus (one fold) | PER+LOC+ORG, accurate | fast |");
        out.accept("|---|---|---|");
        for (int share : new int[] {4, 2, 1}) {
            out.accept("| 1/%d | %.3f | %.3f |".formatted(share, f1(true, share), f1(false, share)));
        }
    }

    private double f1(boolean vectors, int share) {
        return TaggerCrossValidation.f1(
                taggers.judge(vectors, Set.of(), 1, lesson -> lesson.isInShare(share))
                        .documents(),
                "entities");
    }
}
