package org.wirestream.dashboard;

/**
 * How often something occurs.
 *
 * @param items items in which it occurs
 * @param paragraphs paragraphs in which it occurs
 * @param mentions places in the text
 */
record Measures(long items, long paragraphs, long mentions) {
    static final Measures NONE = new Measures(0, 0, 0);

    Measures plus(Measures other) {
        return new Measures(items + other.items, paragraphs + other.paragraphs, mentions + other.mentions);
    }
}
