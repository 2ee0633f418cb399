package org.wirestream.quality;

/**
 * Something that the gold has and the prediction does not, or the other way round.
 *
 * @param measure the measure that it counts in
 * @param missed true when the gold has it, false when the prediction does
 * @param doc the document
 * @param para the paragraph's index
 * @param label type, ISO value, subject or desk
 * @param before some text before it
 * @param text the text that it covers; empty for subjects and desks
 * @param after some text after it
 */
public record Disagreement(
        String measure, boolean missed, String doc, int para, String label, String before, String text, String after) {}
