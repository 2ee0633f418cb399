package org.wirestream.replay;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.wirestream.audit.AuditEntry;
import org.wirestream.audit.AuditLog;
import org.wirestream.config.CommandProducer;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.topics.TopicAdmin;

/**
 * Copies what stands in a topic to the raw topic, of the same pipeline or another. Copies and the place up to which they were made,
 * an entry of {@code wire.audit}, are one transaction: whatever dies in between, each record is copied once, and whoever resumes goes on where
 * the last transaction ended. Two processes cannot go on with one replay, since the later one fences the earlier one.
 *
 * <p>Used once, by one thread; {@link #stop} may come from any.
 */
public final class TopicReplayer {
    private static final String OPERATION = "replay topic";

    private final Settings from;
    private final Settings to;
    private final @Nullable Pace pace;
    private final ReplayListener listener;
    private final AuditLog audit;
    private final String target;
    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * @param from where the brokers of the source are
     * @param to where the brokers of the target are, and how its topics are named
     * @param pace null for as fast as the brokers take records
     * @param listener is told how it goes
     */
    public TopicReplayer(Settings from, Settings to, @Nullable Pace pace, ReplayListener listener) {
        this.from = from;
        this.to = to;
        this.pace = pace;
        this.listener = listener;
        this.audit = new AuditLog(to);
        this.target = Pipeline.topicNames(to).raw();
    }

    /**
     * Counts what {@link #replay} would copy.
     *
     * @throws org.wirestream.topics.MissingTopicsException when a topic is missing
     * @throws org.wirestream.topics.BrokerUnreachableException when no broker answers
     */
    public TopicReplaySummary dryRun(String topic, TopicSelection selection) throws InterruptedException {
        SizeLimit limit = limit();
        try (TopicSource source = new TopicSource(from, topic)) {
            Checkpoint at = new Checkpoint(source.cluster(), topic, selection, source.stretches(selection));
            Pacer none = Pacer.of(null, System::nanoTime, nanos -> false);
            TopicReplay run = run(source, at, new TopicReplay.Target(target, limit, "", copy -> {}), none);
            return TopicReplaySummary.of(null, target, at, run.run(), run.elapsed());
        }
    }

    /**
     * Copies what is chosen among the records that are committed when it begins.
     *
     * @throws IllegalStateException when another process goes on with this replay
     * @throws KafkaException when it is broken off; the message says how to resume
     * @throws org.wirestream.topics.MissingTopicsException when a topic is missing
     * @throws org.wirestream.topics.BrokerUnreachableException when no broker answers
     */
    public TopicReplaySummary replay(String topic, TopicSelection selection) throws InterruptedException {
        audit.requireTopic();
        SizeLimit limit = limit();
        try (TopicSource source = new TopicSource(from, topic)) {
            Checkpoint at = new Checkpoint(source.cluster(), topic, selection, source.stretches(selection));
            AuditEntry entry = audit.begin(
                    OPERATION,
                    "%s of cluster %s to %s: %s".formatted(topic, source.cluster(), target, selection.text()),
                    at.write());
            try (Producer<byte @Nullable [], byte @Nullable []> producer = producer(entry.id(), limit)) {
                producer.initTransactions();
                return execute(source, entry, at, limit, producer);
            }
        }
    }

    /**
     * Goes on with a replay that was stopped, broken off or killed.
     *
     * @param id as it was printed, and as {@code wire.audit} has it
     * @throws IllegalArgumentException when there is nothing to go on with, or the source is another one
     * @throws IllegalStateException when another process goes on with this replay
     * @throws KafkaException when it is broken off; the message says how to resume
     */
    public TopicReplaySummary resume(String id) throws InterruptedException {
        checkpoint(audit.entry(id));
        SizeLimit limit = limit();
        try (Producer<byte @Nullable [], byte @Nullable []> producer = producer(id, limit)) {
            producer.initTransactions();
            // Only now: what an earlier run left open is decided.
            AuditEntry entry = audit.entry(id);
            Checkpoint at = checkpoint(entry);
            try (TopicSource source = new TopicSource(from, at.topic())) {
                if (!source.cluster().equals(at.cluster())) {
                    throw new IllegalArgumentException(
                            "%s reads from cluster %s, and this is %s; say where it is with --source-servers or --source-config"
                                    .formatted(id, at.cluster(), source.cluster()));
                }
                at.stretches().forEach((partition, stretch) -> {
                    if (stretch.next() < Math.min(stretch.end(), source.beginning(partition))) {
                        throw new IllegalArgumentException(
                                "%s cannot go on: %s-%d begins at %d, and what stood there from %d on is gone by retention; begin a new one"
                                        .formatted(
                                                id,
                                                at.topic(),
                                                partition,
                                                source.beginning(partition),
                                                stretch.next()));
                    }
                });
                return execute(source, audit.resumed(entry), at, limit, producer);
            }
        }
    }

    private static Checkpoint checkpoint(AuditEntry entry) {
        if (!entry.operation().equals(OPERATION) || entry.position() == null) {
            throw new IllegalArgumentException(
                    "%s is no replay of a topic but %s; begin it again".formatted(entry.id(), entry.operation()));
        }
        if (entry.state() == AuditEntry.State.COMPLETE) {
            throw new IllegalArgumentException("%s is complete; there is nothing to go on with".formatted(entry.id()));
        }
        return Checkpoint.read(entry.position());
    }

    private TopicReplaySummary execute(
            TopicSource source,
            AuditEntry begun,
            Checkpoint at,
            SizeLimit limit,
            Producer<byte @Nullable [], byte @Nullable []> producer)
            throws InterruptedException {
        TransactionBatch batch =
                new TransactionBatch(producer, System::nanoTime, () -> List.of(audit.message(begun.at(at.write()))));
        Pacer pacer = Pacer.of(pace, System::nanoTime, nanos -> {
            batch.commitBefore(nanos);
            return stop.await(nanos, TimeUnit.NANOSECONDS);
        });
        TopicReplay.Target copies = new TopicReplay.Target(target, limit, begun.id(), copy -> batch.add(List.of(copy)));
        try {
            // Nothing is copied before it is written down who does it.
            batch.add(List.of());
            batch.commit();
            TopicReplay run = run(source, at, copies, pacer);
            boolean complete = run.run();
            batch.commit();
            TopicReplaySummary summary = TopicReplaySummary.of(begun.id(), target, at, complete, run.elapsed());
            audit.writeEnd(begun.at(at.write()).ended(summary.outcome()));
            return summary;
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new IllegalStateException(
                    "another process goes on with %s; this one has stopped".formatted(begun.id()), e);
        } catch (KafkaException e) {
            batch.abort();
            audit.fail(begun.id(), String.valueOf(e.getMessage()));
            throw new KafkaException(
                    "%s is broken off: %s%n%s"
                            .formatted(begun.id(), e.getMessage(), TopicReplaySummary.resume(begun.id())),
                    e);
        }
    }

    private TopicReplay run(TopicSource source, Checkpoint at, TopicReplay.Target copies, Pacer pacer) {
        RawItemId items = new RawItemId(Pipeline.limits(to), at.selection().ids());
        return new TopicReplay(source, at, items, copies, pacer, listener, () -> stop.getCount() == 0);
    }

    /** Ends the replay after the record in hand; what was copied is committed. */
    public void stop() {
        stop.countDown();
    }

    private SizeLimit limit() {
        try (TopicAdmin admin = new TopicAdmin(to.adminProperties())) {
            return SizeLimit.of(target, admin, to.producerProperties());
        }
    }

    private Producer<byte @Nullable [], byte @Nullable []> producer(String id, SizeLimit limit) {
        return new KafkaProducer<>(limit.applyTo(CommandProducer.transactional(
                to, "wirestream-replay", to.get(SettingKey.APPLICATION_ID) + "-replay-" + id)));
    }
}
