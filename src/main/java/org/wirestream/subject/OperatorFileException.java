package org.wirestream.subject;

/** An operator's file of desks or thresholds that cannot be used; the message says where and why. */
public final class OperatorFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;

    OperatorFileException(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
        this.line = line;
    }

    /** The line of the file that is wrong, counted from 1. */
    public int line() {
        return line;
    }
}
