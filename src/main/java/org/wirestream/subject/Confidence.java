package org.wirestream.subject;

/**
 * Turns a score into how likely the subject is right.
 *
 * <p>The curve is piecewise linear through what was measured on 400 assignments to paragraphs of hand-annotated wire
 * items: of those with scores around 0.65, 0.75, 0.85 and 0.95 these parts were right.
 */
final class Confidence {
    private static final double[] SCORE = {0, 0.50, 0.65, 0.75, 0.85, 0.95, 1};
    private static final double[] PERCENT = {0, 38, 48, 60, 86, 98, 99};

    private Confidence() {}

    static int percent(double score) {
        int i = 1;
        while (i < SCORE.length - 1 && score > SCORE[i]) {
            i++;
        }
        double part = (score - SCORE[i - 1]) / (SCORE[i] - SCORE[i - 1]);
        return (int) Math.round(PERCENT[i - 1] + part * (PERCENT[i] - PERCENT[i - 1]));
    }
}
