package org.wirestream.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wirestream.subject.Bigrams;
import org.wirestream.subject.Features;
import org.wirestream.subject.ParagraphObservation;
import org.wirestream.subject.Regressions;
import org.wirestream.subject.SubjectModel;
import org.wirestream.subject.Thresholds;

/**
 * Trains a subject classifier: for each subject a logistic regression with small weights (liblinear's L2R_LR_DUAL), then, on
 * documents that it was not trained on, its calibration and thresholds.
 */
final class SubjectTraining {
    private static final double COST = 1;
    /** With larger weights, paragraphs without a subject are told from the rest more often. */
    private static final double MAIN_COST = 2;

    private static final double PRECISION = 0.02;
    static final int FOLDS = 5;
    /** Thresholds that are tried, in percent. */
    private static final int LOWEST = 20;

    private static final int HIGHEST = 68;
    private static final int STEP = 2;
    /** The threshold that a subject has of which little is known. */
    private static final double MIDDLE = 0.45;
    /** Paragraphs about a subject that are taken for granted on both sides, so that rare subjects keep to the middle. */
    private static final double PRIOR = 10;

    /** What stands for the main subject of a paragraph without one. */
    private static final String NO_SUBJECT = "";

    private final List<String> subjects;
    /** The subjects, and having none. */
    private final List<String> mains;

    SubjectTraining(List<String> subjects) {
        this.subjects = subjects;
        this.mains = Stream.concat(subjects.stream(), Stream.of(NO_SUBJECT)).toList();
    }

    /**
     * A paragraph with its subjects.
     *
     * @param fold the documents of a fold are judged by a model trained on the others
     */
    record Row(ParagraphObservation seen, List<String> subjects, int fold) {}

    /** A paragraph in the numbers that a model weighs, with its subjects. */
    private record Known(Features features, List<String> subjects, int fold) {
        /** The same with its main subject alone. */
        Known main() {
            return new Known(features, subjects.isEmpty() ? List.of(NO_SUBJECT) : subjects.subList(0, 1), fold);
        }
    }

    /** A judgement on a paragraph by a model that was not trained on its document. */
    private record Held(Known row, int subject, double logit) {
        boolean isRight(List<String> subjects) {
            return row.subjects().contains(subjects.get(subject));
        }
    }

    static int fold(String document) {
        return Math.floorMod(document.hashCode(), FOLDS);
    }

    /** Trains on all rows. */
    SubjectModel train(List<Row> rows) {
        Bigrams bigrams = bigrams(rows);
        List<Known> known = known(rows, bigrams);
        Decisions decisions = decisions(held(known, byFold(known, subjects, COST)));
        Regressions any = fit(known, subjects, COST).with(decisions.calibration());
        return new SubjectModel(subjects, bigrams, any, fit(mains(known), mains, MAIN_COST), decisions.thresholds());
    }

    /**
     * For each fold a model whose weights were trained on the others. Calibration and thresholds, few numbers, are learned
     * from the judgements on all folds.
     */
    List<SubjectModel> modelsByFold(List<Row> rows) {
        Bigrams bigrams = bigrams(rows);
        List<Known> known = known(rows, bigrams);
        List<Regressions> any = byFold(known, subjects, COST);
        List<Regressions> main = byFold(mains(known), mains, MAIN_COST);
        Decisions decisions = decisions(held(known, any));
        return IntStream.range(0, FOLDS)
                .mapToObj(fold -> new SubjectModel(
                        subjects,
                        bigrams,
                        any.get(fold).with(decisions.calibration()),
                        main.get(fold),
                        decisions.thresholds()))
                .toList();
    }

    private static Bigrams bigrams(List<Row> rows) {
        return Bigrams.frequent(rows.stream().map(Row::seen).toList());
    }

    private static List<Known> known(List<Row> rows, Bigrams bigrams) {
        return rows.stream()
                .map(row -> new Known(SubjectModel.features(row.seen(), bigrams), row.subjects(), row.fold()))
                .toList();
    }

    private static List<Known> mains(List<Known> rows) {
        return rows.stream().map(Known::main).toList();
    }

    /** What turns logits into decisions. */
    private record Decisions(Regressions.Calibration calibration, Thresholds thresholds) {}

    /** Learned from held-out judgements. */
    private Decisions decisions(List<Held> held) {
        Regressions.Calibration calibration = calibrate(held);
        Map<String, Integer> percent = new HashMap<>();
        for (int subject = 0; subject < subjects.size(); subject++) {
            percent.put(subjects.get(subject), threshold(subject, held, calibration));
        }
        return new Decisions(calibration, new Thresholds(percent));
    }

    /** Every row judged by regressions that were trained on the other folds. */
    private List<Held> held(List<Known> rows, List<Regressions> byFold) {
        List<Held> held = new ArrayList<>();
        for (Known row : rows) {
            for (int subject = 0; subject < subjects.size(); subject++) {
                held.add(new Held(row, subject, byFold.get(row.fold()).logit(subject, row.features())));
            }
        }
        return held;
    }

    /** For each fold the regressions that were trained on the others. */
    private static List<Regressions> byFold(List<Known> rows, List<String> answers, double cost) {
        return IntStream.range(0, FOLDS)
                .mapToObj(fold ->
                        fit(rows.stream().filter(row -> row.fold() != fold).toList(), answers, cost))
                .toList();
    }

    private static Regressions fit(List<Known> rows, List<String> answers, double cost) {
        int count = rows.get(0).features().size();
        Feature[][] features = rows.stream().map(row -> nodes(row.features())).toArray(Feature[][]::new);
        float[][] weights = new float[answers.size()][count];
        double[] biases = new double[answers.size()];
        Linear.disableDebugOutput();
        // Answers do not depend on each other, so their order in time does not matter.
        IntStream.range(0, answers.size()).parallel().forEach(answer -> {
            Problem problem = new Problem();
            problem.l = features.length;
            problem.n = count + 1;
            problem.x = features;
            problem.y = rows.stream()
                    .mapToDouble(row -> row.subjects().contains(answers.get(answer)) ? 1 : 0)
                    .toArray();
            Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR_DUAL, cost, PRECISION));
            double[] learned = model.getFeatureWeights();
            // The weights speak for the class that the first row had.
            double sign = model.getLabels()[0] == 1 ? 1 : -1;
            for (int i = 0; i < count; i++) {
                weights[answer][i] = (float) (sign * learned[i]);
            }
            biases[answer] = sign * learned[count];
        });
        return new Regressions(weights, biases, Regressions.Calibration.NONE);
    }

    /** The values that are not 0, numbered from 1, and a last one that is always 1. */
    private static Feature[] nodes(Features features) {
        List<Feature> nodes = new ArrayList<>();
        float[] numbers = features.numbers();
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] != 0) {
                nodes.add(new FeatureNode(i + 1, numbers[i]));
            }
        }
        for (int pair : features.pairs()) {
            nodes.add(new FeatureNode(numbers.length + pair + 1, features.pairValue()));
        }
        nodes.add(new FeatureNode(features.size() + 1, 1));
        return nodes.toArray(Feature[]::new);
    }

    /** Platt's two numbers, by Newton's method on the likelihood. */
    private Regressions.Calibration calibrate(List<Held> held) {
        double slope = 1;
        double shift = 0;
        for (int step = 0; step < 30; step++) {
            double g0 = 0;
            double g1 = 0;
            double h00 = 1e-6;
            double h01 = 0;
            double h11 = 1e-6;
            for (Held each : held) {
                double p = new Regressions.Calibration(slope, shift).probability(each.logit());
                double error = p - (each.isRight(subjects) ? 1 : 0);
                double weight = p * (1 - p);
                g0 += error * each.logit();
                g1 += error;
                h00 += weight * each.logit() * each.logit();
                h01 += weight * each.logit();
                h11 += weight;
            }
            double determinant = h00 * h11 - h01 * h01;
            slope -= (h11 * g0 - h01 * g1) / determinant;
            shift -= (h00 * g1 - h01 * g0) / determinant;
        }
        return new Regressions.Calibration(slope, shift);
    }

    /** The threshold with the best F1 on held-out documents, in percent. */
    private int threshold(int subject, List<Held> held, Regressions.Calibration calibration) {
        List<Held> own = held.stream().filter(each -> each.subject() == subject).toList();
        double best = 0;
        int threshold = LOWEST;
        for (int percent = LOWEST; percent <= HIGHEST; percent += STEP) {
            double candidate = percent / 100.0;
            int hits = 0;
            int wrong = 0;
            int missed = 0;
            for (Held each : own) {
                boolean said = calibration.probability(each.logit()) >= candidate;
                boolean is = each.isRight(subjects);
                hits += is && said ? 1 : 0;
                wrong += !is && said ? 1 : 0;
                missed += is && !said ? 1 : 0;
            }
            // Held-out data are few: a pull to the middle keeps rare subjects from extreme thresholds.
            double distance = candidate - MIDDLE;
            double f1 = 2.0 * hits / (2.0 * hits + wrong + missed + PRIOR * distance * distance);
            if (f1 > best) {
                best = f1;
                threshold = percent;
            }
        }
        return threshold;
    }
}
