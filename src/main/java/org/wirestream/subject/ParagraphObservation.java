package org.wirestream.subject;

/**
 * What the trained classifier sees of a paragraph. Not to be changed by those who read it.
 *
 * @param values the lexicon's scores, then the encoder's vectors, of the paragraph and of its item
 * @param pairs the pairs of characters in the paragraph, as {@link Bigrams} codes them; none where there are vectors
 */
@SuppressWarnings("ArrayRecordComponent") // a thousand numbers that only the model reads
public record ParagraphObservation(float[] values, int[] pairs) {}
