package org.wirestream.subject;

import java.util.List;
import org.wirestream.document.Evidence;
import org.wirestream.encoder.Encoding;
import org.wirestream.wire.FoldedText;
import org.wirestream.wire.Paragraph;

/**
 * The words whose vectors speak most for a subject. The mean of a paragraph's vectors is a sum over its characters, so a
 * linear model's score is one too: each character's part of it is known exactly. Stateless.
 */
final class VectorEvidence {
    /** Words and short phrases. */
    private static final int SHORTEST = 2;

    private static final int LONGEST = 6;

    private VectorEvidence() {}

    /** The phrase of a paragraph that speaks most for a subject, or none when nothing does. */
    static List<Evidence> find(SubjectModel model, int subject, Paragraph paragraph, Encoding encoding) {
        String text = paragraph.folded().folded();
        double[] sums = new double[text.length() + 1];
        int begin = ParagraphObserver.meanBegin(model.subjects().size());
        float[] weights = model.any().weights()[subject];
        for (int i = 0; i < text.length(); i++) {
            double part = 0;
            int piece = encoding.piece(i);
            if (piece >= 0) {
                float[] vector = encoding.vector(piece);
                for (int k = 0; k < vector.length; k++) {
                    part += weights[begin + k] * vector[k];
                }
            }
            sums[i + 1] = sums[i] + part;
        }
        int from = paragraph.folded().foldedOffset(paragraph.newsBegin());
        double best = 0;
        int bestBegin = -1;
        int bestEnd = -1;
        for (int i = from; i < text.length(); i++) {
            for (int end = i + 1; end <= Math.min(text.length(), i + LONGEST) && isWord(text.charAt(end - 1)); end++) {
                double mean = (sums[end] - sums[i]) / Math.sqrt(end - i);
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
        FoldedText folded = paragraph.folded();
        int sourceBegin = folded.sourceBegin(bestBegin);
        int sourceEnd = folded.sourceEnd(bestEnd);
        return List.of(new Evidence(
                paragraph.index(), sourceBegin, sourceEnd, paragraph.text().substring(sourceBegin, sourceEnd), 1));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }
}
