package org.wirestream.replay;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends records that belong together, some such groups in each transaction. For one thread. */
public final class TransactionBatch {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionBatch.class);
    private static final int MOST_GROUPS = 200;
    /** An open transaction holds up whoever reads committed records, and the broker ends it when it takes too long. */
    private static final long OPEN_NANOS = Duration.ofSeconds(1).toNanos();

    private final Producer<byte @Nullable [], byte @Nullable []> producer;
    private final LongSupplier nanoTime;
    private final Supplier<List<ProducerRecord<byte @Nullable [], byte @Nullable []>>> last;
    private int groups;
    private long begun;

    /**
     * @param nanoTime a clock in nanoseconds
     * @param last what goes into each transaction at its end
     */
    public TransactionBatch(
            Producer<byte @Nullable [], byte @Nullable []> producer,
            LongSupplier nanoTime,
            Supplier<List<ProducerRecord<byte @Nullable [], byte @Nullable []>>> last) {
        this.producer = producer;
        this.nanoTime = nanoTime;
        this.last = last;
    }

    /** Sends records of which all count or none. */
    public void add(List<ProducerRecord<byte @Nullable [], byte @Nullable []>> group) {
        if (groups == 0) {
            producer.beginTransaction();
            begun = nanoTime.getAsLong();
        }
        groups++;
        group.forEach(this::send);
        if (groups == MOST_GROUPS) {
            commit();
        }
    }

    /** Commits what has been open for long. */
    public void commitWhenDue() {
        commitBefore(0);
    }

    /** Commits what will have been open for long after a pause. */
    public void commitBefore(long pauseNanos) {
        if (groups > 0 && nanoTime.getAsLong() - begun + pauseNanos > OPEN_NANOS) {
            commit();
        }
    }

    /** Makes what was added since the last time count, or throws what kept it from that. */
    public void commit() {
        if (groups > 0) {
            last.get().forEach(this::send);
            producer.commitTransaction();
            groups = 0;
        }
    }

    /** Takes back what was added since the last commit. */
    public void abort() {
        if (groups > 0) {
            groups = 0;
            try {
                producer.abortTransaction();
            } catch (KafkaException e) {
                LOG.debug("the broker aborts the transaction when its time is up, or when the next run begins", e);
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The commit throws what a record failed with.
    private void send(ProducerRecord<byte @Nullable [], byte @Nullable []> message) {
        producer.send(message);
    }
}
