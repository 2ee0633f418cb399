package org.wirestream.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.wirestream.document.SubjectAssignment;
import org.wirestream.encoder.Encoding;
import org.wirestream.quality.GoldRecord;
import org.wirestream.quality.Measure;
import org.wirestream.quality.Scorer;
import org.wirestream.subject.Subject;
import org.wirestream.subject.SubjectClassifier;
import org.wirestream.subject.SubjectModel;
import org.wirestream.subject.Thresholds;
import org.wirestream.subject.Vocabulary;

/**
 * How well subjects are found in documents that a model was not trained on, as tables in Markdown. The classifier is the
 * product's; the names in the text are those of the corpus.
 */
final class SubjectReport {
    private static final int MOST_CONFUSED = 12;

    private final List<Lesson> lessons;
    private final List<String> subjects;
    private final SubjectClassifier classifier;
    private final SubjectTraining training;
    private final Scorer scorer;
    private final Consumer<String> out;

    SubjectReport(List<Lesson> lessons, Vocabulary vocabulary, Consumer<String> out) {
        this.lessons = lessons;
        this.subjects = vocabulary.subjects().stream().map(Subject::id).toList();
        this.classifier = SubjectClassifier.untrained(vocabulary);
        this.training = new SubjectTraining(subjects);
        this.scorer = new Scorer(subject -> vocabulary.subject(subject).map(Subject::desk));
        this.out = out;
    }

    /** A paragraph of the corpus with what was said of it. */
    private record Judged(GoldRecord gold, List<SubjectAssignment> said) {
        GoldRecord predicted() {
            List<String> ids = said.stream().map(SubjectAssignment::subject).toList();
            return new GoldRecord(
                    gold.doc(), gold.para(), gold.text(), List.of(), List.of(), ids, ids.isEmpty() ? null : ids.get(0));
        }
    }

    /** Prints precision, recall and F1 of each subject, how far confidence can be believed, what is confused, and a curve. */
    void print(boolean vectors) {
        List<SubjectModel> models = training.modelsByFold(rows(lessons, vectors));
        List<Judged> judged = judge(lessons, vectors, models::get);
        out.accept("### Subjects, engine %s, cross-validated over documents of the corpus (%d folds)"
                .formatted(vectors ? "accurate" : "fast", SubjectTraining.FOLDS));
        out.accept("");
        out.accept("| subject | precision | recall | F1 | paragraphs |");
        out.accept("|---|---|---|---|---|");
        for (String subject : subjects) {
            row(subject, measure(judged, Set.of(subject)));
        }
        row("all (micro)", measure(judged, Set.copyOf(subjects)));
        Scorer.Score score = score(judged);
        out.accept("| all (macro) | | | %.3f | |".formatted(score.macroF1()));
        out.accept("| desks (micro) | | | %.3f | |".formatted(f1(score, "desks")));
        out.accept("| desk of the main subject (accuracy) | | | %.3f | %d |"
                .formatted(score.primaryDesk(), score.primaries()));
        reliability(judged);
        confusion(judged);
        curve(vectors);
    }

    private List<SubjectTraining.Row> rows(List<Lesson> some, boolean vectors) {
        return some.stream()
                .flatMap(lesson -> lesson.rows(classifier, vectors).stream())
                .toList();
    }

    private static int fold(Lesson lesson) {
        return SubjectTraining.fold(lesson.document().id());
    }

    private List<Judged> judge(List<Lesson> some, boolean vectors, Function<Integer, SubjectModel> modelOf) {
        Map<Integer, SubjectClassifier> byFold = new HashMap<>();
        List<Judged> judged = new ArrayList<>();
        for (Lesson lesson : some) {
            SubjectClassifier trained =
                    byFold.computeIfAbsent(fold(lesson), fold -> classifier.with(modelOf.apply(fold), Thresholds.NONE));
            List<Encoding> encodings = vectors ? lesson.encodings() : List.of();
            List<List<SubjectAssignment>> said = trained.classify(lesson.item(), lesson.mentions(), encodings)
                    .paragraphs();
            for (int i = 0; i < said.size(); i++) {
                judged.add(new Judged(lesson.document().paragraphs().get(i), said.get(i)));
            }
        }
        return judged;
    }

    private Scorer.Score score(List<Judged> judged) {
        return scorer.score(
                judged.stream().map(Judged::gold).toList(),
                judged.stream().map(Judged::predicted).toList());
    }

    private static Measure measure(List<Judged> judged, Set<String> some) {
        int hits = 0;
        int wrong = 0;
        int missed = 0;
        for (Judged each : judged) {
            Set<String> gold = new HashSet<>(each.gold().subjects());
            Set<String> said = new HashSet<>(each.predicted().subjects());
            for (String subject : some) {
                hits += gold.contains(subject) && said.contains(subject) ? 1 : 0;
                wrong += !gold.contains(subject) && said.contains(subject) ? 1 : 0;
                missed += gold.contains(subject) && !said.contains(subject) ? 1 : 0;
            }
        }
        return new Measure(hits, wrong, missed);
    }

    private static double f1(Scorer.Score score, String measure) {
        return score.measures().getOrDefault(measure, new Measure(0, 0, 0)).f1();
    }

    private void row(String name, Measure measure) {
        out.accept("| %s | %.2f | %.2f | %.3f | %d |"
                .formatted(name, measure.precision(), measure.recall(), measure.f1(), measure.gold()));
    }

    private void reliability(List<Judged> judged) {
        int[][] bins = new int[10][2];
        for (Judged each : judged) {
            for (SubjectAssignment said : each.said()) {
                int[] bin = bins[Math.min(9, said.confidence() / 10)];
                bin[0]++;
                bin[1] += each.gold().subjects().contains(said.subject()) ? 1 : 0;
            }
        }
        out.accept("");
        out.accept("| confidence | assigned | of these right |");
        out.accept("|---|---|---|");
        IntStream.range(0, bins.length)
                .filter(bin -> bins[bin][0] > 0)
                .forEach(bin -> out.accept("| %d-%d | %d | %.0f %% |"
                        .formatted(10 * bin, 10 * bin + 9, bins[bin][0], 100.0 * bins[bin][1] / bins[bin][0])));
    }

    /** Of each wrong subject the main subject that the paragraph has instead. */
    private void confusion(List<Judged> judged) {
        Map<String, Integer> pairs = new TreeMap<>();
        for (Judged each : judged) {
            for (SubjectAssignment said : each.said()) {
                if (!each.gold().subjects().contains(said.subject())) {
                    String instead = each.gold().subjects().isEmpty()
                            ? "no subject"
                            : each.gold().subjects().get(0);
                    pairs.merge(said.subject() + " | " + instead, 1, Integer::sum);
                }
            }
        }
        out.accept("");
        out.accept("| said | main subject instead | times |");
        out.accept("|---|---|---|");
        pairs.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_CONFUSED)
                .forEach(each -> out.accept("| %s | %d |".formatted(each.getKey(), each.getValue())));
    }

    /** How much the size of the corpus matters: models of a part of it, judged on one fold. */
    private void curve(boolean vectors) {
        List<Lesson> held = lessons.stream().filter(lesson -> fold(lesson) == 0).toList();
        out.accept("");
        out.accept(
                "| share of the corpus (one fold) | subjects, micro | subjects, macro | desks | desk of the main subject |");
        out.accept("|---|---|---|---|---|");
        for (int share : new int[] {4, 2, 1}) {
            List<Lesson> part = lessons.stream()
                    .filter(lesson -> fold(lesson) != 0 && lesson.isInShare(share))
                    .toList();
            SubjectModel model = training.train(rows(part, vectors));
            Scorer.Score score = score(judge(held, vectors, fold -> model));
            out.accept("| 1/%d | %.3f | %.3f | %.3f | %.3f |"
                    .formatted(share, f1(score, "subjects"), score.macroF1(), f1(score, "desks"), score.primaryDesk()));
        }
    }
}
