package org.wirestream.replay;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.wirestream.topics.TopicAdmin;

/**
 * The largest record that may be sent, and who says so.
 *
 * @param bytes the size of a record with its batch around it, uncompressed
 * @param origin the setting that says so, for an operator
 */
record SizeLimit(int bytes, String origin) {
    /** The header of a record batch and the fields of its only record at their longest (Kafka's message format, version 2). */
    private static final int RECORD_OVERHEAD = 61 + 21;

    /** Two lengths of a header, each a varint. */
    private static final int HEADER_OVERHEAD = 2 * 5;

    private static final int MIN_BUFFER_BYTES = 32 << 20;

    /** The limit when no broker was asked. */
    static final SizeLimit OF_READING = new SizeLimit(SourceFiles.MAX_TEXT_BYTES, "the most that is read of one text");

    /**
     * The lowest of the limits of topic, producer and reading.
     *
     * @param admin asked for the topic's setting
     * @param producer the producer's settings
     * @throws org.wirestream.topics.MissingTopicsException when there is no such topic
     * @throws org.wirestream.topics.BrokerUnreachableException when no broker answers
     */
    static SizeLimit of(String topic, TopicAdmin admin, Map<String, Object> producer) {
        ConfigEntry maxMessageBytes = admin.setting(topic, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
        SizeLimit limit = new SizeLimit(Integer.parseInt(maxMessageBytes.value()), origin(topic, maxMessageBytes));
        Object request = producer.get(ProducerConfig.MAX_REQUEST_SIZE_CONFIG);
        if (request != null) {
            limit = limit.and(new SizeLimit(
                    Integer.parseInt(request.toString()),
                    "the producer's setting " + ProducerConfig.MAX_REQUEST_SIZE_CONFIG));
        }
        return limit.and(OF_READING);
    }

    private static String origin(String topic, ConfigEntry entry) {
        return switch (entry.source()) {
            case DYNAMIC_TOPIC_CONFIG -> "%s of topic %s".formatted(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, topic);
            case DEFAULT_CONFIG ->
                "Kafka's default %s for topic %s".formatted(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, topic);
            default -> "message.max.bytes of the broker, for topic %s".formatted(topic);
        };
    }

    /** The settings of a producer that sends up to this limit. */
    Map<String, Object> applyTo(Map<String, Object> producer) {
        Map<String, Object> all = new HashMap<>(producer);
        // The limit is judged before; a smaller one of the producer's own would only hide where it comes from.
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, bytes);
        all.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, Math.max(MIN_BUFFER_BYTES, 2L * bytes));
        all.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        return all;
    }

    private SizeLimit and(SizeLimit other) {
        return other.bytes < bytes ? other : this;
    }

    /** Why a record is refused; null when it fits. */
    @Nullable
    String refusal(String source, ProducerRecord<byte @Nullable [], byte @Nullable []> message) {
        long size = size(message);
        if (size <= bytes) {
            return null;
        }
        boolean truncated = message.value() != null && message.value().length > SourceFiles.MAX_TEXT_BYTES;
        return String.format(
                Locale.ROOT,
                "%s is not sent: its record has %s%,d bytes, more than %,d, %s",
                source,
                truncated ? "at least " : "",
                size,
                bytes,
                origin);
    }

    /** An upper bound of what the record takes in the log. */
    static long size(ProducerRecord<byte @Nullable [], byte @Nullable []> message) {
        long size = RECORD_OVERHEAD;
        size += message.value() == null ? 0 : message.value().length;
        size += message.key() == null ? 0 : message.key().length;
        for (Header header : message.headers()) {
            size += HEADER_OVERHEAD
                    + header.key().getBytes(StandardCharsets.UTF_8).length
                    + (header.value() == null ? 0L : header.value().length);
        }
        return size;
    }
}
