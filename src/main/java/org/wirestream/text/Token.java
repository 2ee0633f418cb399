package org.wirestream.text;

/**
 * A word.
 *
 * @param text the word as it stands in the analysed text
 * @param kind what the word is known to be without looking at its neighbours: {@code t} a time, {@code ns} a known place,
 *     {@code nt} a known organisation, {@code n} what a known name leaves of a word; empty for any other word
 * @param begin first UTF-16 code unit in the analysed text
 * @param end one past the last
 */
public record Token(String text, String kind, int begin, int end) {}
