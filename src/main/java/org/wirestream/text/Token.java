package org.wirestream.text;

/**
 * A word with its part of speech.
 *
 * @param text the word as it stands in the analysed text
 * @param pos HanLP's part-of-speech tag (PKU set)
 * @param begin first UTF-16 code unit in the analysed text
 * @param end one past the last
 */
public record Token(String text, String pos, int begin, int end) {}
