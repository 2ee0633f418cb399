package org.wirestream.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.wirestream.quality.Measure;
import org.wirestream.sequence.Example;
import org.wirestream.sequence.Observations;
import org.wirestream.sequence.SequenceModel;
import org.wirestream.sequence.Span;

/** How well names are found in documents that a model was not trained on, as tables in Markdown. */
final class TaggerReport {
    private static final List<String> SCORED = List.of("PER", "LOC", "ORG");

    private final List<Lesson> lessons;
    private final Consumer<String> out;

    TaggerReport(List<Lesson> lessons, Consumer<String> out) {
        this.lessons = lessons;
        this.out = out;
    }

    /** What a model may see of a text. */
    private enum Sight {
        ALL("recognisers, n-grams and vectors (accurate)"),
        WITHOUT_VECTORS("recognisers and n-grams (fast)"),
        ONLY_VECTORS("vectors alone");

        private final String label;

        Sight(String label) {
            this.label = label;
        }

        Observations of(Observations text) {
            return switch (this) {
                case ALL -> text;
                case WITHOUT_VECTORS -> text.withoutVectors();
                case ONLY_VECTORS -> text.withoutFeatures();
            };
        }

        List<Example> of(List<Example> examples) {
            return examples.stream()
                    .map(each -> new Example(of(each.text()), each.spans()))
                    .toList();
        }
    }

    /** What was found and what there is, of one lesson. */
    private record Judged(Lesson lesson, List<Set<Span>> found, List<Set<Span>> gold) {
        Measure measure(Set<String> types) {
            int hits = 0;
            int wrong = 0;
            int missed = 0;
            for (int i = 0; i < gold.size(); i++) {
                for (Span span : found.get(i)) {
                    boolean right = gold.get(i).contains(span);
                    hits += types.contains(span.type()) && right ? 1 : 0;
                    wrong += types.contains(span.type()) && !right ? 1 : 0;
                }
                for (Span span : gold.get(i)) {
                    missed += types.contains(span.type()) && !found.get(i).contains(span) ? 1 : 0;
                }
            }
            return new Measure(hits, wrong, missed);
        }
    }

    void print() {
        out.accept("### Names, cross-validated over documents of the corpus (5 folds)");
        out.accept("");
        out.accept("| what the model sees | PER+LOC+ORG | PER | LOC | ORG | EVENT (exact) |");
        out.accept("|---|---|---|---|---|---|");
        Map<Sight, List<Judged>> bySight = new EnumMap<>(Sight.class);
        for (Sight sight : Sight.values()) {
            List<Judged> judged = crossValidated(sight);
            bySight.put(sight, judged);
            out.accept("| %s | %.3f | %.3f | %.3f | %.3f | %.3f |"
                    .formatted(
                            sight.label,
                            f1(judged, Set.copyOf(SCORED)),
                            f1(judged, Set.of("PER")),
                            f1(judged, Set.of("LOC")),
                            f1(judged, Set.of("ORG")),
                            f1(judged, Set.of("EVENT"))));
        }
        genres(bySight.getOrDefault(Sight.ALL, List.of()));
        curve();
    }

    private void genres(List<Judged> judged) {
        out.accept("");
        out.accept("| genre | documents | PER+LOC+ORG |");
        out.accept("|---|---|---|");
        Map<String, List<Judged>> byGenre = new LinkedHashMap<>();
        judged.forEach(each -> byGenre.computeIfAbsent(each.lesson().document().genre(), genre -> new ArrayList<>())
                .add(each));
        byGenre.forEach((genre, some) ->
                out.accept("| %s | %d | %.3f |".formatted(genre, some.size(), f1(some, Set.copyOf(SCORED)))));
    }

    private List<Judged> crossValidated(Sight sight) {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < SubjectTraining.FOLDS; i++) {
            int fold = i;
            judged.addAll(judge(
                    sight, lesson -> SubjectTraining.fold(lesson.document().id()) != fold, each -> each));
        }
        return judged;
    }

    private List<Judged> judge(Sight sight, Function<Lesson, Boolean> trainedOn, UnaryOperator<List<Lesson>> thinned) {
        List<Lesson> known = lessons.stream().filter(trainedOn::apply).toList();
        SequenceModel model = TaggerTraining.train(sight.of(thinned.apply(known).stream()
                .flatMap(lesson -> lesson.examples().stream())
                .toList()));
        List<Judged> judged = new ArrayList<>();
        for (Lesson lesson : lessons) {
            if (!trainedOn.apply(lesson)) {
                List<Set<Span>> found = new ArrayList<>();
                List<Set<Span>> gold = new ArrayList<>();
                for (Example example : sight.of(lesson.examples())) {
                    found.add(new HashSet<>(model.spans(example.text())));
                    gold.add(new HashSet<>(example.spans()));
                }
                judged.add(new Judged(lesson, found, gold));
            }
        }
        return judged;
    }

    private void curve() {
        out.accept("");
        out.accept("| share of the corpus (accurate, one fold) | PER+LOC+ORG |");
        out.accept("|---|---|");
        for (int share : new int[] {4, 2, 1}) {
            List<Judged> judged = judge(
                    Sight.ALL,
                    lesson -> SubjectTraining.fold(lesson.document().id()) != 0,
                    known -> known.stream()
                            .filter(lesson -> lesson.isInShare(share))
                            .toList());
            out.accept("| 1/%d | %.3f |".formatted(share, f1(judged, Set.copyOf(SCORED))));
        }
    }

    private static double f1(List<Judged> judged, Set<String> types) {
        int hits = 0;
        int wrong = 0;
        int missed = 0;
        for (Judged each : judged) {
            Measure measure = each.measure(types);
            hits += measure.hits();
            wrong += measure.wrong();
            missed += measure.missed();
        }
        return new Measure(hits, wrong, missed).f1();
    }
}
