package org.wirestream;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Watches the processor time of one item's enrichment. Processor time, not the clock's: a machine that is busy or was suspended must
 * not make dead letters. Owned by the thread that enriches.
 */
final class TimeLimit {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Duration limit;
    private final long end;

    /** Begins to count. */
    TimeLimit(Duration limit) {
        this.limit = limit;
        this.end = THREADS.getCurrentThreadCpuTime() + limit.toNanos();
    }

    /** @throws ItemTooCostlyException when the time is up */
    void check() {
        if (THREADS.getCurrentThreadCpuTime() > end) {
            throw new ItemTooCostlyException(limit);
        }
    }
}
