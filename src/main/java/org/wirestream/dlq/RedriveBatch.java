package org.wirestream.dlq;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirestream.replay.Rate;
import org.wirestream.stream.TopicNames;

/** Copies and marks letters, some of them in each transaction. For one thread. */
final class RedriveBatch {
    private static final Logger LOG = LoggerFactory.getLogger(RedriveBatch.class);
    private static final int MOST_LETTERS = 200;
    /** An open transaction holds up whoever reads committed records, and the broker ends it when it takes too long. */
    private static final long OPEN_NANOS = Duration.ofSeconds(1).toNanos();

    private final Producer<byte @Nullable [], byte @Nullable []> producer;
    private final TopicNames topics;
    private final int size;
    private final LongSupplier nanoTime;
    private int letters;
    private long begun;

    /** @param rate no transaction waits for a letter that is due only seconds later; null for as fast as it goes */
    RedriveBatch(
            Producer<byte @Nullable [], byte @Nullable []> producer,
            TopicNames topics,
            @Nullable Rate rate,
            LongSupplier nanoTime) {
        this.producer = producer;
        this.topics = topics;
        this.size = rate == null ? MOST_LETTERS : (int) Math.max(1, Math.min(MOST_LETTERS, rate.perSecond()));
        this.nanoTime = nanoTime;
    }

    /** Copies and marks a letter. */
    void add(DeadLetter letter) {
        if (letters == 0) {
            producer.beginTransaction();
            begun = nanoTime.getAsLong();
        }
        letters++;
        send(letter.again(topics.raw()));
        send(mark(letter));
        if (letters == size) {
            commit();
        }
    }

    /** Commits what has been open for long. */
    void commitWhenDue() {
        if (letters > 0 && nanoTime.getAsLong() - begun > OPEN_NANOS) {
            commit();
        }
    }

    /** Makes what was added since the last time count, or throws what kept it from that. */
    void commit() {
        if (letters > 0) {
            producer.commitTransaction();
            letters = 0;
        }
    }

    /** Takes back what was added since the last commit. */
    void abort() {
        if (letters > 0) {
            letters = 0;
            try {
                producer.abortTransaction();
            } catch (KafkaException e) {
                LOG.debug("the broker aborts the transaction when its time is up, or when the next redrive begins", e);
            }
        }
    }

    private ProducerRecord<byte @Nullable [], byte @Nullable []> mark(DeadLetter letter) {
        return new ProducerRecord<>(
                topics.redriven(),
                letter.id().toString().getBytes(StandardCharsets.UTF_8),
                LetterText.mark(letter).getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The commit throws what a record failed with.
    private void send(ProducerRecord<byte @Nullable [], byte @Nullable []> message) {
        producer.send(message);
    }
}
