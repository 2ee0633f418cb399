package org.wirestream.subject;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Logistic regressions over the same features, one for each answer, calibrated together. Immutable.
 *
 * @param weights for each answer a weight for each number that is seen of a paragraph, then for each known pair
 * @param biases for each answer what is added
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

    /** An answer's score before calibration. */
    public double logit(int answer, Features features) {
        float[] numbers = features.numbers();
        float[] own = weights[answer];
        if (features.size() != own.length) {
            throw new IllegalArgumentException("the subject model was trained on " + own.length + " features, not on "
                    + features.size() + "; train it anew");
        }
        double logit = biases[answer];
        for (int i = 0; i < numbers.length; i++) {
            logit += own[i] * numbers[i];
        }
        double pairs = 0;
        for (int pair : features.pairs()) {
            pairs += own[numbers.length + pair];
        }
        return logit + pairs * features.pairValue();
    }

    /** Each answer's probability, 0 to 1. */
    double[] probabilities(Features features) {
        double[] probabilities = new double[biases.length];
        Arrays.setAll(probabilities, answer -> calibration.probability(logit(answer, features)));
        return probabilities;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeDouble(calibration.slope);
        out.writeDouble(calibration.shift);
        for (int answer = 0; answer < biases.length; answer++) {
            out.writeDouble(biases[answer]);
            for (float weight : weights[answer]) {
                out.writeFloat(weight);
            }
        }
    }

    static Regressions read(DataInputStream in, int answers, int features) throws IOException {
        Calibration calibration = new Calibration(in.readDouble(), in.readDouble());
        float[][] weights = new float[answers][features];
        double[] biases = new double[answers];
        for (int answer = 0; answer < answers; answer++) {
            biases[answer] = in.readDouble();
            for (int i = 0; i < features; i++) {
                weights[answer][i] = in.readFloat();
            }
        }
        return new Regressions(weights, biases, calibration);
    }
}
