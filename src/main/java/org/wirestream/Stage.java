package org.wirestream;

/** The stages of an enrichment, in their order. */
public enum Stage {
    /** Calendar expressions. */
    DATES,
    /** The paragraphs' vectors; takes no time in the fast engine. */
    ENCODER,
    /** Names, what they refer to, and what hangs on them. */
    ENTITIES,
    /** Subjects of paragraphs and item. */
    SUBJECTS
}
