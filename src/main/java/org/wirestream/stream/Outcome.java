package org.wirestream.stream;

import org.jspecify.annotations.Nullable;
import org.wirestream.wire.PubStatus;

/** How a record of the input ended, dead letters apart. */
public enum Outcome {
    /** Published, the first version of its item. */
    NEW,
    /** Published, a newer version of an item. */
    CORRECTION,
    /** Took an item back. */
    WITHDRAWAL,
    /** Published again under the same version, since another engine or vocabulary had made it. */
    RENEWAL,
    /** Absorbed: a content that was accepted before. */
    REPEAT,
    /** Absorbed: older than what was accepted. */
    STALE;

    /** What came of a record that is published. */
    static Outcome published(VersionPolicy.Verdict verdict, PubStatus status, @Nullable ItemState before) {
        if (verdict == VersionPolicy.Verdict.RENEWAL) {
            return RENEWAL;
        }
        if (status == PubStatus.CANCELED) {
            return WITHDRAWAL;
        }
        return before == null ? NEW : CORRECTION;
    }
}
