package org.wirestream.chaos;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.InterruptException;
import org.wirestream.config.Settings;
import org.wirestream.watch.TopicTail;

/** Watches from outside whether anything comes out, and how long nothing does. */
final class Pulse implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);

    private final Settings settings;
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong maxGapNanos = new AtomicLong();
    private final Thread thread = new Thread(this::watch, "chaos-pulse");
    private volatile boolean stopped;

    Pulse(Settings settings) {
        this.settings = settings;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Records seen so far. */
    long seen() {
        return seen.get();
    }

    /** The longest time between two records. */
    Duration maxGap() {
        return Duration.ofNanos(maxGapNanos.get());
    }

    private void watch() {
        long[] last = {0};
        try (TopicTail tail = new TopicTail(settings, Outputs.topics(settings))) {
            while (!stopped) {
                tail.poll(POLL, record -> {
                    long now = System.nanoTime();
                    if (seen.getAndIncrement() > 0) {
                        maxGapNanos.accumulateAndGet(now - last[0], Math::max);
                    }
                    last[0] = now;
                });
            }
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped = true;
    }
}
