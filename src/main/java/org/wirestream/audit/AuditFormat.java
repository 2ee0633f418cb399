package org.wirestream.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Entries as JSON: {@code audit-entry.schema.json} describes it. */
final class AuditFormat {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private AuditFormat() {}

    static String write(AuditEntry entry) {
        try {
            return MAPPER.writeValueAsString(node(entry));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an audit entry is not written as JSON", e);
        }
    }

    /** The entry as it stands in the topic; when it was written is the record's timestamp and no part of it. */
    static ObjectNode node(AuditEntry entry) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("id", entry.id())
                .put("operation", entry.operation())
                .put("state", word(entry.state()))
                .put("user", entry.by().user())
                .put("host", entry.by().host())
                .put("version", entry.by().version())
                .put("started", entry.started().toString())
                .put("selection", entry.selection())
                .put("result", entry.result());
        json.set("position", entry.position());
        return json;
    }

    static String word(AuditEntry.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads an entry.
     *
     * @param written the record's timestamp
     * @throws IOException when it is none
     */
    static AuditEntry read(byte[] json, Instant written) throws IOException {
        JsonNode node = MAPPER.readTree(json);
        try {
            JsonNode position = node.path("position");
            return new AuditEntry(
                    text(node, "id"),
                    text(node, "operation"),
                    AuditEntry.State.valueOf(text(node, "state").toUpperCase(Locale.ROOT)),
                    new Operator(text(node, "user"), text(node, "host"), text(node, "version")),
                    Instant.parse(text(node, "started")),
                    written,
                    text(node, "selection"),
                    optional(node.path("result")),
                    position.isObject() ? position : null);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String text(JsonNode node, String name) {
        String value = optional(node.path(name));
        if (value == null) {
            throw new IllegalArgumentException("there is no text " + name);
        }
        return value;
    }

    private static @Nullable String optional(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
