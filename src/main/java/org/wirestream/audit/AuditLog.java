package org.wirestream.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirestream.config.CommandProducer;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.watch.StartPoint;
import org.wirestream.watch.TopicReader;

/** Writes and reads who did what. Nothing that is to be written down is done unless its beginning could be. */
public final class AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final DateTimeFormatter ID_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final int LONGEST_TEXT = 2_000;

    private final Settings settings;
    private final String topic;

    /** @param settings where the brokers are, how topics are named, and who works with them */
    public AuditLog(Settings settings) {
        this.settings = settings;
        this.topic = Pipeline.topicNames(settings).audit();
    }

    /**
     * Something that is written down.
     *
     * @param <T> what it yields
     * @param <E> what it may throw beside what is unchecked
     */
    public interface Work<T, E extends Exception> {
        /** Does it. */
        T run() throws E;
    }

    /**
     * Writes who does what, has it done, and writes how it ended.
     *
     * @param selection what was chosen, in words
     * @param outcome how it ended, of what it yields
     * @throws E what the work throws
     * @throws org.wirestream.topics.MissingTopicsException when there is no audit topic; the work is then not begun
     * @throws KafkaException when the beginning could not be written; the work is then not begun
     */
    public <T, E extends Exception> T record(
            String operation, String selection, Work<T, E> work, Function<T, AuditEntry.Outcome> outcome) throws E {
        requireTopic();
        AuditEntry entry = begin(operation, selection, null);
        write(entry);
        try {
            T result = work.run();
            writeEnd(entry.ended(outcome.apply(result)));
            return result;
        } catch (Exception e) {
            writeEnd(entry.ended(new AuditEntry.Outcome(AuditEntry.State.FAILED, "broken off: " + e.getMessage())));
            throw e;
        }
    }

    /**
     * A new entry, not written yet.
     *
     * @param position see {@link AuditEntry}
     */
    public AuditEntry begin(String operation, String selection, @Nullable JsonNode position) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String id = "%s-%04x"
                .formatted(ID_TIME.format(now), ThreadLocalRandom.current().nextInt(1 << 16));
        return new AuditEntry(
                id,
                operation,
                AuditEntry.State.RUNNING,
                Operator.of(settings),
                now,
                null,
                cut(selection),
                null,
                position);
    }

    /** An entry of something that goes on; that and by whom is added to what was chosen. */
    public AuditEntry resumed(AuditEntry entry) {
        Operator by = Operator.of(settings);
        String selection = "%s; resumed by %s@%s at %s"
                .formatted(
                        entry.selection(), by.user(), by.host(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
        return new AuditEntry(
                entry.id(),
                entry.operation(),
                AuditEntry.State.RUNNING,
                entry.by(),
                entry.started(),
                entry.written(),
                selection,
                null,
                entry.position());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    /** The record of an entry, for whoever writes it in a transaction. */
    public ProducerRecord<byte @Nullable [], byte @Nullable []> message(AuditEntry entry) {
        return new ProducerRecord<>(
                topic, entry.id().getBytes(UTF_8), AuditFormat.write(entry).getBytes(UTF_8));
    }

    /** Makes sure that there is an audit topic. */
    public void requireTopic() {
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            admin.requireAll(List.of(topic));
        }
    }

    /** Writes an entry, and returns when the brokers have it. */
    private void write(AuditEntry entry) {
        try (Producer<byte @Nullable [], byte @Nullable []> producer =
                new KafkaProducer<>(CommandProducer.properties(settings, "wirestream-audit"))) {
            producer.send(message(entry)).get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new KafkaException("%s cannot be written: %s".formatted(topic, cause.getMessage()), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("%s is not written: interrupted".formatted(topic), e);
        }
    }

    /** Writes how something ended; that it cannot be written undoes nothing, and hides no other error. */
    public void writeEnd(AuditEntry entry) {
        try {
            write(entry);
        } catch (KafkaException e) {
            LOG.warn("{} has ended, but {} does not say so: {}", entry.id(), topic, e.getMessage());
        }
    }

    /** Writes that something was broken off; its place stays the one that was written last. */
    public void fail(String id, String reason) {
        try {
            writeEnd(entry(id).ended(new AuditEntry.Outcome(AuditEntry.State.FAILED, "broken off: " + reason)));
        } catch (RuntimeException e) {
            LOG.warn("{} is broken off, but {} does not say so: {}", id, topic, e.getMessage());
        }
    }

    /**
     * What was done, oldest first.
     *
     * @throws org.wirestream.topics.MissingTopicsException when there is no audit topic
     * @throws org.wirestream.topics.BrokerUnreachableException when no broker answers
     */
    public List<AuditEntry> entries() {
        Map<String, AuditEntry> latest = new HashMap<>();
        new TopicReader(settings)
                .read(new TopicReader.Request(topic, StartPoint.BEGINNING, OptionalLong.empty(), true), message -> {
                    byte[] value = message.value();
                    try {
                        if (value != null) {
                            AuditEntry entry = AuditFormat.read(value, Instant.ofEpochMilli(message.timestamp()));
                            latest.put(entry.id(), entry);
                        }
                    } catch (IOException e) {
                        LOG.warn(
                                "The record at offset {} of {} is no audit entry: {}",
                                message.offset(),
                                topic,
                                e.getMessage());
                    }
                    return true;
                });
        List<AuditEntry> entries = new ArrayList<>(latest.values());
        entries.sort(Comparator.comparing(AuditEntry::started).thenComparing(AuditEntry::id));
        return entries;
    }

    /**
     * Some of what was done, oldest first.
     *
     * @param ids these; empty for all
     * @param max the newest of them at the most
     * @throws IllegalArgumentException when an id is unknown
     */
    public List<AuditEntry> newest(List<String> ids, int max) {
        List<AuditEntry> entries = entries();
        if (!ids.isEmpty()) {
            List<AuditEntry> known = entries;
            entries = ids.stream().map(id -> find(known, id)).toList();
        }
        return entries.subList(Math.max(0, entries.size() - max), entries.size());
    }

    /**
     * One entry.
     *
     * @throws IllegalArgumentException when there is none with this id
     */
    public AuditEntry entry(String id) {
        return find(entries(), id);
    }

    private AuditEntry find(List<AuditEntry> entries, String id) {
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no %s in %s; `audit` shows what there is".formatted(id, topic)));
    }
}
