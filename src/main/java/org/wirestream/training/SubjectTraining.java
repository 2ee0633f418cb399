package org.wirestream.training;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.wirestream.subject.ParagraphObservation;
import org.wirestream.subject.Regressions;
import org.wirestream.subject.SubjectModel;

/**
 * Trains a subject classifier: for each subject a logistic regression with small weights (liblinear's L2R_LR_DUAL), then, on
 * documents that it was not trained on, its calibration and thresholds.
 */
final class SubjectTraining {
    private static final double COST = 1;
    private static final double PRECISION = 0.02;
    static final int FOLDS = 5;
    /** Thresholds that are tried. */
    private static final double LOWEST = 0.20;

    private static final double HIGHEST = 0.70;
    private static final double STEP = 0.02;
    /** Paragraphs about a subject that are taken for granted on both sides, so that rare subjects keep to the middle. */
    private static final double PRIOR = 10;

    private final List<String> subjects;

    SubjectTraining(List<String> subjects) {
        this.subjects = subjects;
    }

    /**
     * A paragraph with its subjects.
     *
     * @param fold the documents of a fold are judged by a model trained on the others
     */
    record Row(ParagraphObservation seen, List<String> subjects, int fold) {
        /** The same with its main subject alone. */
        Row main() {
            return new Row(seen, subjects.subList(0, Math.min(1, subjects.size())), fold);
        }
    }

    /** A judgement on a paragraph by a model that was not trained on its document. */
    record Held(Row row, int subject, double logit) {
        boolean isRight(List<String> subjects) {
            return row.subjects().contains(subjects.get(subject));
        }
    }

    static int fold(String document) {
        return Math.floorMod(document.hashCode(), FOLDS);
    }

    /** Trains on all rows. */
    SubjectModel train(List<Row> rows) {
        Decisions decisions = decisions(held(rows));
        Regressions any = fit(rows).with(decisions.calibration());
        return new SubjectModel(subjects, any, fit(mains(rows)), decisions.thresholds());
    }

    /**
     * What turns logits into decisions.
     *
     * @param thresholds for each subject the probability from which it is assigned
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on to the model as it is
    record Decisions(Regressions.Calibration calibration, double[] thresholds) {}

    /** Learned from held-out judgements. */
    Decisions decisions(List<Held> held) {
        Regressions.Calibration calibration = calibrate(held);
        return new Decisions(
                calibration,
                IntStream.range(0, subjects.size())
                        .mapToDouble(subject -> threshold(subject, held, calibration))
                        .toArray());
    }

    /** Every row judged by a model that was trained on the other folds. */
    List<Held> held(List<Row> rows) {
        return held(rows, byFold(rows));
    }

    private List<Held> held(List<Row> rows, List<Regressions> byFold) {
        List<Held> held = new ArrayList<>();
        for (Row row : rows) {
            for (int subject = 0; subject < subjects.size(); subject++) {
                held.add(new Held(row, subject, byFold.get(row.fold()).logit(subject, row.seen())));
            }
        }
        return held;
    }

    /** For each fold the regressions that were trained on the others. */
    private List<Regressions> byFold(List<Row> rows) {
        return IntStream.range(0, FOLDS)
                .mapToObj(fold ->
                        fit(rows.stream().filter(row -> row.fold() != fold).toList()))
                .toList();
    }

    /**
     * For each fold a model whose weights were trained on the others. Calibration and thresholds, few numbers, are learned
     * from the judgements on all folds.
     */
    List<SubjectModel> modelsByFold(List<Row> rows) {
        List<Regressions> any = byFold(rows);
        List<Regressions> main = byFold(mains(rows));
        Decisions decisions = decisions(held(rows, any));
        return IntStream.range(0, FOLDS)
                .mapToObj(fold -> new SubjectModel(
                        subjects, any.get(fold).with(decisions.calibration()), main.get(fold), decisions.thresholds()))
                .toList();
    }

    private static List<Row> mains(List<Row> rows) {
        return rows.stream().map(Row::main).toList();
    }

    private Regressions fit(List<Row> rows) {
        int count = rows.get(0).seen().values().length;
        Feature[][] features = rows.stream().map(row -> features(row.seen())).toArray(Feature[][]::new);
        float[][] weights = new float[subjects.size()][count];
        double[] biases = new double[subjects.size()];
        Linear.disableDebugOutput();
        // Subjects do not depend on each other, so their order in time does not matter.
        IntStream.range(0, subjects.size()).parallel().forEach(subject -> {
            Problem problem = new Problem();
            problem.l = features.length;
            problem.n = count + 1;
            problem.x = features;
            problem.y = rows.stream()
                    .mapToDouble(row -> row.subjects().contains(subjects.get(subject)) ? 1 : 0)
                    .toArray();
            Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR_DUAL, COST, PRECISION));
            double[] learned = model.getFeatureWeights();
            // The weights speak for the class that the first row had.
            double sign = model.getLabels()[0] == 1 ? 1 : -1;
            for (int i = 0; i < count; i++) {
                weights[subject][i] = (float) (sign * learned[i]);
            }
            biases[subject] = sign * learned[count];
        });
        return new Regressions(weights, biases, Regressions.Calibration.NONE);
    }

    /** The values that are not 0, numbered from 1, and a last one that is always 1. */
    private static Feature[] features(ParagraphObservation seen) {
        List<Feature> features = new ArrayList<>();
        float[] values = seen.values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                features.add(new FeatureNode(i + 1, values[i]));
            }
        }
        features.add(new FeatureNode(values.length + 1, 1));
        return features.toArray(Feature[]::new);
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

    /** The threshold with the best F1 on held-out documents. */
    private double threshold(int subject, List<Held> held, Regressions.Calibration calibration) {
        List<Held> own = held.stream().filter(each -> each.subject() == subject).toList();
        double best = 0;
        double threshold = LOWEST;
        for (double candidate = LOWEST; candidate <= HIGHEST; candidate += STEP) {
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
            double distance = candidate - (LOWEST + HIGHEST) / 2;
            double f1 = 2.0 * hits / (2.0 * hits + wrong + missed + PRIOR * distance * distance);
            if (f1 > best) {
                best = f1;
                threshold = candidate;
            }
        }
        return threshold;
    }
}
