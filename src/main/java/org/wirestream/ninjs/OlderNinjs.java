package org.wirestream.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.wirestream.document.EnrichedItem;
import org.wirestream.wire.Paragraph;

/**
 * The ninjs of before 3.0, made from a ninjs 3.2 item.
 *
 * <p>Version 1.6 is written as Superdesk's parser of ninjs takes it: times in UTC and whole seconds, since it understands no others; the body
 * as HTML too, without the headline, which it shows above; no associations, since it would ingest each as an item of its own; no profile,
 * which it would take for one of its content profiles.
 */
final class OlderNinjs {
    private static final DateTimeFormatter UTC_SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);
    private static final Map<String, String> NAMED = Map.of(
            "people", "person",
            "organisations", "organisation",
            "places", "place",
            "events", "event",
            "objects", "object",
            "subjects", "subject",
            "infoSources", "infosource");

    private OlderNinjs() {}

    /** ninjs 2.2: the names without capitals; an association does not say what it is to the item. */
    static ObjectNode version2(ObjectNode item) {
        ObjectNode json = (ObjectNode) lowercase(item);
        json.path("associations").forEach(association -> ((ObjectNode) association).remove("rel"));
        return json;
    }

    private static JsonNode lowercase(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode lower = NinjsWriter.MAPPER.createObjectNode();
            object.properties()
                    .forEach(property ->
                            lower.set(property.getKey().toLowerCase(Locale.ROOT), lowercase(property.getValue())));
            return lower;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode lower = NinjsWriter.MAPPER.createArrayNode();
            array.forEach(each -> lower.add(lowercase(each)));
            return lower;
        }
        return node;
    }

    /** ninjs 1.6: one headline, one body, codes with their schemes. */
    static ObjectNode version1(EnrichedItem enriched, ObjectNode item) {
        ObjectNode json = NinjsWriter.MAPPER.createObjectNode();
        item.properties().forEach(property -> {
            String name = property.getKey();
            JsonNode value = property.getValue();
            switch (name) {
                case "profile", "associations" -> {}
                case "versionCreated" ->
                    json.put(
                            "versioncreated",
                            UTC_SECONDS.format(enriched.item().time().value().withOffsetSameInstant(ZoneOffset.UTC)));
                case "headlines" -> json.set("headline", value.path(0).path("value"));
                case "bodies" -> body(json, enriched);
                case "by" -> json.set("byline", value);
                default -> {
                    String older = NAMED.get(name);
                    if (older == null) {
                        json.set(name.toLowerCase(Locale.ROOT), value);
                    } else {
                        coded(json.putArray(older), value);
                    }
                }
            }
        });
        return json;
    }

    private static void body(ObjectNode json, EnrichedItem enriched) {
        List<String> paragraphs = enriched.item().paragraphs().stream()
                .filter(paragraph -> paragraph.kind() != Paragraph.Kind.HEADLINE)
                .map(paragraph -> paragraph.text().strip())
                .toList();
        if (paragraphs.isEmpty()) {
            return;
        }
        String text = String.join("\n", paragraphs);
        json.put("body_text", text);
        json.put(
                "body_html",
                paragraphs.stream()
                        .map(paragraph -> "<p>" + Entities.escape(paragraph) + "</p>")
                        .collect(Collectors.joining("\n")));
        json.put("charcount", text.codePointCount(0, text.length()));
    }

    private static void coded(ArrayNode array, JsonNode entries) {
        for (JsonNode entry : entries) {
            ObjectNode node = array.addObject();
            entry.properties().forEach(property -> {
                switch (property.getKey()) {
                    case "uri", "literal" -> {}
                    case "role" -> node.set("rel", property.getValue());
                    default -> node.set(property.getKey(), property.getValue());
                }
            });
            code(node, entry);
        }
    }

    /** A URI is scheme and code together; an entity without one has the code that Wirestream gives it. */
    private static void code(ObjectNode node, JsonNode entry) {
        String uri = entry.path("uri").asText();
        int end = uri.lastIndexOf('/') + 1;
        if (end > 0 && end < uri.length()) {
            node.put("scheme", uri.substring(0, end));
            node.put("code", uri.substring(end));
        } else {
            node.set("code", entry.path("literal"));
        }
    }
}
