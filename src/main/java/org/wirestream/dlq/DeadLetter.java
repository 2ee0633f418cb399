package org.wirestream.dlq;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.wirestream.stream.DeadLetters;
import org.wirestream.stream.RawHeaders;

/** A record that the pipeline could not turn into an item, as it lies in the queue. */
public final class DeadLetter {
    private static final String UNKNOWN = "UNKNOWN";

    private final ConsumerRecord<byte @Nullable [], byte @Nullable []> message;

    DeadLetter(ConsumerRecord<byte @Nullable [], byte @Nullable []> message) {
        this.message = message;
    }

    /** Where it stands. */
    public LetterId id() {
        return new LetterId(message.partition(), message.offset());
    }

    /** A word to group by: a {@code MalformedWireException.Reason}, or what another tool wrote. */
    public String reason() {
        return header(DeadLetters.REASON, UNKNOWN);
    }

    /** What is wrong and what to do. */
    public String explanation() {
        return header(DeadLetters.MESSAGE, "");
    }

    /** The class of the exception. */
    public String exception() {
        return header(DeadLetters.EXCEPTION, "");
    }

    /** When it came into the queue. */
    public Instant arrived() {
        return Instant.ofEpochMilli(message.timestamp());
    }

    /** The timestamp of the record that failed. */
    public Instant received() {
        try {
            return Instant.parse(header(DeadLetters.TIME, ""));
        } catch (DateTimeException e) {
            return arrived();
        }
    }

    /** The topic in which the record that failed was read. */
    public String originTopic() {
        return header(DeadLetters.TOPIC, "");
    }

    /** Topic, partition and offset of the record that failed: {@code wire.raw-2@118}. */
    public String origin() {
        return "%s-%s@%s".formatted(originTopic(), header(DeadLetters.PARTITION, "?"), header(DeadLetters.OFFSET, "?"));
    }

    /** How often it was sent back to the pipeline before it came here. */
    public int redrives() {
        return RawHeaders.redrives(message.headers());
    }

    /** The key of the record that failed, as text; null when it had none. */
    public @Nullable String key() {
        byte[] key = message.key();
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    /** The record as it was read. */
    public ConsumerRecord<byte @Nullable [], byte @Nullable []> message() {
        return message;
    }

    /** A header of the record that failed; null when it had none. */
    @Nullable
    String inputHeader(String name) {
        return RawHeaders.text(message.headers(), name);
    }

    /** The record that failed, as it was sent, and counted once more as sent back. */
    ProducerRecord<byte @Nullable [], byte @Nullable []> again(String topic) {
        Headers headers = DeadLetters.inputHeaders(message.headers());
        headers.remove(RawHeaders.REDRIVES);
        headers.add(RawHeaders.REDRIVES, Integer.toString(redrives() + 1).getBytes(StandardCharsets.UTF_8));
        // Its own time: a dateline's year and the order of versions depend on it.
        return new ProducerRecord<>(topic, null, received().toEpochMilli(), message.key(), message.value(), headers);
    }

    private String header(String name, String otherwise) {
        String value = RawHeaders.text(message.headers(), name);
        return value == null ? otherwise : value;
    }
}
