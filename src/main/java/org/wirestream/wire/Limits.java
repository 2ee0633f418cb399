package org.wirestream.wire;

/**
 * What one item may cost at most; beyond it a record is a dead letter.
 *
 * @param textBytes size of the raw value in bytes
 * @param paragraphChars length of one line in UTF-16 code units
 * @param paragraphs number of non-empty lines
 */
public record Limits(int textBytes, int paragraphChars, int paragraphs) {
    /** Ten times the longest real wire seen (about 20,000 characters in 150 paragraphs). */
    public static final Limits DEFAULT = new Limits(1 << 19, 20_000, 2_000);
}
