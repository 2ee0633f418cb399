package org.wirestream.counts;

import java.util.Locale;

/** What is counted; each kind has a topic of its own. */
public enum CountKind {
    SUBJECTS,
    DESKS,
    ENTITIES,
    COUNTRIES,
    AGENCIES,
    DATELINES,
    LANGUAGES,
    /** Body paragraphs that are about none of the subjects. */
    UNCLASSIFIED;

    /** The last part of the topic's name: {@code subjects}. */
    public String topicSuffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
