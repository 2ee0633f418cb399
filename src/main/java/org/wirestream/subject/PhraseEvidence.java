package org.wirestream.subject;

import java.util.Collection;
import java.util.List;
import org.wirestream.document.Evidence;
import org.wirestream.document.Mention;
import org.wirestream.encoder.Encoding;
import org.wirestream.wire.FoldedText;
import org.wirestream.wire.Paragraph;

/**
 * The words that speak most for a subject where the lexicon knows none. The mean of a paragraph's vectors is a sum over its
 * characters, and so are its pairs: in a linear model each character's part of the score is known exactly. Stateless.
 */
final class PhraseEvidence {
    /** Words and short phrases. */
    private static final int SHORTEST = 2;

    private static final int LONGEST = 6;

    private PhraseEvidence() {}

    /** The phrase of a paragraph whose vectors speak most for a subject, or none when nothing does. */
    static List<Evidence> ofVectors(SubjectModel model, int subject, Paragraph paragraph, Encoding encoding) {
        double[] parts = new double[paragraph.folded().folded().length()];
        int begin = ParagraphObserver.meanBegin(model.subjects().size());
        float[] weights = model.any().weights()[subject];
        for (int i = 0; i < parts.length; i++) {
            int piece = encoding.piece(i);
            if (piece >= 0) {
                float[] vector = encoding.vector(piece);
                for (int k = 0; k < vector.length; k++) {
                    parts[i] += weights[begin + k] * vector[k];
                }
            }
        }
        return strongest(paragraph, parts);
    }

    /** The phrase of a paragraph whose pairs of characters speak most for a subject, or none when nothing does. */
    static List<Evidence> ofPairs(SubjectModel model, int subject, Paragraph paragraph, Collection<Mention> mentions) {
        int[] pairs = Bigrams.at(paragraph, mentions);
        double[] parts = new double[pairs.length];
        float[] weights = model.any().weights()[subject];
        int begin = weights.length - model.bigrams().size();
        for (int i = 0; i < pairs.length - 1; i++) {
            int known = model.bigrams().indexOf(pairs[i]);
            if (known >= 0) {
                parts[i] += weights[begin + known] / 2;
                parts[i + 1] += weights[begin + known] / 2;
            }
        }
        return strongest(paragraph, parts);
    }

    private static List<Evidence> strongest(Paragraph paragraph, double[] parts) {
        FoldedText folded = paragraph.folded();
        String text = folded.folded();
        double best = 0;
        int bestBegin = -1;
        int bestEnd = -1;
        for (int i = folded.foldedOffset(paragraph.newsBegin()); i < text.length(); i++) {
            double sum = 0;
            for (int end = i + 1; end <= Math.min(text.length(), i + LONGEST) && isWord(text.charAt(end - 1)); end++) {
                sum += parts[end - 1];
                double mean = sum / Math.sqrt(end - i);
                if (end - i >= SHORTEST && mean > best) {
                    best = mean;
                    bestBegin = i;
                    bestEnd = end;
                }
            }
        }
        if (bestBegin < 0) {
            return List.of();
        }
        int begin = folded.sourceBegin(bestBegin);
        int end = folded.sourceEnd(bestEnd);
        return List.of(
                new Evidence(paragraph.index(), begin, end, paragraph.text().substring(begin, end), 1));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }
}
