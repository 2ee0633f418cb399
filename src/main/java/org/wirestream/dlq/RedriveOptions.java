package org.wirestream.dlq;

import org.jspecify.annotations.Nullable;
import org.wirestream.replay.Rate;

/**
 * How dead letters are sent back.
 *
 * @param filter which ones
 * @param dryRun whether they are only counted
 * @param max the most that are sent
 * @param attempts a letter that was sent back as often before is left, since it would come back again
 * @param rate the most that are sent in a time; null for no limit
 */
public record RedriveOptions(
        LetterFilter filter,
        boolean dryRun,
        long max,
        int attempts,
        @Nullable Rate rate) {
    /** How often a letter may go round when nobody says otherwise. */
    public static final int DEFAULT_ATTEMPTS = 3;

    /** Which letters are meant, in words. */
    String text() {
        return filter.text() + (max == Long.MAX_VALUE ? "" : ", %d at the most".formatted(max));
    }
}
