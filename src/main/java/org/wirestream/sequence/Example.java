package org.wirestream.sequence;

/**
 * A text to learn from.
 *
 * @param text what is seen of it
 * @param spans what is to be found in it
 */
public record Example(Observations text, java.util.List<Span> spans) {}
