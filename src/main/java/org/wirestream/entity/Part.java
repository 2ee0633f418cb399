package org.wirestream.entity;

/**
 * A part of the tagger that can be left out, to learn what it is worth: {@code train --report} trains and judges models
 * without each. The product leaves out none.
 */
public enum Part {
    CHARACTERS("the characters around"),
    CLASSES("surnames and characters of transliterations"),
    OFFICES("words for offices"),
    WORDS("words"),
    GAZETTEER("the gazetteer"),
    COUNTRY_PAIRS("pairs of countries"),
    EVENT_NAMES("the recogniser of events"),
    TITLES("titles in 《》"),
    HEAD("the wire's head"),
    MEMORY("what the item has established, short forms among it");

    private final String label;

    Part(String label) {
        this.label = label;
    }

    /** What a reader of a report calls it. */
    public String label() {
        return label;
    }
}
