package org.wirestream.document;

/**
 * Words that spoke for a subject.
 *
 * @param paragraph index of the paragraph
 * @param begin first UTF-16 code unit
 * @param end one past the last
 * @param text the words
 * @param weight how strongly, relative to the other evidence of the same subject (0 to 1)
 */
public record Evidence(int paragraph, int begin, int end, String text, double weight) {}
