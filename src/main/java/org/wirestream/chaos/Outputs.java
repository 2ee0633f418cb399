package org.wirestream.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.RawHeaders;
import org.wirestream.stream.TopicNames;
import org.wirestream.topics.TopicDefinition;
import org.wirestream.watch.TopicTail;
import org.wirestream.wire.Sha256;

/**
 * What a reader of committed records finds in the output topics.
 *
 * @param sequences by topic and key, digests of all values in order; counts are left out, since how often one is told depends on
 *     commits and on the order of items
 * @param counts by topic and key, the last numbers: items, paragraphs, mentions; absent when withdrawn
 * @param letters by {@link Input#ID}, digests of dead letters' reasons and values
 */
record Outputs(Map<String, List<String>> sequences, Map<String, List<Long>> counts, Map<String, List<String>> letters) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String WITHDRAWN = "withdrawn";

    /** Reads all that is there. */
    static Outputs read(Settings settings) {
        TopicNames names = Pipeline.topicNames(settings);
        Outputs outputs = new Outputs(new HashMap<>(), new HashMap<>(), new HashMap<>());
        try (TopicTail tail = new TopicTail(settings, topics(settings))) {
            tail.drain(record -> outputs.add(names, record));
        }
        return outputs;
    }

    /** The topics that the pipeline writes. */
    static List<String> topics(Settings settings) {
        TopicNames names = Pipeline.topicNames(settings);
        return Pipeline.topics(settings, Pipeline.desks(settings).ids()).stream()
                .map(TopicDefinition::name)
                .filter(topic -> !Set.of(names.raw(), names.gazetteer()).contains(topic))
                .filter(topic -> !names.notes().contains(topic))
                .toList();
    }

    /** How many records there are, counts and dead letters apart. */
    long size() {
        return sequences.values().stream().mapToLong(List::size).sum();
    }

    private void add(TopicNames names, ConsumerRecord<byte[], byte[]> record) {
        String topic = record.topic();
        if (topic.equals(names.deadLetters())) {
            String id = String.valueOf(RawHeaders.text(record.headers(), Input.ID));
            letters.computeIfAbsent(id, i -> new ArrayList<>())
                    .add(RawHeaders.text(record.headers(), "wire-dlq-reason") + " " + digest(record.value()));
            return;
        }
        String key = topic + " " + new String(record.key(), StandardCharsets.UTF_8);
        if (!topic.startsWith(names.prefix() + "counts.")) {
            sequences.computeIfAbsent(key, k -> new ArrayList<>()).add(digest(record.value()));
        } else if (record.value() == null) {
            counts.remove(key);
        } else {
            counts.put(key, numbers(record.value()));
        }
    }

    private static List<Long> numbers(byte[] value) {
        try {
            JsonNode count = MAPPER.readTree(value);
            return List.of(
                    count.path("items").asLong(),
                    count.path("paragraphs").asLong(),
                    count.path("mentions").asLong());
        } catch (IOException e) {
            throw new UncheckedIOException("a count is no JSON", e);
        }
    }

    private static String digest(byte @Nullable [] value) {
        return value == null ? WITHDRAWN : Sha256.hex(value);
    }
}
