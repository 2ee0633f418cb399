package org.wirestream.sequence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains a sequence model by maximum likelihood: stochastic gradients with AdaGrad's step sizes (Duchi, Hazan, Singer 2011).
 * Where they end depends a little on the order of the examples, and the mean of several ends is better than most of them. The
 * same examples and options give the same model.
 */
public final class SequenceTrainer {
    /**
     * How to train.
     *
     * @param epochs how often each example is seen
     * @param sparseRate the first step of a feature's weight
     * @param denseRate the first step of a dimension's weight
     * @param dropout the share of a vector's dimensions that are left out, anew for each example
     * @param rarest a feature that is seen more rarely is left out
     * @param orders how many times all of it is done, each with the examples in other orders; the weights' mean is the model
     * @param seed for the order of the examples and what is left out
     */
    public record Options(
            int epochs, float sparseRate, float denseRate, float dropout, int rarest, int orders, long seed) {}

    private static final float EPSILON = 1e-6f;

    private final Options options;
    private final SequenceModel model;
    private final float[] sparseSquares;
    private final float[][] denseSquares;
    private final float[][] transitionSquares;
    private final Random random;

    private SequenceTrainer(Options options, SequenceModel model, long seed) {
        this.options = options;
        this.model = model;
        this.sparseSquares = new float[model.sparse.length];
        this.denseSquares = new float[model.dense.length][SequenceModel.WINDOW * model.labels.size()];
        this.transitionSquares = new float[model.transitions.length][model.transitions.length];
        this.random = new Random(seed);
    }

    /**
     * Trains a model.
     *
     * @param types the types of spans
     * @param examples all with vectors, or all without
     */
    public static SequenceModel train(List<String> types, List<Example> examples, Options options) {
        Labels labels = new Labels(types);
        boolean vectors = !examples.isEmpty() && examples.get(0).text().hasVectors();
        FeatureTable table = frequent(examples, options.rarest);
        SequenceModel mean = SequenceModel.untrained(labels, table, vectors);
        IntStream.range(0, options.orders)
                .parallel()
                .mapToObj(order -> new SequenceTrainer(
                                options, SequenceModel.untrained(labels, table, vectors), options.seed + order)
                        .learn(examples))
                .toList()
                // One after the other, so that the last digits of the sum do not depend on who was ready first.
                .forEach(model -> mean.add(model, 1f / options.orders));
        return mean;
    }

    private SequenceModel learn(List<Example> examples) {
        List<Example> order = new ArrayList<>(examples);
        for (int epoch = 0; epoch < options.epochs; epoch++) {
            Collections.shuffle(order, random);
            for (Example example : order) {
                if (example.text().length() > 0) {
                    step(example);
                }
            }
        }
        return model;
    }

    private static FeatureTable frequent(List<Example> examples, int rarest) {
        Map<Long, Integer> counts = new HashMap<>();
        for (Example example : examples) {
            for (int i = 0; i < example.text().length(); i++) {
                for (long feature : example.text().features(i)) {
                    counts.merge(feature, 1, Integer::sum);
                }
            }
        }
        FeatureTable table = new FeatureTable(1024);
        // In the order in which the examples show them, so that the same examples make the same model.
        for (Example example : examples) {
            for (int i = 0; i < example.text().length(); i++) {
                for (long feature : example.text().features(i)) {
                    if (counts.getOrDefault(feature, 0) >= rarest) {
                        table.add(feature);
                    }
                }
            }
        }
        return table;
    }

    private void step(Example example) {
        Observations text = example.text();
        boolean @Nullable [] dropped = dropped(text);
        float[][] scores = dropped == null ? model.scores(text) : scoresWithout(text, dropped);
        int[] wanted = model.labels.of(text.length(), example.spans());
        float[][] transitions = new float[model.transitions.length][model.transitions.length];
        float[][] gradient = new Lattice(model, scores).expect(transitions);
        for (int i = 0; i < wanted.length; i++) {
            gradient[i][wanted[i]] -= 1;
            if (i > 0) {
                transitions[wanted[i]][wanted[i - 1]] -= 1;
            }
        }
        for (int label = 0; label < transitions.length; label++) {
            for (int previous : model.labels.before(label)) {
                descend(
                        model.transitions[label],
                        transitionSquares[label],
                        previous,
                        transitions[label][previous],
                        options.sparseRate);
            }
        }
        learnFeatures(text, gradient);
        if (model.usesVectors()) {
            learnVectors(text, gradient, dropped);
        }
    }

    private boolean @Nullable [] dropped(Observations text) {
        if (!text.hasVectors() || options.dropout <= 0) {
            return null;
        }
        boolean[] dropped = new boolean[SequenceModel.DIMENSIONS];
        for (int i = 0; i < dropped.length; i++) {
            dropped[i] = random.nextFloat() < options.dropout;
        }
        return dropped;
    }

    private float[][] scoresWithout(Observations text, boolean[] dropped) {
        float[][] kept = new float[model.dense.length][];
        float scale = 1 / (1 - options.dropout);
        for (int dimension = 0; dimension < kept.length; dimension++) {
            kept[dimension] = new float[model.dense[dimension].length];
            for (int row = 0; row < kept[dimension].length && !dropped[dimension]; row++) {
                kept[dimension][row] = model.dense[dimension][row] * scale;
            }
        }
        return new SequenceModel(model.labels, model.table, model.sparse, kept, model.transitions).scores(text);
    }

    private void learnFeatures(Observations text, float[][] gradient) {
        int count = model.labels.size();
        for (int i = 0; i < gradient.length; i++) {
            for (long feature : text.features(i)) {
                int row = model.table.find(feature);
                if (row >= 0) {
                    for (int label = 0; label < count; label++) {
                        descend(
                                model.sparse,
                                sparseSquares,
                                row * count + label,
                                gradient[i][label],
                                options.sparseRate);
                    }
                }
            }
        }
    }

    private void learnVectors(Observations text, float[][] gradient, boolean @Nullable [] dropped) {
        float[] rows = new float[SequenceModel.WINDOW * model.labels.size()];
        float[][] sums = new float[SequenceModel.DIMENSIONS][rows.length];
        float scale = 1 / (1 - options.dropout);
        for (int at = 0; at < gradient.length; at++) {
            float[] vector = text.vector(at);
            if (vector != null && gather(gradient, at, scale, rows)) {
                for (int dimension = 0; dimension < sums.length; dimension++) {
                    addScaled(sums[dimension], rows, vector[dimension]);
                }
            }
        }
        for (int dimension = 0; dimension < sums.length; dimension++) {
            if (dropped == null || !dropped[dimension]) {
                for (int row = 0; row < rows.length; row++) {
                    descend(
                            model.dense[dimension],
                            denseSquares[dimension],
                            row,
                            sums[dimension][row],
                            options.denseRate);
                }
            }
        }
    }

    /** The gradients of the characters that a vector speaks for; false where there is nothing to learn from them. */
    private static boolean gather(float[][] gradient, int at, float scale, float[] rows) {
        int count = gradient[0].length;
        boolean any = false;
        for (int place = 0; place < SequenceModel.WINDOW; place++) {
            int target = at + 1 - place;
            for (int label = 0; label < count; label++) {
                float g = target >= 0 && target < gradient.length ? gradient[target][label] * scale : 0;
                rows[place * count + label] = g;
                any |= Math.abs(g) > 1e-3f;
            }
        }
        return any;
    }

    private static void addScaled(float[] sum, float[] rows, float factor) {
        for (int i = 0; i < rows.length; i++) {
            sum[i] += rows[i] * factor;
        }
    }

    private static void descend(float[] weights, float[] squares, int at, float gradient, float rate) {
        if (gradient != 0) {
            squares[at] += gradient * gradient;
            weights[at] -= rate * gradient / ((float) Math.sqrt(squares[at]) + EPSILON);
        }
    }
}
