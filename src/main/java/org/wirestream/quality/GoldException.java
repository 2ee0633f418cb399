package org.wirestream.quality;

import java.io.IOException;

/** A gold file that cannot be used; the message names file and line and says why. */
public final class GoldException extends IOException {
    GoldException(String message) {
        super(message);
    }

    GoldException(String message, Throwable cause) {
        super(message, cause);
    }
}
