package org.wirestream.corpus;

/** A corpus file is not in the corpus format; the message gives file, line and cause. */
public final class CorpusException extends Exception {
    CorpusException(String message) {
        super(message);
    }
}
