package org.wirestream.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.wirestream.quality.Measure;

/** How well subjects are found in documents that a model was not trained on, as tables in Markdown. */
final class SubjectReport {
    private static final int MOST_CONFUSED = 12;

    private final List<String> subjects;
    private final Consumer<String> out;

    SubjectReport(List<String> subjects, Consumer<String> out) {
        this.subjects = subjects;
        this.out = out;
    }

    /** Prints precision, recall and F1 of each subject, what is confused, and how far confidence can be believed. */
    void print(String engine, List<SubjectTraining.Row> rows) {
        SubjectTraining training = new SubjectTraining(subjects);
        List<SubjectTraining.Held> held = training.held(rows);
        SubjectTraining.Decisions decisions = training.decisions(held);
        int[][] counts = new int[subjects.size()][3];
        int[][] bins = new int[10][2];
        IdentityHashMap<SubjectTraining.Row, List<String>> said = new IdentityHashMap<>();
        for (SubjectTraining.Held each : held) {
            double p = decisions.calibration().probability(each.logit());
            boolean is = each.isRight(subjects);
            boolean assigned = p >= decisions.thresholds()[each.subject()];
            counts[each.subject()][0] += is && assigned ? 1 : 0;
            counts[each.subject()][1] += !is && assigned ? 1 : 0;
            counts[each.subject()][2] += is && !assigned ? 1 : 0;
            if (assigned) {
                int bin = Math.min(9, (int) (p * 10));
                bins[bin][0]++;
                bins[bin][1] += is ? 1 : 0;
                said.computeIfAbsent(each.row(), row -> new ArrayList<>()).add(subjects.get(each.subject()));
            }
        }
        out.accept("### Subjects, engine %s, cross-validated over documents of the corpus (5 folds)".formatted(engine));
        out.accept("");
        out.accept("| subject | precision | recall | F1 | paragraphs |");
        out.accept("|---|---|---|---|---|");
        int[] all = new int[3];
        double macro = 0;
        for (int subject = 0; subject < counts.length; subject++) {
            Measure measure = new Measure(counts[subject][0], counts[subject][1], counts[subject][2]);
            row(subjects.get(subject), measure);
            macro += measure.f1() / subjects.size();
            for (int i = 0; i < all.length; i++) {
                all[i] += counts[subject][i];
            }
        }
        row("all (micro)", new Measure(all[0], all[1], all[2]));
        out.accept("| all (macro) | | | %.3f | |".formatted(macro));
        reliability(bins);
        confusion(said, rows);
    }

    private void row(String name, Measure measure) {
        out.accept("| %s | %.2f | %.2f | %.3f | %d |"
                .formatted(name, measure.precision(), measure.recall(), measure.f1(), measure.gold()));
    }

    private void reliability(int[][] bins) {
        out.accept("");
        out.accept("| confidence | assigned | of these right |");
        out.accept("|---|---|---|");
        for (int bin = 0; bin < bins.length; bin++) {
            if (bins[bin][0] > 0) {
                out.accept("| %d-%d | %d | %.0f %% |"
                        .formatted(10 * bin, 10 * bin + 9, bins[bin][0], 100.0 * bins[bin][1] / bins[bin][0]));
            }
        }
    }

    /** Of each wrong subject the main subject that the paragraph has instead. */
    private void confusion(IdentityHashMap<SubjectTraining.Row, List<String>> said, List<SubjectTraining.Row> rows) {
        Map<String, Integer> pairs = new HashMap<>();
        for (SubjectTraining.Row row : rows) {
            for (String subject : said.getOrDefault(row, List.of())) {
                if (!row.subjects().contains(subject)) {
                    String instead = row.subjects().isEmpty()
                            ? "no subject"
                            : row.subjects().get(0);
                    pairs.merge(subject + " | " + instead, 1, Integer::sum);
                }
            }
        }
        Map<String, Integer> sorted = new TreeMap<>(pairs);
        out.accept("");
        out.accept("| said | main subject instead | times |");
        out.accept("|---|---|---|");
        sorted.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_CONFUSED)
                .forEach(each -> out.accept("| %s | %d |".formatted(each.getKey(), each.getValue())));
    }
}
