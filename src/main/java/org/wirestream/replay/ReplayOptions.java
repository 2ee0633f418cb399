package org.wirestream.replay;

import org.jspecify.annotations.Nullable;

/**
 * How a replay goes.
 *
 * @param pace how fast records follow one another; null for as fast as the brokers take them
 * @param dryRun whether records are only read, counted and checked
 * @param skip how many records are passed over at the beginning, to resume
 */
public record ReplayOptions(@Nullable Pace pace, boolean dryRun, long skip) {
    /** Everything, at full speed. */
    public static final ReplayOptions DEFAULT = new ReplayOptions(null, false, 0);

    public ReplayOptions {
        if (skip < 0) {
            throw new IllegalArgumentException("a replay cannot skip %d records".formatted(skip));
        }
    }
}
