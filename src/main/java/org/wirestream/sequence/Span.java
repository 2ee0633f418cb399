package org.wirestream.sequence;

/**
 * A span of a text.
 *
 * @param begin first UTF-16 code unit
 * @param end one past the last
 * @param type its type
 */
public record Span(int begin, int end, String type) {}
