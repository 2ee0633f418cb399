package org.wirestream.counts;

/**
 * How often something occurs.
 *
 * @param label its name for people
 * @param items items in which it occurs
 * @param paragraphs paragraphs in which it occurs
 * @param mentions places in the text: mentions of an entity, evidence of a subject
 */
public record Count(String label, long items, long paragraphs, long mentions) {
    /** Both together; the label of the other one. */
    public Count plus(Count other) {
        return new Count(other.label, items + other.items, paragraphs + other.paragraphs, mentions + other.mentions);
    }

    /** This without the other; keeps the label. */
    public Count minus(Count other) {
        return new Count(label, items - other.items, paragraphs - other.paragraphs, mentions - other.mentions);
    }

    /** Whether nothing is counted. */
    public boolean isZero() {
        return items == 0 && paragraphs == 0 && mentions == 0;
    }
}
