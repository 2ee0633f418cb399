package org.wirestream.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.DatedEvent;
import org.wirestream.document.EntityType;

/** Reads facts from records of {@code wire.items}. Stateless. */
final class ItemFactsReader {
    /** UTF-16 code units of a lead. */
    private static final int LEAD = 200;

    /** The kinds of paragraph that tell the news. */
    private static final Set<String> NEWS = Set.of("headline", "body");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** A record that is no enriched item: of another program, or of a version that this one does not know. */
    static final class UnreadableItemException extends Exception {
        UnreadableItemException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    ItemFacts read(byte[] value) throws UnreadableItemException {
        try {
            return facts(MAPPER.readTree(value));
        } catch (IOException | DateTimeException e) {
            throw new UnreadableItemException("the record is no enriched item: " + e.getMessage(), e);
        }
    }

    private static ItemFacts facts(JsonNode item) throws UnreadableItemException {
        JsonNode enrichment = item.path("enrichment");
        if (!item.path("uri").isTextual() || !enrichment.isObject()) {
            throw new UnreadableItemException("the record is no enriched item: uri or enrichment is missing", null);
        }
        String headline = optional(item.path("headlines").path(0), "value");
        List<String> texts = texts(item);
        JsonNode wire = enrichment.path("wire");
        JsonNode engine = enrichment.path("engine");
        return new ItemFacts(
                item.path("uri").asText(),
                item.path("version").asText(),
                OffsetDateTime.parse(item.path("versionCreated").asText()),
                item.path("pubStatus").asText("usable"),
                headline,
                lead(enrichment.path("paragraphs"), texts),
                agency(item.path("infoSources").path(0)),
                strings(wire.path("dateline").path("places")),
                item.path("language").asText(),
                strings(wire.path("signals")),
                desks(enrichment.path("paragraphs")),
                ids(enrichment.path("subjects"), "subject"),
                entities(enrichment.path("entities"), inNews(enrichment)),
                offices(enrichment.path("roles")),
                events(enrichment.path("datedEvents")),
                texts.size(),
                engine.path("name").asText(),
                engine.path("vocabulary").asText(),
                SearchText.fold((headline == null ? "" : headline + "\n") + String.join("\n", texts)));
    }

    private static List<String> texts(JsonNode item) {
        List<String> texts = new ArrayList<>();
        for (JsonNode part : item.path("associations")) {
            texts.add(part.path("bodies").path(0).path("value").asText());
        }
        return texts;
    }

    private static String lead(JsonNode paragraphs, List<String> texts) {
        for (int i = 0; i < Math.min(paragraphs.size(), texts.size()); i++) {
            if (paragraphs.path(i).path("kind").asText().equals("body")) {
                String text = texts.get(i);
                int begin = Math.min(
                        Math.max(0, paragraphs.path(i).path("newsBegin").asInt()), text.length());
                return beginning(text.substring(begin).strip());
            }
        }
        return "";
    }

    private static String beginning(String text) {
        if (text.length() <= LEAD) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LEAD - 2)) ? LEAD - 2 : LEAD - 1) + "…";
    }

    private static @Nullable Named agency(JsonNode source) {
        String id = optional(source, "literal");
        return id == null ? null : new Named(id, source.path("name").asText(id), null, null);
    }

    private static List<String> desks(JsonNode paragraphs) {
        Set<String> desks = new LinkedHashSet<>();
        paragraphs.forEach(paragraph -> desks.addAll(strings(paragraph.path("desks"))));
        return List.copyOf(desks);
    }

    /** Ids of the entities that headline or news name. */
    private static Set<String> inNews(JsonNode enrichment) {
        Map<String, Integer> begins = new HashMap<>();
        for (JsonNode paragraph : enrichment.path("paragraphs")) {
            if (NEWS.contains(paragraph.path("kind").asText())) {
                begins.put(
                        paragraph.path("paragraph").asText(),
                        paragraph.path("newsBegin").asInt());
            }
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode mention : enrichment.path("mentions")) {
            Integer begin = begins.get(mention.path("paragraph").asText());
            if (begin != null && mention.path("begin").asInt() >= begin) {
                ids.add(mention.path("entity").asText());
            }
        }
        return ids;
    }

    private static List<ItemFacts.Mentioned> entities(JsonNode array, Set<String> inNews) {
        Map<String, EntityType> types = new HashMap<>();
        for (EntityType type : EntityType.values()) {
            types.put(type.name(), type);
        }
        List<ItemFacts.Mentioned> entities = new ArrayList<>();
        for (JsonNode entity : array) {
            entities.add(new ItemFacts.Mentioned(
                    entity.path("id").asText(),
                    entity.path("name").asText(),
                    types.get(entity.path("type").asText()),
                    optional(entity, "country"),
                    strings(entity.path("surfaces")),
                    inNews.contains(entity.path("id").asText())));
        }
        return entities;
    }

    private static List<ItemFacts.Office> offices(JsonNode array) {
        List<ItemFacts.Office> offices = new ArrayList<>();
        for (JsonNode role : array) {
            offices.add(new ItemFacts.Office(
                    role.path("person").asText(),
                    role.path("office").asText(),
                    optional(role, "organisation"),
                    optional(role, "country")));
        }
        return offices;
    }

    private static List<DatedEvent> events(JsonNode array) {
        List<DatedEvent> events = new ArrayList<>();
        for (JsonNode event : array) {
            events.add(new DatedEvent(
                    optional(event, "entity"),
                    event.path("name").asText(),
                    event.path("when").asText(),
                    optional(event, "where"),
                    0,
                    event.path("begin").asInt(),
                    event.path("end").asInt()));
        }
        return events;
    }

    private static List<String> ids(JsonNode array, String name) {
        List<String> ids = new ArrayList<>();
        array.forEach(node -> ids.add(node.path(name).asText()));
        return ids;
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(node -> strings.add(node.asText()));
        return strings;
    }

    private static @Nullable String optional(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isTextual() ? value.textValue() : null;
    }
}
