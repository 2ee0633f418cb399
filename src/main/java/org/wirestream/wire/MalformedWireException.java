package org.wirestream.wire;

/** A record that is no wire item; its reason goes to the dead-letter queue. */
public final class MalformedWireException extends Exception {
    /** Why, in a word that operators can filter by. */
    public enum Reason {
        EMPTY,
        BLANK,
        BINARY,
        CHARSET,
        NUL_CHARACTER,
        LONE_SURROGATE,
        TEXT_TOO_LARGE,
        PARAGRAPH_TOO_LONG,
        TOO_MANY_PARAGRAPHS,
        JSON_SYNTAX,
        JSON_TOO_DEEP,
        NINJS_NO_URI,
        NINJS_NO_BODY,
        NINJS_BAD_VALUE,
        UNKNOWN_CONTENT_TYPE,
        BAD_HEADER,
        VERSION_CONFLICT,
        TOO_COSTLY,
        ENRICHED_TOO_LARGE,
        ENRICHER_FAILURE
    }

    private final Reason reason;
    private final String message;

    /** @param message what is wrong and what to do, for an operator */
    public MalformedWireException(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.message = message;
    }

    /** What is wrong and what to do. */
    @Override
    public String getMessage() {
        return message;
    }

    /** The reason by which dead letters are grouped. */
    public Reason reason() {
        return reason;
    }
}
