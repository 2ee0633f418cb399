package org.wirestream.subject;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * For each subject a logistic regression over what is seen of a paragraph, calibrated and with a threshold of its own.
 * Immutable.
 *
 * @param subjects the subjects' ids
 */
@SuppressWarnings("ArrayRecordComponent") // weights that only this class reads
public record SubjectModel(
        List<String> subjects, float[][] weights, double[] biases, Calibration calibration, double[] thresholds) {
    private static final int FORMAT = 1;

    /**
     * From the logit of a regression to the probability that is seen on texts that it was not trained on (Platt 1999).
     *
     * @param slope what the logit is multiplied with
     * @param shift what is added to it
     */
    public record Calibration(double slope, double shift) {
        /** The probability of a logit. */
        public double probability(double logit) {
            return 1 / (1 + Math.exp(-(slope * logit + shift)));
        }
    }

    /** How likely each subject is, 0 to 1. */
    double[] probabilities(ParagraphObservation paragraph) {
        double[] probabilities = new double[biases.length];
        for (int subject = 0; subject < biases.length; subject++) {
            probabilities[subject] = calibration.probability(logit(subject, paragraph));
        }
        return probabilities;
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

    /** Writes the model; the same model gives the same bytes. */
    public void write(OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(to))) {
            out.writeInt(FORMAT);
            out.writeInt(subjects.size());
            out.writeInt(weights[0].length);
            out.writeDouble(calibration.slope);
            out.writeDouble(calibration.shift);
            for (int subject = 0; subject < subjects.size(); subject++) {
                out.writeUTF(subjects.get(subject));
                out.writeDouble(biases[subject]);
                out.writeDouble(thresholds[subject]);
                for (float weight : weights[subject]) {
                    out.writeFloat(weight);
                }
            }
        }
    }

    /**
     * Reads a model.
     *
     * @throws IOException when these are no bytes of a model
     */
    public static SubjectModel read(InputStream from) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(from, 1 << 16))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("not a subject model of format " + FORMAT);
            }
            int count = in.readInt();
            int values = in.readInt();
            Calibration calibration = new Calibration(in.readDouble(), in.readDouble());
            List<String> subjects = new ArrayList<>();
            float[][] weights = new float[count][values];
            double[] biases = new double[count];
            double[] thresholds = new double[count];
            for (int subject = 0; subject < count; subject++) {
                subjects.add(in.readUTF());
                biases[subject] = in.readDouble();
                thresholds[subject] = in.readDouble();
                for (int i = 0; i < values; i++) {
                    weights[subject][i] = in.readFloat();
                }
            }
            return new SubjectModel(List.copyOf(subjects), weights, biases, calibration, thresholds);
        }
    }
}
