package org.wirestream.subject;

/** A file of desks that cannot be used; the message says where and why. */
public final class DeskFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;

    DeskFileException(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
        this.line = line;
    }

    /** The line of the file that is wrong, counted from 1. */
    public int line() {
        return line;
    }
}
