package org.wirestream.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running instance of the topology. A stream thread that dies is replaced a few times, since brokers come and go; an
 * error that keeps coming back stops the instance and is kept for whoever started it.
 */
public final class WireStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WireStreams.class);
    private static final int MAX_REPLACEMENTS = 3;
    private static final String GLOBAL_THREAD = "-GlobalStreamThread";
    private static final Duration REPLACEMENT_WINDOW = Duration.ofMinutes(5);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final KafkaStreams streams;
    private final StateMemory memory;
    private final RestoreProgress restore = new RestoreProgress();
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Deque<Instant> replacements = new ArrayDeque<>();

    /**
     * Makes an instance; {@link #start} starts it.
     *
     * @param memory what the properties give its state; freed when the instance closes
     */
    WireStreams(Topology topology, Properties properties, KafkaClientSupplier clients, StateMemory memory) {
        this.memory = memory;
        streams = new KafkaStreams(topology, new StreamsConfig(properties), clients);
        streams.setUncaughtExceptionHandler(this::onUncaught);
        streams.setGlobalStateRestoreListener(restore);
        streams.setStateListener((now, before) -> {
            LOG.info("State {} -> {}", before, now);
            if (now == KafkaStreams.State.RUNNING) {
                running.countDown();
            } else if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
                running.countDown();
                stopped.countDown();
            }
        });
    }

    /** What runs, to be measured. */
    public KafkaStreams kafkaStreams() {
        return streams;
    }

    /** Whether the instance should go on: it starts, runs or rebalances. */
    public boolean isAlive() {
        return switch (streams.state()) {
            case CREATED, REBALANCING, RUNNING -> true;
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> false;
        };
    }

    /** Whether the instance processes records: it runs, and the state of all its tasks is restored. */
    public boolean isReady() {
        return streams.state() == KafkaStreams.State.RUNNING && restore.remaining() == 0;
    }

    /** Where the instance is, in words: {@code RUNNING}, or {@code REBALANCING, 1,200 records of state are still to be restored}. */
    public String condition() {
        long remaining = restore.remaining();
        return remaining == 0
                ? streams.state().name()
                : "%s, %,d records of state are still to be restored".formatted(streams.state(), remaining);
    }

    /** How many records of state are still to be restored. */
    public long restoring() {
        return restore.remaining();
    }

    /** Starts the stream threads and returns at once. */
    public void start() {
        streams.start();
    }

    /**
     * Waits until the instance processes records.
     *
     * @return whether it does; false when the time was up or it failed
     */
    public boolean awaitRunning(Duration timeout) throws InterruptedException {
        return running.await(timeout.toMillis(), TimeUnit.MILLISECONDS)
                && streams.state().isRunningOrRebalancing();
    }

    /** Waits until the instance has stopped, by {@link #close} or by a failure. */
    public void awaitStopped() throws InterruptedException {
        stopped.await();
    }

    /** What stopped the instance; null when nothing failed. */
    public @Nullable Throwable failure() {
        return failure.get();
    }

    /** What stopped the instance, in words, down to the first cause; null when nothing failed. */
    public @Nullable String reason() {
        Throwable failed = failure.get();
        if (failed == null) {
            return null;
        }
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == failed ? message(failed) : message(failed) + ": " + message(root);
    }

    private static String message(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Finishes the records in hand, commits, leaves the group so that the next start need not wait, and stops. */
    @Override
    public void close() {
        boolean clean = streams.close(CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        if (clean) {
            memory.close();
        } else {
            // Its state may still be in use, and with it the memory.
            LOG.warn("The topology did not stop within {} s", CLOSE_TIMEOUT.toSeconds());
        }
        running.countDown();
        stopped.countDown();
    }

    private synchronized StreamThreadExceptionResponse onUncaught(Throwable e) {
        if (Thread.currentThread().getName().contains(GLOBAL_THREAD)) {
            // Kafka Streams cannot replace the thread that reads the gazetteer, and without it the instance is of no
            // use.
            failure.set(e);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        Instant now = Instant.now();
        replacements.removeIf(at -> at.isBefore(now.minus(REPLACEMENT_WINDOW)));
        if (replacements.size() < MAX_REPLACEMENTS) {
            replacements.add(now);
            LOG.warn("A stream thread failed and is replaced ({} of {})", replacements.size(), MAX_REPLACEMENTS, e);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        failure.set(e);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
