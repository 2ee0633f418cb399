package org.wirestream.counts;

/** Over what a count is taken; each span of a kind has a topic of its own. */
public enum CountSpan {
    /** One day in Beijing. */
    DAY(""),
    /** One hour; only of items whose time of day is known. */
    HOUR("hourly."),
    /** All time. */
    TOTAL("total.");

    private final String topicPart;

    CountSpan(String topicPart) {
        this.topicPart = topicPart;
    }

    /** What stands before the kind in the topic's name: nothing for days, {@code hourly.}, {@code total.}. */
    public String topicPart() {
        return topicPart;
    }
}
