package org.wirestream.replay;

import java.io.IOException;

/** A path, file or manifest that cannot be used; the message names it, with its line where there is one, and says why. */
public final class SourceException extends IOException {
    /** @param message what is wrong and where, for an operator */
    public SourceException(String message) {
        super(message);
    }

    /** @param message what is wrong and where, for an operator */
    public SourceException(String message, Exception cause) {
        super(message, cause);
    }
}
