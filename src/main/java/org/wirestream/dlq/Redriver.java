package org.wirestream.dlq;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.wirestream.audit.AuditLog;
import org.wirestream.config.CommandProducer;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.replay.RateLimiter;
import org.wirestream.replay.TransactionBatch;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.TopicNames;

/**
 * Sends dead letters back to the raw topic. Copy and mark are one transaction: whatever dies in between, a letter is either sent and
 * marked or neither, and a run that begins again passes over what is marked. Nothing is deleted. Two runs at a time cannot send one
 * letter twice, since they use one transactional id and the later run fences the earlier one.
 *
 * <p>Used once, by one thread; {@link #stop} may come from any.
 */
public final class Redriver {
    /** Above the largest record of the raw topic. */
    private static final int MAX_REQUEST_BYTES = 8 << 20;

    private final Settings settings;
    private final TopicNames topics;
    private final CountDownLatch stop = new CountDownLatch(1);

    /** @param settings where the brokers are and how topics are named */
    public Redriver(Settings settings) {
        this.settings = settings;
        this.topics = Pipeline.topicNames(settings);
    }

    /**
     * Sends back what the options choose among the letters that are in the queue when it begins, or only counts it.
     *
     * @throws IllegalStateException when another redrive takes over
     * @throws KafkaException when the brokers do not take a record
     * @throws org.wirestream.topics.MissingTopicsException when a topic is missing
     * @throws org.wirestream.topics.BrokerUnreachableException when no broker answers
     */
    public RedriveSummary redrive(RedriveOptions options) {
        DeadLetterQueue queue = new DeadLetterQueue(settings);
        if (options.dryRun()) {
            return pass(queue, options, queue.redriven(), null);
        }
        // Before a producer waits for brokers: a reader says sooner and better what is wrong with them.
        queue.redriven();
        return new AuditLog(settings)
                .record("dlq redrive", options.text(), () -> execute(queue, options), RedriveSummary::outcome);
    }

    private RedriveSummary execute(DeadLetterQueue queue, RedriveOptions options) {
        try (Producer<byte @Nullable [], byte @Nullable []> producer = new KafkaProducer<>(producerProperties())) {
            producer.initTransactions();
            // Only now: what an earlier run left open is decided.
            Map<LetterId, Instant> redriven = queue.redriven();
            TransactionBatch batch = new TransactionBatch(producer, System::nanoTime, List::of);
            try {
                RedriveSummary summary = pass(queue, options, redriven, batch);
                batch.commit();
                return summary;
            } catch (ProducerFencedException | InvalidProducerEpochException e) {
                throw new IllegalStateException("another redrive has taken over; this one has stopped", e);
            } catch (RuntimeException e) {
                batch.abort();
                throw e;
            }
        }
    }

    /** Ends the redrive after the letter in hand; what was sent is committed. */
    public void stop() {
        stop.countDown();
    }

    private RedriveSummary pass(
            DeadLetterQueue queue,
            RedriveOptions options,
            Map<LetterId, Instant> redriven,
            @Nullable TransactionBatch batch) {
        Tally tally = new Tally();
        RateLimiter limiter = new RateLimiter(batch == null ? null : options.rate(), System::nanoTime, nanos -> {
            if (batch != null) {
                batch.commitBefore(nanos);
            }
            return stop.await(nanos, TimeUnit.NANOSECONDS);
        });
        LetterFilter filter = options.filter();
        queue.read(new LetterFilter(Set.of(), Set.of(), filter.since()), letter -> {
            if (batch != null) {
                batch.commitWhenDue();
            }
            if (!filter.takes(letter)) {
                return isOpen();
            }
            RedriveSummary.Pass why = whyNot(letter, redriven, options);
            if (why != null) {
                tally.passedOver.merge(why, 1L, Long::sum);
                return isOpen();
            }
            if (!isOpen() || !isDue(limiter)) {
                return false;
            }
            if (batch != null) {
                batch.add(List.of(letter.again(topics.raw()), mark(letter)));
            }
            tally.sent++;
            tally.byReason.merge(letter.reason(), 1L, Long::sum);
            return tally.sent < options.max();
        });
        return new RedriveSummary(batch == null, tally.sent, tally.byReason, tally.passedOver, !isOpen());
    }

    private ProducerRecord<byte @Nullable [], byte @Nullable []> mark(DeadLetter letter) {
        return new ProducerRecord<>(
                topics.redriven(),
                letter.id().toString().getBytes(StandardCharsets.UTF_8),
                LetterText.mark(letter).getBytes(StandardCharsets.UTF_8));
    }

    private boolean isOpen() {
        return stop.getCount() > 0;
    }

    private static boolean isDue(RateLimiter limiter) {
        try {
            return limiter.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private RedriveSummary.@Nullable Pass whyNot(
            DeadLetter letter, Map<LetterId, Instant> redriven, RedriveOptions options) {
        if (redriven.containsKey(letter.id())) {
            return RedriveSummary.Pass.REDRIVEN;
        }
        if (!letter.originTopic().equals(topics.raw())) {
            return RedriveSummary.Pass.NOT_RAW;
        }
        return letter.redrives() < options.attempts() ? null : RedriveSummary.Pass.TOO_OFTEN;
    }

    private Map<String, Object> producerProperties() {
        Map<String, Object> all = CommandProducer.transactional(
                settings, "wirestream-redrive", settings.get(SettingKey.APPLICATION_ID) + "-redrive");
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        all.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        return all;
    }

    /** What has been done so far. */
    private static final class Tally {
        private final Map<String, Long> byReason = new HashMap<>();
        private final Map<RedriveSummary.Pass, Long> passedOver = new HashMap<>();
        private long sent;
    }
}
