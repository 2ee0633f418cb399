package org.wirestream.topics;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads topic definitions from JSON and refuses what is wrong in them, saying where. */
final class CatalogReader {
    /** Kafka's legal characters, with at most one place for a desk. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9._-]*(?:\\{desk})?[a-zA-Z0-9._-]*");

    private static final Set<String> TEXTS = Set.of("name", "key", "value", "readers");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String source;

    /** @param source what messages call the text */
    CatalogReader(String source) {
        this.source = source;
    }

    /** @throws IllegalArgumentException when it is no list of topics */
    List<TopicDefinition> read(String json) {
        JsonNode topics = parse(json).path("topics");
        if (!topics.isArray() || topics.isEmpty()) {
            throw refused("needs \"topics\", a list of at least one topic", null);
        }
        List<TopicDefinition> definitions = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode topic : topics) {
            TopicDefinition definition = definition(topic, "topic %d".formatted(definitions.size() + 1));
            if (!names.add(definition.name())) {
                throw refused("topic '%s' is defined twice".formatted(definition.name()), null);
            }
            definitions.add(definition);
        }
        return List.copyOf(definitions);
    }

    private JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw refused("line %d: %s".formatted(line, e.getOriginalMessage()), e);
        }
    }

    private TopicDefinition definition(JsonNode topic, String where) {
        if (!topic.isObject()) {
            throw refused(where + " is no object", null);
        }
        topic.fieldNames().forEachRemaining(field -> {
            if (!TEXTS.contains(field) && !field.equals("partitions") && !field.equals("configs")) {
                throw refused("%s has an unknown field '%s'".formatted(where, field), null);
            }
        });
        String name = text(topic, "name", where);
        if (!NAME.matcher(name).matches()) {
            throw refused(
                    "%s has the name '%s'; allowed are letters, digits, '.', '_', '-' and one {desk}"
                            .formatted(where, name),
                    null);
        }
        String named = "topic '%s'".formatted(name);
        JsonNode partitions = topic.path("partitions");
        if (!partitions.isInt() || partitions.intValue() < 1) {
            throw refused(named + " needs \"partitions\", a number of at least 1", null);
        }
        return new TopicDefinition(
                name,
                partitions.intValue(),
                configs(topic.path("configs"), named),
                text(topic, "key", named),
                text(topic, "value", named),
                text(topic, "readers", named));
    }

    private String text(JsonNode topic, String field, String where) {
        JsonNode text = topic.path(field);
        if (!text.isTextual() || text.textValue().isBlank()) {
            throw refused("%s needs \"%s\", a text".formatted(where, field), null);
        }
        return text.textValue();
    }

    private Map<String, String> configs(JsonNode configs, String where) {
        if (!configs.isObject()) {
            throw refused(where + " needs \"configs\", an object", null);
        }
        Map<String, String> values = new HashMap<>();
        configs.properties().forEach(config -> {
            if (!config.getValue().isTextual()) {
                throw refused("%s: %s must be a text in quotes".formatted(where, config.getKey()), null);
            }
            values.put(config.getKey(), config.getValue().textValue());
        });
        return values;
    }

    private IllegalArgumentException refused(String reason, @Nullable Throwable cause) {
        return new IllegalArgumentException("topic definitions %s: %s".formatted(source, reason), cause);
    }
}
