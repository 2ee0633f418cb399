package org.wirestream.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.Mention;
import org.wirestream.encoder.Encoder;
import org.wirestream.encoder.Encoding;
import org.wirestream.wire.Headline;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/**
 * Gathers what the trained classifier sees of a paragraph: what the lexicon says of it alone, in view of the item, of the
 * headline and of the paragraph before; and the vectors of the paragraph and of the item or, without an encoder, the
 * paragraph's pairs of characters. Stateless.
 */
final class ParagraphObserver {
    private static final int SCORES = 4;
    /** Vectors have length 1; larger ones are punished less by the training's preference for small weights. */
    private static final float VECTOR_LENGTH = 3;

    /** The first vector, the mean, and the item's. */
    private static final int VECTORS = 3;

    private static final int[] NO_PAIRS = new int[0];

    private ParagraphObserver() {}

    /**
     * Observes an item.
     *
     * @param mentions each paragraph's mentions
     * @param scores what the lexicon says of each paragraph
     * @param combined the same in view of the item
     * @param encodings the paragraphs' vectors, or none
     * @return for each paragraph what is seen of it; null for one that is no body
     */
    static List<@Nullable ParagraphObservation> observe(
            WireItem item,
            Map<Integer, List<Mention>> mentions,
            List<ParagraphScore> scores,
            List<double[]> combined,
            List<Encoding> encodings) {
        Headline headline = item.headline();
        boolean headed = headline != null && headline.paragraph() < scores.size();
        ParagraphScore silent =
                ParagraphScore.silent(scores.isEmpty() ? 0 : scores.get(0).subjects());
        ParagraphScore head = headline != null && headed ? scores.get(headline.paragraph()) : silent;
        float[] whole = whole(item, encodings);
        List<@Nullable ParagraphObservation> observations = new ArrayList<>();
        ParagraphScore before = silent;
        for (int i = 0; i < scores.size(); i++) {
            Paragraph paragraph = item.paragraphs().get(i);
            if (!paragraph.isBody()) {
                observations.add(null);
                continue;
            }
            Values values = new Values(silent.subjects(), !encodings.isEmpty());
            values.addScores(scores.get(i));
            values.addAll(combined.get(i));
            values.addScores(head);
            values.addScores(before);
            int[] pairs = NO_PAIRS;
            if (encodings.isEmpty()) {
                pairs = Bigrams.of(paragraph, mentions.getOrDefault(paragraph.index(), List.of()));
            } else {
                values.addVector(encodings.get(i).first());
                values.addVector(encodings.get(i).mean());
                values.addVector(whole);
            }
            observations.add(new ParagraphObservation(values.numbers, pairs));
            before = scores.get(i);
        }
        return observations;
    }

    private static float[] whole(WireItem item, List<Encoding> encodings) {
        float[] sum = new float[Encoder.DIMENSIONS];
        for (Paragraph paragraph : encodings.isEmpty() ? List.<Paragraph>of() : item.paragraphs()) {
            if (paragraph.isBody()) {
                float[] mean = encodings.get(paragraph.index()).mean();
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += mean[i];
                }
            }
        }
        return sum;
    }

    /** Where the paragraph's mean vector begins among the values. */
    static int meanBegin(int subjects) {
        return SCORES * subjects + Encoder.DIMENSIONS;
    }

    private static float length(float[] vector) {
        double square = 0;
        for (float value : vector) {
            square += value * value;
        }
        return (float) Math.sqrt(square);
    }

    /** Numbers one after another. */
    private static final class Values {
        private final float[] numbers;
        private final int subjects;
        private int size;

        private Values(int subjects, boolean vectors) {
            this.subjects = subjects;
            this.numbers = new float[SCORES * subjects + (vectors ? VECTORS * Encoder.DIMENSIONS : 0)];
        }

        private void addScores(ParagraphScore score) {
            for (int subject = 0; subject < subjects; subject++) {
                numbers[size++] = (float) score.strength(subject);
            }
        }

        private void addAll(double[] scores) {
            for (double score : scores) {
                numbers[size++] = (float) score;
            }
        }

        private void addVector(float[] vector) {
            float length = length(vector);
            float scale = length == 0 ? 0 : VECTOR_LENGTH / length;
            for (float value : vector) {
                numbers[size++] = value * scale;
            }
        }
    }
}
