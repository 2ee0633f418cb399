package org.wirestream.wire;

import java.util.Locale;

/** Publication status, in the terms of ninjs {@code pubStatus}. */
public enum PubStatus {
    USABLE,
    WITHHELD,
    CANCELED;

    /** The value as ninjs spells it. */
    public String ninjs() {
        return name().toLowerCase(Locale.ROOT);
    }
}
