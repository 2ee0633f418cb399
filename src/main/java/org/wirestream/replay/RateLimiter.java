package org.wirestream.replay;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Spaces calls evenly; time lost is not made up for in a burst. For one thread. */
public final class RateLimiter {
    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private long next;
    private boolean started;

    /** Waits. */
    public interface Pause {
        /** Returns after a time, or true earlier when waiting has become pointless. */
        boolean forNanos(long nanos) throws InterruptedException;
    }

    /**
     * @param rate null for no limit
     * @param nanoTime a clock in nanoseconds
     */
    public RateLimiter(@Nullable Rate rate, LongSupplier nanoTime, Pause pause) {
        this.intervalNanos = rate == null ? 0 : Math.round(1e9 / rate.perSecond());
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /** Returns true when the next call is due, false when there is to be none. */
    public boolean await() throws InterruptedException {
        long now = nanoTime.getAsLong();
        if (!started) {
            started = true;
            next = now;
        }
        if (next - now > 0) {
            boolean pointless = pause.forNanos(next - now);
            next += intervalNanos;
            return !pointless;
        }
        next = now + intervalNanos;
        return true;
    }
}
