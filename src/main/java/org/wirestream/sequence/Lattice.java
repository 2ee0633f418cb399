package org.wirestream.sequence;

import java.util.Arrays;

/** The labels that a text can have, with their scores: the best way through, and how likely each label is. */
final class Lattice {
    private static final float NEVER = -1e9f;

    private final SequenceModel model;
    private final float[][] scores;
    private final int count;

    /** @param scores for each character the score of each label */
    Lattice(SequenceModel model, float[][] scores) {
        this.model = model;
        this.scores = scores;
        this.count = model.labels.size();
    }

    /** The labels of the best way (Viterbi). */
    int[] best() {
        int length = scores.length;
        int[] path = new int[length];
        if (length == 0) {
            return path;
        }
        byte[] from = new byte[length * count];
        float[] now = new float[count];
        float[] next = new float[count];
        for (int label = 0; label < count; label++) {
            now[label] = model.labels.canBegin(label) ? scores[0][label] : NEVER;
        }
        for (int i = 1; i < length; i++) {
            for (int label = 0; label < count; label++) {
                float best = 2 * NEVER;
                for (int previous : model.labels.before(label)) {
                    float score = now[previous] + model.transitions[label][previous];
                    if (score > best) {
                        best = score;
                        from[i * count + label] = (byte) previous;
                    }
                }
                next[label] = best + scores[i][label];
            }
            float[] before = now;
            now = next;
            next = before;
        }
        int last = -1;
        for (int label = 0; label < count; label++) {
            if (model.labels.canEnd(label) && (last < 0 || now[label] > now[last])) {
                last = label;
            }
        }
        for (int i = length - 1; i >= 0; i--) {
            path[i] = last;
            last = from[i * count + last];
        }
        return path;
    }

    /**
     * How likely each label of each character is (forward-backward), and how likely each transition, summed over the text.
     *
     * @param transitions receives for each label and each label before it the expected number of occurrences
     * @return for each character the probability of each label
     */
    float[][] expect(float[][] transitions) {
        int length = scores.length;
        double[][] forward = new double[length][count];
        double[][] backward = new double[length][count];
        for (int label = 0; label < count; label++) {
            forward[0][label] = model.labels.canBegin(label) ? scores[0][label] : NEVER;
            backward[length - 1][label] = model.labels.canEnd(label) ? 0 : NEVER;
        }
        double[] terms = new double[count];
        for (int i = 1; i < length; i++) {
            for (int label = 0; label < count; label++) {
                int[] before = model.labels.before(label);
                for (int k = 0; k < before.length; k++) {
                    terms[k] = forward[i - 1][before[k]] + model.transitions[label][before[k]];
                }
                forward[i][label] = logSum(terms, before.length) + scores[i][label];
            }
        }
        for (int i = length - 2; i >= 0; i--) {
            Arrays.fill(backward[i], NEVER);
            for (int label = 0; label < count; label++) {
                double next = scores[i + 1][label] + backward[i + 1][label];
                for (int previous : model.labels.before(label)) {
                    backward[i][previous] = logSum(backward[i][previous], next + model.transitions[label][previous]);
                }
            }
        }
        for (int label = 0; label < count; label++) {
            terms[label] = forward[length - 1][label] + backward[length - 1][label];
        }
        double all = logSum(terms, count);
        float[][] expected = new float[length][count];
        for (int i = 0; i < length; i++) {
            for (int label = 0; label < count; label++) {
                expected[i][label] = (float) Math.exp(forward[i][label] + backward[i][label] - all);
                if (i > 0) {
                    double into = scores[i][label] + backward[i][label] - all;
                    for (int previous : model.labels.before(label)) {
                        transitions[label][previous] +=
                                (float) Math.exp(forward[i - 1][previous] + model.transitions[label][previous] + into);
                    }
                }
            }
        }
        return expected;
    }

    private static double logSum(double[] terms, int count) {
        double most = terms[0];
        for (int i = 1; i < count; i++) {
            most = Math.max(most, terms[i]);
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.exp(terms[i] - most);
        }
        return most + Math.log(sum);
    }

    private static double logSum(double a, double b) {
        double most = Math.max(a, b);
        double least = Math.min(a, b);
        return least - most < -30 ? most : most + Math.log1p(Math.exp(least - most));
    }
}
