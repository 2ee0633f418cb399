package org.wirestream.terminal;

import org.wirestream.document.EntityType;

/** How a piece of text looks: an ANSI code, and for names what stands for it where there are no colours. */
enum Look {
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

    Look(String code, String tag, String legend) {
        this.code = code;
        this.tag = tag;
        this.legend = legend;
    }

    static Look of(EntityType type) {
        return switch (type) {
            case PER -> PERSON;
            case LOC -> PLACE;
            case ORG -> ORGANISATION;
            case DOC -> DOCUMENT;
            case EVENT -> EVENT;
        };
    }

    /** What is written in brackets where there are no colours; empty for what is done without. */
    String tag() {
        return tag;
    }

    /** What the look means; empty when the legend leaves it out. */
    String legend() {
        return legend;
    }

    /** The text in this look, as far as the style has colours. */
    String apply(String text, Style style) {
        return code.isEmpty() || text.isEmpty() ? text : style.paint(text, code);
    }
}
