package org.wirestream.wire;

/** Publication status, in the terms of ninjs {@code pubStatus}. */
public enum PubStatus {
    USABLE,
    WITHHELD,
    CANCELED;

    /** The value as ninjs spells it. */
    public String ninjs() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
