package org.wirestream.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.wirestream.config.CommandProducer;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.StreamsSettings;
import org.wirestream.watch.StartPoint;
import org.wirestream.watch.TopicReader;

/**
 * Writes the records of one delivery (a file, a request) and a mark with its name in one transaction: whatever dies, the records are
 * there and marked, or neither. One source has one transactional id, so a second writer of a source ends the first one, and what the
 * first left open is decided before the second reads the marks. After a failure it writes nothing more. Safe for use by many threads.
 */
final class RawWriter implements AutoCloseable {
    /** The marks that are kept in memory; the oldest go first. */
    private static final int MOST_MARKS = 200_000;

    private final Producer<byte @Nullable [], byte @Nullable []> producer;
    private final String marksTopic;
    private final String source;
    private final Map<String, String> marks = new LinkedHashMap<>();
    private final List<String> forgotten = new ArrayList<>();
    private @Nullable RuntimeException failure;

    /** @param known reads the marks of the source, by name; asked when no earlier writer can add any */
    RawWriter(
            Producer<byte @Nullable [], byte @Nullable []> producer,
            String marksTopic,
            String source,
            Supplier<Map<String, String>> known) {
        this.producer = producer;
        this.marksTopic = marksTopic;
        this.source = source;
        producer.initTransactions();
        known.get().forEach(this::remember);
    }

    /** A writer to a cluster. */
    static RawWriter open(Settings settings, String source) {
        String marks = Pipeline.topicNames(settings).ingested();
        Producer<byte @Nullable [], byte @Nullable []> producer =
                new KafkaProducer<>(producerProperties(settings, source));
        try {
            return new RawWriter(producer, marks, source, () -> read(settings, marks, source + "/"));
        } catch (RuntimeException e) {
            producer.close();
            throw e;
        }
    }

    private static Map<String, String> read(Settings settings, String topic, String prefix) {
        Map<String, String> marks = new LinkedHashMap<>();
        new TopicReader(settings)
                .read(new TopicReader.Request(topic, StartPoint.BEGINNING, OptionalLong.empty(), true), mark -> {
                    byte[] key = mark.key();
                    byte[] value = mark.value();
                    String name = key == null ? "" : new String(key, StandardCharsets.UTF_8);
                    if (name.startsWith(prefix)) {
                        String rest = name.substring(prefix.length());
                        marks.remove(rest);
                        if (value != null) {
                            marks.put(rest, new String(value, StandardCharsets.UTF_8));
                        }
                    }
                    return true;
                });
        return marks;
    }

    /** The digest with which a delivery was written; null when it was not, or is forgotten. */
    synchronized @Nullable String digest(String name) {
        return marks.get(name);
    }

    /** The deliveries that are marked. */
    synchronized List<String> names() {
        return List.copyOf(marks.keySet());
    }

    /**
     * Writes records, and the mark of their delivery; when it returns, both are committed.
     *
     * @param name the delivery's; null when nobody asks whether it was written
     * @param digest the mark's value
     * @return where the records are
     * @throws DeliveryRefusedException when a record is larger than the topic takes; then nothing is written
     * @throws IllegalStateException when another writer of this source has taken over, or the brokers do not take it; whether it was
     *     written is then for the next writer to find out
     */
    synchronized List<RecordMetadata> write(
            @Nullable String name, String digest, List<ProducerRecord<byte @Nullable [], byte @Nullable []>> records)
            throws DeliveryRefusedException {
        if (failure != null) {
            throw failure;
        }
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try {
            producer.beginTransaction();
            for (String old : forgotten) {
                sent.add(producer.send(mark(old, null)));
            }
            int first = sent.size();
            records.forEach(message -> sent.add(producer.send(message)));
            if (name != null) {
                sent.add(producer.send(mark(name, digest)));
            }
            producer.commitTransaction();
            forgotten.clear();
            if (name != null) {
                remember(name, digest);
            }
            List<RecordMetadata> written = new ArrayList<>();
            for (Future<RecordMetadata> record : sent.subList(first, first + records.size())) {
                written.add(record.get());
            }
            return written;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw fail("interrupted", e);
        } catch (ExecutionException | RuntimeException e) {
            DeliveryRefusedException refusal = refusal(sent);
            if (refusal == null) {
                throw fail(reason(e), e);
            }
            abort();
            throw refusal;
        }
    }

    /** Takes back a mark that nobody will ask for any more, together with what is written next. */
    synchronized void forget(String name) {
        if (marks.remove(name) != null) {
            forgotten.add(name);
        }
    }

    private void remember(String name, String digest) {
        marks.put(name, digest);
        if (marks.size() > MOST_MARKS) {
            marks.remove(marks.keySet().iterator().next());
        }
    }

    private ProducerRecord<byte @Nullable [], byte @Nullable []> mark(String name, @Nullable String digest) {
        return new ProducerRecord<>(
                marksTopic,
                (source + "/" + name).getBytes(StandardCharsets.UTF_8),
                digest == null ? null : digest.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable DeliveryRefusedException refusal(List<Future<RecordMetadata>> sent) {
        for (Future<RecordMetadata> record : sent) {
            try {
                if (record.isDone()) {
                    record.get();
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RecordTooLargeException tooLarge) {
                    return new DeliveryRefusedException(413, String.valueOf(tooLarge.getMessage()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
        return null;
    }

    private void abort() {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            throw fail(reason(e), e);
        }
    }

    private static String reason(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return "another ingest of this source has taken over";
            }
        }
        return "the brokers did not take a record: " + e.getMessage();
    }

    private IllegalStateException fail(String reason, Exception cause) {
        IllegalStateException failed = new IllegalStateException(reason, cause);
        failure = failed;
        return failed;
    }

    /** What kept it from writing; null when nothing did. */
    synchronized @Nullable RuntimeException failure() {
        return failure;
    }

    /** Takes back the marks that are to be forgotten, and closes. */
    @Override
    public synchronized void close() {
        try {
            if (failure == null && !forgotten.isEmpty()) {
                write(null, "", List.of());
            }
        } catch (DeliveryRefusedException e) {
            throw new IllegalStateException("a mark is never too large", e);
        } finally {
            producer.close();
        }
    }

    private static Map<String, Object> producerProperties(Settings settings, String source) {
        Map<String, Object> all = CommandProducer.transactional(
                settings, "wirestream-ingest", settings.get(SettingKey.APPLICATION_ID) + "-ingest-" + source);
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, StreamsSettings.MAX_RECORD_BYTES);
        all.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        return all;
    }
}
