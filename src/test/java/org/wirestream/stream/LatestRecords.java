package org.wirestream.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.wirestream.config.Settings;
import org.wirestream.watch.TopicTail;

/** What a reader of committed records knows in the end: the latest of each key, without what was withdrawn. */
final class LatestRecords {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LatestRecords() {}

    /** By topic and key; a record without a key is known by its place. */
    static <V> Map<String, Map<String, V>> read(
            Settings settings, List<String> topics, Function<ConsumerRecord<byte[], byte[]>, V> value) {
        Map<String, Map<String, V>> latest = new TreeMap<>();
        try (TopicTail tail = new TopicTail(settings, topics)) {
            tail.drain(record -> {
                Map<String, V> records = latest.computeIfAbsent(record.topic(), t -> new TreeMap<>());
                String key = record.key() == null
                        ? record.partition() + "@" + record.offset()
                        : new String(record.key(), StandardCharsets.UTF_8);
                if (record.value() == null) {
                    records.remove(key);
                } else {
                    records.put(key, value.apply(record));
                }
            });
        }
        return latest;
    }

    static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
        try {
            return MAPPER.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }
}
