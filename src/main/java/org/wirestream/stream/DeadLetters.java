package org.wirestream.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a dead letter: the input's own, and why and where it failed. Exception, message and origin are named as
 * Kafka Streams names them (KIP-1034), so that tools made for it can read them.
 */
public final class DeadLetters {
    /** A word to group by: a {@code MalformedWireException.Reason}. */
    public static final String REASON = "wire-dlq-reason";
    /** The input record's timestamp, ISO 8601. */
    public static final String TIME = "wire-dlq-time";

    public static final String EXCEPTION = "__streams.errors.exception";
    public static final String MESSAGE = "__streams.errors.message";
    public static final String TOPIC = "__streams.errors.topic";
    public static final String PARTITION = "__streams.errors.partition";
    public static final String OFFSET = "__streams.errors.offset";

    private static final List<String> OWN =
            List.of(REASON, TIME, EXCEPTION, MESSAGE, "__streams.errors.stacktrace", TOPIC, PARTITION, OFFSET);

    private DeadLetters() {}

    /** Where a record was read, and the key that it had there. */
    record Origin(
            String topic,
            int partition,
            long offset,
            long timestamp,
            @Nullable Bytes key) {
        private static final String TOPIC_HEADER = "wire-origin-topic";
        private static final String PARTITION_HEADER = "wire-origin-partition";
        private static final String OFFSET_HEADER = "wire-origin-offset";
        private static final String KEY_HEADER = "wire-origin-key";

        /** Carries the origin through the repartition topic. */
        void writeTo(Headers headers) {
            put(headers, TOPIC_HEADER, topic);
            put(headers, PARTITION_HEADER, Integer.toString(partition));
            put(headers, OFFSET_HEADER, Long.toString(offset));
            headers.remove(KEY_HEADER);
            if (key != null) {
                headers.add(KEY_HEADER, key.get());
            }
        }

        /** Reads what {@link #writeTo} wrote. */
        static Origin read(Headers headers, long timestamp) {
            Header key = headers.lastHeader(KEY_HEADER);
            return new Origin(
                    text(headers, TOPIC_HEADER),
                    Integer.parseInt(text(headers, PARTITION_HEADER)),
                    Long.parseLong(text(headers, OFFSET_HEADER)),
                    timestamp,
                    key == null ? null : Bytes.wrap(key.value()));
        }

        static boolean isIn(Headers headers) {
            return headers.lastHeader(TOPIC_HEADER) != null;
        }

        static void removeFrom(Headers headers) {
            headers.remove(TOPIC_HEADER)
                    .remove(PARTITION_HEADER)
                    .remove(OFFSET_HEADER)
                    .remove(KEY_HEADER);
        }

        private static String text(Headers headers, String name) {
            String value = RawHeaders.text(headers, name);
            return value == null ? "-1" : value;
        }
    }

    static Headers headers(Headers input, Origin origin, String reason, String exception, String message) {
        Headers headers = new RecordHeaders(input.toArray());
        Origin.removeFrom(headers);
        put(headers, REASON, reason);
        put(headers, EXCEPTION, exception);
        put(headers, MESSAGE, message);
        put(headers, TOPIC, origin.topic());
        put(headers, PARTITION, Integer.toString(origin.partition()));
        put(headers, OFFSET, Long.toString(origin.offset()));
        put(headers, TIME, Instant.ofEpochMilli(origin.timestamp()).toString());
        return headers;
    }

    /** The headers of the record that failed: a dead letter's without those that say why and where it did. */
    public static Headers inputHeaders(Headers deadLetter) {
        Headers headers = new RecordHeaders(deadLetter.toArray());
        OWN.forEach(headers::remove);
        return headers;
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
