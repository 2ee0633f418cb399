package org.wirestream.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.wirestream.stream.RawHeaders;

/** One run over the records of a topic. For one thread. */
final class TopicReplay {
    private final TopicSource source;
    private final Checkpoint at;
    private final RawItemId items;
    private final Target target;
    private final Pacer pacer;
    private final ReplayListener listener;
    private final BooleanSupplier stopped;
    private final long begin = System.nanoTime();
    private final long sentBefore;
    private final long total;

    /**
     * Where copies go.
     *
     * @param topic its name
     * @param limit the largest record that it takes
     * @param replay the replay's id, for a header
     * @param copies takes each copy, when what becomes of it is counted already
     */
    record Target(
            String topic,
            SizeLimit limit,
            String replay,
            Consumer<ProducerRecord<byte @Nullable [], byte @Nullable []>> copies) {}

    /**
     * @param at where to begin; goes along with the run
     * @param stopped whether the run is to end after the record in hand
     */
    TopicReplay(
            TopicSource source,
            Checkpoint at,
            RawItemId items,
            Target target,
            Pacer pacer,
            ReplayListener listener,
            BooleanSupplier stopped) {
        this.source = source;
        this.at = at;
        this.items = items;
        this.target = target;
        this.pacer = pacer;
        this.listener = listener;
        this.stopped = stopped;
        this.sentBefore = at.sent();
        this.total = at.left();
    }

    /** Copies what is chosen, and returns whether it came to the end. */
    boolean run() throws InterruptedException {
        MergedReader reader = source.read(at.stretches());
        ConsumerRecord<byte @Nullable [], byte @Nullable []> message = reader.next(stopped);
        while (message != null && take(message)) {
            listener.progressed(status());
            message = reader.next(stopped);
        }
        return !stopped.getAsBoolean();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private ReplayStatus status() {
        long done = total - at.left();
        return new ReplayStatus(ReplayStatus.Unit.OFFSETS, at.sent() - sentBefore, done, done, total, elapsed());
    }

    /** Returns false when there was no time for the record any more. */
    private boolean take(ConsumerRecord<byte @Nullable [], byte @Nullable []> message) throws InterruptedException {
        if (!at.selection().takesPlaceOf(message) || !items.takes(message)) {
            at.pass(message.partition(), message.offset());
            return true;
        }
        if (source.stillHas(ReplayOrigin.of(message.headers()))) {
            at.countCopy();
            at.pass(message.partition(), message.offset());
            return true;
        }
        ProducerRecord<byte @Nullable [], byte @Nullable []> copy = copy(message);
        String refusal = target.limit()
                .refusal("%s-%d@%d".formatted(message.topic(), message.partition(), message.offset()), copy);
        if (refusal != null) {
            at.countRefused();
            at.pass(message.partition(), message.offset());
            listener.refused(refusal);
            return true;
        }
        if (!pacer.await(() -> Instant.ofEpochMilli(message.timestamp()))) {
            return false;
        }
        byte[] value = copy.value();
        at.countSent(value == null ? 0 : value.length);
        at.pass(message.partition(), message.offset());
        target.copies().accept(copy);
        return true;
    }

    /** The record as it was, with its own time: a dateline's year and the order of versions depend on it. */
    private ProducerRecord<byte @Nullable [], byte @Nullable []> copy(
            ConsumerRecord<byte @Nullable [], byte @Nullable []> message) {
        Headers headers = new RecordHeaders(message.headers());
        headers.remove(RawHeaders.REPLAY);
        headers.remove(RawHeaders.REPLAYED_FROM);
        ReplayOrigin origin =
                new ReplayOrigin(source.cluster(), message.topic(), message.partition(), message.offset());
        headers.add(RawHeaders.REPLAY, target.replay().getBytes(UTF_8));
        headers.add(RawHeaders.REPLAYED_FROM, origin.toString().getBytes(UTF_8));
        Long timestamp = message.timestamp() < 0 ? null : message.timestamp();
        return new ProducerRecord<>(target.topic(), null, timestamp, message.key(), message.value(), headers);
    }
}
