package org.wirestream.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets records follow one another as they once came, only faster or slower. What came at one time, earlier than a record before
 * it, or nobody knows when, comes at once. A silence of hours would keep everybody waiting: no pause is longer than
 * {@link #LONGEST_PAUSE}. What has fallen behind is caught up. For one thread.
 */
final class Timeline {
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final Speed speed;
    private final LongSupplier nanoTime;
    private final RateLimiter.Pause pause;
    private @Nullable Instant latest;
    private long due;

    Timeline(Speed speed, LongSupplier nanoTime, RateLimiter.Pause pause) {
        this.speed = speed;
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /**
     * Returns true when a record is due, false when there is to be none.
     *
     * @param original when it once came; null when nobody knows
     */
    boolean await(@Nullable Instant original) throws InterruptedException {
        if (original == null) {
            return true;
        }
        long now = nanoTime.getAsLong();
        if (latest == null) {
            due = now;
            latest = original;
        } else if (original.isAfter(latest)) {
            due += pauseNanos(Duration.between(latest, original));
            latest = original;
        }
        return due - now <= 0 || !pause.forNanos(due - now);
    }

    private long pauseNanos(Duration gap) {
        double seconds = (gap.getSeconds() + gap.getNano() / 1e9) / speed.factor();
        return Math.round(Math.min(seconds, (double) LONGEST_PAUSE.toSeconds()) * 1e9);
    }
}
