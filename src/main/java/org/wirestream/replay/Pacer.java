package org.wirestream.replay;

import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says when the next record is due. For one thread. */
interface Pacer {
    /**
     * Returns true when the next record is due, false when there is to be none.
     *
     * @param original when it once came, asked only by who needs it; null when nobody knows
     */
    boolean await(Supplier<@Nullable Instant> original) throws InterruptedException;

    /**
     * The pacer for a pace.
     *
     * @param pace null for no limit
     * @param nanoTime a clock in nanoseconds
     */
    static Pacer of(@Nullable Pace pace, LongSupplier nanoTime, RateLimiter.Pause pause) {
        if (pace instanceof Speed speed) {
            Timeline timeline = new Timeline(speed, nanoTime, pause);
            return original -> timeline.await(original.get());
        }
        RateLimiter limiter = new RateLimiter(pace instanceof Rate rate ? rate : null, nanoTime, pause);
        return original -> limiter.await();
    }
}
