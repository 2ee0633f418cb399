package org.wirestream.sequence;

/**
 * The mean of a model's weights at several moments of its training (Polyak and Juditsky 1992): steps that follow single
 * examples cancel out, and what all examples agree on stays. Owned by one training.
 */
final class WeightAverage {
    private final SequenceModel model;
    private final float[] sparse;
    private final float[][] dense;
    private final float[][] transitions;
    private int moments;

    WeightAverage(SequenceModel model) {
        this.model = model;
        this.sparse = new float[model.sparse.length];
        this.dense = like(model.dense);
        this.transitions = like(model.transitions);
    }

    private static float[][] like(float[][] rows) {
        float[][] zeros = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            zeros[i] = new float[rows[i].length];
        }
        return zeros;
    }

    /** Takes the weights of this moment in. */
    void add() {
        moments++;
        approach(sparse, model.sparse);
        for (int i = 0; i < dense.length; i++) {
            approach(dense[i], model.dense[i]);
        }
        for (int i = 0; i < transitions.length; i++) {
            approach(transitions[i], model.transitions[i]);
        }
    }

    /** A running mean, which loses no digits to a large sum. */
    private void approach(float[] means, float[] weights) {
        for (int i = 0; i < means.length; i++) {
            means[i] += (weights[i] - means[i]) / moments;
        }
    }

    /** The model with the mean weights. */
    SequenceModel mean() {
        return new SequenceModel(model.labels, model.table, sparse, dense, transitions);
    }
}
