package org.wirestream.document;

/**
 * A calendar expression and its value. Offsets are UTF-16 code units in the paragraph's source text.
 *
 * @param paragraph index of the paragraph
 * @param begin first code unit
 * @param end one past the last
 * @param text the expression as written
 * @param iso ISO 8601: a day, month, year, or an interval {@code start/end}
 */
public record DateMention(int paragraph, int begin, int end, String text, String iso) {}
