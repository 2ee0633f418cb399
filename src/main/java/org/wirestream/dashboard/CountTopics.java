package org.wirestream.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirestream.counts.CountKey;
import org.wirestream.counts.CountKind;
import org.wirestream.counts.CountSpan;
import org.wirestream.stream.TopicNames;

/** The counts topics and how their records are read. Immutable. */
final class CountTopics {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Map<String, CountKind> kinds = new HashMap<>();

    CountTopics(TopicNames topics) {
        for (CountSpan span : CountSpan.values()) {
            for (CountKind kind : CountKind.values()) {
                kinds.put(topics.counts(span, kind), kind);
            }
        }
    }

    List<String> names() {
        return new ArrayList<>(kinds.keySet());
    }

    boolean contains(String topic) {
        return kinds.containsKey(topic);
    }

    /**
     * A record of a count topic.
     *
     * @param measures null for a count that fell to nothing
     */
    record CountRecord(CountKey key, String label, @Nullable Measures measures) {}

    /** Reads a record; empty when it is none. */
    Optional<CountRecord> read(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        CountKind kind = kinds.get(topic);
        if (kind == null || key == null) {
            return Optional.empty();
        }
        try {
            JsonNode id = MAPPER.readTree(key);
            if (!id.path("id").isTextual()) {
                return Optional.empty();
            }
            CountKey counted = new CountKey(
                    kind,
                    id.path("day").textValue(),
                    id.path("hour").textValue(),
                    id.path("id").textValue());
            JsonNode count = value == null ? null : MAPPER.readTree(value);
            return Optional.of(new CountRecord(
                    counted,
                    count == null ? "" : count.path("label").asText(counted.id()),
                    count == null
                            ? null
                            : new Measures(
                                    count.path("items").asLong(),
                                    count.path("paragraphs").asLong(),
                                    count.path("mentions").asLong())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
