package org.wirestream.terminal;

import org.wirestream.document.EntityType;

/** How a piece of text looks, as ANSI "select graphic rendition" parameters. */
enum Style {
    PLAIN("", "", ""),
    BOLD("1", "", ""),
    DIM("2", "", ""),
    ALERT("1;31", "", ""),
    DESK("1;34", "", ""),
    PERSON("1;32", "PER", "person"),
    PLACE("36", "LOC", "place"),
    ORGANISATION("35", "ORG", "organisation"),
    DOCUMENT("3;33", "DOC", "document"),
    EVENT("1;33", "EVENT", "event"),
    DATE("4", "", "date");

    private final String code;
    private final String tag;
    private final String legend;

    Style(String code, String tag, String legend) {
        this.code = code;
        this.tag = tag;
        this.legend = legend;
    }

    static Style of(EntityType type) {
        return switch (type) {
            case PER -> PERSON;
            case LOC -> PLACE;
            case ORG -> ORGANISATION;
            case DOC -> DOCUMENT;
            case EVENT -> EVENT;
        };
    }

    /** What stands for the colour where there is none; empty for styles that are done without. */
    String tag() {
        return tag;
    }

    /** What the style means. */
    String legend() {
        return legend;
    }

    /** The text with the style switched on before it and off after it. */
    String apply(String text, boolean colored) {
        return colored && !code.isEmpty() && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
