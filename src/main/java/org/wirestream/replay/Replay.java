package org.wirestream.replay;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.Limits;

/** One run over the records. For one thread; the producer's thread reports confirmations. */
final class Replay {
    private final String topic;
    private final ReplayOptions options;
    private final SizeLimit limit;
    private final @Nullable Producer<byte[], byte[]> producer;
    private final ReplayListener listener;
    private final CountDownLatch stop;
    private final Pacer pacer;
    private final OwnTime times;
    private final long begin = System.nanoTime();

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong sentBytes = new AtomicLong();
    private final Queue<String> lateRefusals = new ConcurrentLinkedQueue<>();
    private long taken;
    private long takenBytes;
    private long refused;

    private long firstFailure = Long.MAX_VALUE;
    private @Nullable String problem;

    /**
     * @param producer null for a dry run
     * @param stop when open, the run ends after the record in hand
     */
    Replay(
            String topic,
            ReplayOptions options,
            SizeLimit limit,
            @Nullable Producer<byte[], byte[]> producer,
            ReplayListener listener,
            CountDownLatch stop) {
        this.topic = topic;
        this.options = options;
        this.limit = limit;
        this.producer = producer;
        this.listener = listener;
        this.stop = stop;
        this.pacer = Pacer.of(
                producer == null ? null : options.pace(),
                System::nanoTime,
                nanos -> stop.await(nanos, TimeUnit.NANOSECONDS));
        this.times = new OwnTime(Limits.DEFAULT);
    }

    /** Sends the records, waits until every one is confirmed, and says what became of them. */
    ReplaySummary run(SourceFiles files) throws InterruptedException {
        boolean exhausted = false;
        try (Stream<RawRecord> records = files.records()) {
            Iterator<RawRecord> next = records.iterator();
            while (goesOn()) {
                if (!next.hasNext()) {
                    exhausted = true;
                    break;
                }
                take(next.next());
                listener.progressed(status(files.totalBytes()));
            }
        } catch (UncheckedIOException e) {
            fail(
                    taken,
                    String.valueOf(
                            e.getCause() == null ? e.getMessage() : e.getCause().getMessage()));
        }
        flush();
        reportLateRefusals();
        if (exhausted) {
            // Blank lines and what stands between the documents of a file are in no record.
            takenBytes = Math.max(takenBytes, files.totalBytes());
        }
        listener.progressed(status(files.totalBytes()));
        return summary(exhausted);
    }

    private boolean goesOn() {
        return stop.getCount() > 0 && problem() == null;
    }

    private void take(RawRecord record) throws InterruptedException {
        long index = taken;
        if (index >= options.skip()) {
            ProducerRecord<byte[], byte[]> message = record.producerRecord(topic);
            String refusal = limit.refusal(record.source(), message);
            if (refusal == null) {
                if (!pacer.await(() -> times.of(record))) {
                    return;
                }
                send(index, record.source(), message);
            } else {
                refuse(refusal);
            }
        }
        taken++;
        takenBytes += record.value().length;
        reportLateRefusals();
    }

    private void send(long index, String source, ProducerRecord<byte[], byte[]> message) {
        int bytes = message.value().length;
        if (producer == null) {
            confirm(bytes);
            return;
        }
        try {
            // The callback hears of every outcome.
            Future<?> unused = producer.send(message, (metadata, e) -> {
                if (e == null) {
                    confirm(bytes);
                } else {
                    onFailure(index, source, e);
                }
            });
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            onFailure(index, source, e);
        }
    }

    private void confirm(int bytes) {
        sent.incrementAndGet();
        sentBytes.addAndGet(bytes);
    }

    /** A record that the broker finds too large after all costs itself only; any other failure ends the run. */
    private void onFailure(long index, String source, Exception e) {
        if (e instanceof RecordTooLargeException) {
            lateRefusals.add("%s is not sent: %s".formatted(source, e.getMessage()));
        } else {
            fail(
                    index,
                    "%s could not be sent: %s (%s)"
                            .formatted(source, e.getMessage(), e.getClass().getSimpleName()));
        }
    }

    private synchronized void fail(long index, String message) {
        if (index < firstFailure) {
            firstFailure = index;
            problem = message;
        }
    }

    private synchronized @Nullable String problem() {
        return problem;
    }

    private void refuse(String message) {
        refused++;
        listener.refused(message);
    }

    private void reportLateRefusals() {
        for (String message = lateRefusals.poll(); message != null; message = lateRefusals.poll()) {
            refuse(message);
        }
    }

    private void flush() {
        if (producer != null) {
            producer.flush();
        }
    }

    private ReplayStatus status(long totalBytes) {
        return new ReplayStatus(
                ReplayStatus.Unit.BYTES, sent.get(), sentBytes.get(), takenBytes, totalBytes, elapsed());
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private synchronized ReplaySummary summary(boolean exhausted) {
        ReplaySummary.End end = problem != null
                ? ReplaySummary.End.FAILED
                : exhausted ? ReplaySummary.End.COMPLETE : ReplaySummary.End.STOPPED;
        return new ReplaySummary(
                topic,
                producer == null,
                Math.min(taken, options.skip()),
                sent.get(),
                sentBytes.get(),
                refused,
                end,
                problem,
                Math.min(firstFailure, Math.max(taken, options.skip())),
                elapsed());
    }
}
