package org.wirestream.text;

/**
 * A word.
 *
 * @param text the word as it stands in the analysed text
 * @param begin first UTF-16 code unit in the analysed text
 * @param end one past the last
 */
public record Token(String text, int begin, int end) {}
