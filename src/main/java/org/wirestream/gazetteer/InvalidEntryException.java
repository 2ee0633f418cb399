package org.wirestream.gazetteer;

/** Something that is no entry of a gazetteer; the message says which part of it is wrong, and what is allowed. */
public final class InvalidEntryException extends Exception {
    public InvalidEntryException(String message) {
        super(message);
    }
}
