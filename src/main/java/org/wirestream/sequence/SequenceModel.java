package org.wirestream.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirestream.encoder.Encoder;
import org.wirestream.encoder.Encoding;

/**
 * A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001): the label of a character depends on its
 * features, on its vector and those of its neighbours, and on the label before it. Immutable once trained and safe for use
 * by many threads.
 */
public final class SequenceModel {
    /** The vectors that a character's label depends on: the one before, its own, the one after. */
    static final int WINDOW = 3;

    static final int DIMENSIONS = Encoder.DIMENSIONS;

    final Labels labels;
    final FeatureTable table;
    /** For each feature a weight for each label. */
    final float[] sparse;
    /** For each dimension a weight for each place in the window and each label; empty in a model without vectors. */
    final float[][] dense;
    /** For each label a weight for each label before it. */
    final float[][] transitions;

    SequenceModel(Labels labels, FeatureTable table, float[] sparse, float[][] dense, float[][] transitions) {
        this.labels = labels;
        this.table = table;
        this.sparse = sparse;
        this.dense = dense;
        this.transitions = transitions;
    }

    /** Whether the model needs a text's vectors. */
    public boolean usesVectors() {
        return dense.length > 0;
    }

    /** The most likely spans of a text. */
    public List<Span> spans(Observations text) {
        return labels.spans(new Lattice(this, scores(text)).best());
    }

    /**
     * The most likely spans of a text whose features are not kept.
     *
     * @param length of the text in UTF-16 code units
     * @param features tells a sink every feature of every character
     * @param encoding the text's vectors; null for a model without
     */
    public List<Span> spans(int length, Consumer<FeatureSink> features, @Nullable Encoding encoding) {
        return labels.spans(new Lattice(this, scores(length, features, encoding)).best());
    }

    /** For each character the score of each label, before transitions. */
    float[][] scores(Observations text) {
        return scores(text.length(), text::tell, text.encoding());
    }

    private float[][] scores(int length, Consumer<FeatureSink> features, @Nullable Encoding encoding) {
        float[][] scores = new float[length][labels.size()];
        features.accept((at, feature) -> {
            if (at >= 0 && at < length) {
                addFeature(feature, scores[at]);
            }
        });
        if (usesVectors() && encoding != null) {
            addVectors(encoding, scores);
        }
        return scores;
    }

    private void addFeature(long feature, float[] scores) {
        int row = table.find(feature);
        if (row >= 0) {
            int at = row * scores.length;
            for (int label = 0; label < scores.length; label++) {
                scores[label] += sparse[at + label];
            }
        }
    }

    private void addVectors(Encoding encoding, float[][] scores) {
        int count = labels.size();
        float[] products = new float[WINDOW * count];
        for (int at = 0; at < scores.length; at++) {
            int piece = encoding.piece(at);
            if (piece < 0) {
                continue;
            }
            // The characters of a piece share its vector.
            if (at == 0 || encoding.piece(at - 1) != piece) {
                multiply(encoding.vector(piece), products);
            }
            for (int place = 0; place < WINDOW; place++) {
                // A vector stands before the character after it, and so on.
                int target = at + 1 - place;
                if (target >= 0 && target < scores.length) {
                    for (int label = 0; label < count; label++) {
                        scores[target][label] += products[place * count + label];
                    }
                }
            }
        }
    }

    /** Dimension by dimension, since the compiler does many labels at a time but no sum over many dimensions. */
    private void multiply(float[] vector, float[] products) {
        Arrays.fill(products, 0);
        for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
            float value = vector[dimension];
            float[] weights = dense[dimension];
            for (int row = 0; row < products.length; row++) {
                products[row] += value * weights[row];
            }
        }
    }

    static SequenceModel untrained(Labels labels, FeatureTable table, boolean vectors) {
        float[][] dense = new float[vectors ? DIMENSIONS : 0][WINDOW * labels.size()];
        float[][] transitions = new float[labels.size()][labels.size()];
        float[] sparse = new float[table.size() * labels.size()];
        return new SequenceModel(labels, table, sparse, dense, transitions);
    }

    /** Adds a share of the weights of a model with the same labels and features. */
    void add(SequenceModel other, float share) {
        add(sparse, other.sparse, share);
        for (int i = 0; i < dense.length; i++) {
            add(dense[i], other.dense[i], share);
        }
        for (int i = 0; i < transitions.length; i++) {
            add(transitions[i], other.transitions[i], share);
        }
    }

    private static void add(float[] weights, float[] others, float share) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] += others[i] * share;
        }
    }
}
