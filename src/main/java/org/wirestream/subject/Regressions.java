package org.wirestream.subject;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A logistic regression for each subject, calibrated together. Immutable.
 *
 * @param weights for each subject a weight for each value that is seen of a paragraph
 * @param biases for each subject what is added
 */
@SuppressWarnings("ArrayRecordComponent") // weights that nobody writes to
public record Regressions(float[][] weights, double[] biases, Calibration calibration) {
    /**
     * From the logit of a regression to the probability that is seen on texts that it was not trained on (Platt 1999).
     *
     * @param slope what the logit is multiplied with
     * @param shift what is added to it
     */
    public record Calibration(double slope, double shift) {
        /** Leaves logits as they are. */
        public static final Calibration NONE = new Calibration(1, 0);

        /** The probability of a logit. */
        public double probability(double logit) {
            return 1 / (1 + Math.exp(-(slope * logit + shift)));
        }
    }

    /** The same, calibrated. */
    public Regressions with(Calibration learned) {
        return new Regressions(weights, biases, learned);
    }

    /** A subject's score before calibration. */
    public double logit(int subject, ParagraphObservation paragraph) {
        float[] values = paragraph.values();
        if (values.length != weights[subject].length) {
            throw new IllegalArgumentException("the subject model was trained on " + weights[subject].length
                    + " values, not on " + values.length + "; train it anew");
        }
        double logit = biases[subject];
        for (int i = 0; i < values.length; i++) {
            logit += weights[subject][i] * values[i];
        }
        return logit;
    }

    /** Each subject's probability, 0 to 1. */
    double[] probabilities(ParagraphObservation paragraph) {
        double[] probabilities = new double[biases.length];
        for (int subject = 0; subject < biases.length; subject++) {
            probabilities[subject] = calibration.probability(logit(subject, paragraph));
        }
        return probabilities;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(calibration.slope);
        out.writeDouble(calibration.shift);
        for (int subject = 0; subject < biases.length; subject++) {
            out.writeDouble(biases[subject]);
            for (float weight : weights[subject]) {
                out.writeFloat(weight);
            }
        }
    }

    static Regressions read(DataInputStream in, int subjects, int values) throws IOException {
        Calibration calibration = new Calibration(in.readDouble(), in.readDouble());
        float[][] weights = new float[subjects][values];
        double[] biases = new double[subjects];
        for (int subject = 0; subject < subjects; subject++) {
            biases[subject] = in.readDouble();
            for (int i = 0; i < values; i++) {
                weights[subject][i] = in.readFloat();
            }
        }
        return new Regressions(weights, biases, calibration);
    }
}
