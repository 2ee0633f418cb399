package org.wirestream.subject;

/**
 * A paragraph in the numbers that a model weighs. Not to be changed by those who read it.
 *
 * @param numbers the lexicon's scores and the encoder's vectors
 * @param pairs which of the model's pairs of characters stand in the paragraph, ascending
 * @param known how many pairs the model knows
 */
@SuppressWarnings("ArrayRecordComponent") // a thousand numbers that only the model reads
public record Features(float[] numbers, int[] pairs, int known) {
    /** All pairs together are as long as a vector, so that long paragraphs do not speak louder. */
    private static final float LENGTH = 3;

    /** How many features there are. */
    public int size() {
        return numbers.length + known;
    }

    /** The value of each pair that stands in the paragraph. */
    public float pairValue() {
        return pairs.length == 0 ? 0 : LENGTH / (float) Math.sqrt(pairs.length);
    }
}
