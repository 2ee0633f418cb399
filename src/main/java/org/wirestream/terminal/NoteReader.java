package org.wirestream.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wirestream.terminal.ItemRecord.Note;

/** Writes out what an item says beside its names: dates, aliases, roles, dated events, statements. */
final class NoteReader {
    /** Code points of a statement that are written out. */
    private static final int SHOWN = 32;

    private final JsonNode enrichment;
    private final Map<String, String> texts;
    private final Map<String, String> names = new HashMap<>();

    /** @param texts the paragraphs' texts by id */
    NoteReader(JsonNode enrichment, Map<String, String> texts) {
        this.enrichment = enrichment;
        this.texts = texts;
        enrichment
                .path("entities")
                .forEach(entity -> names.put(
                        entity.path("id").asText(), entity.path("name").asText()));
    }

    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        String dates =
                distinct(
                                "dates",
                                node -> node.path("text").asText() + " = "
                                        + node.path("iso").asText())
                        .stream()
                        .collect(Collectors.joining("   "));
        if (!dates.isEmpty()) {
            notes.add(new Note("dates", dates));
        }
        aliases()
                .forEach((entity, aliases) ->
                        notes.add(new Note("aliases", name(entity) + " = " + String.join(", ", aliases))));
        distinct("roles", this::role).forEach(text -> notes.add(new Note("roles", text)));
        distinct("datedEvents", this::event).forEach(text -> notes.add(new Note("events", text)));
        distinct("statements", this::statement).forEach(text -> notes.add(new Note("statements", text)));
        return notes;
    }

    private Set<String> distinct(String section, Function<JsonNode, String> text) {
        Set<String> distinct = new LinkedHashSet<>();
        enrichment.path(section).forEach(node -> distinct.add(text.apply(node)));
        return distinct;
    }

    private Map<String, Set<String>> aliases() {
        Map<String, Set<String>> aliases = new LinkedHashMap<>();
        enrichment
                .path("aliases")
                .forEach(alias -> aliases.computeIfAbsent(alias.path("entity").asText(), id -> new LinkedHashSet<>())
                        .add(alias.path("name").asText()));
        return aliases;
    }

    private String role(JsonNode role) {
        String of = Stream.of("country", "organisation")
                .filter(role::has)
                .map(owner -> name(role.path(owner).asText()))
                .collect(Collectors.joining(" "));
        return "%s: %s%s"
                .formatted(
                        name(role.path("person").asText()),
                        of.isEmpty() ? "" : of + " ",
                        role.path("office").asText());
    }

    private String event(JsonNode event) {
        String where = event.path("where").asText();
        return "%-21s  %s%s"
                .formatted(
                        event.path("when").asText(), event.path("name").asText(), where.isEmpty() ? "" : " @ " + where);
    }

    private String statement(JsonNode statement) {
        String text = texts.getOrDefault(statement.path("paragraph").asText(), "");
        int end = Math.min(statement.path("end").asInt(), text.length());
        int begin = Math.min(statement.path("begin").asInt(), end);
        return "%s  %s %s %s"
                .formatted(
                        statement.path("paragraph").asText(),
                        statement.path("holder").asText(),
                        statement.path("verb").asText(),
                        said(
                                text.substring(begin, end),
                                statement.path("direct").asBoolean()));
    }

    /** The words, or as many as show what it is about: the rest stands in the paragraph. */
    private static String said(String words, boolean direct) {
        String shown = words;
        if (words.codePointCount(0, words.length()) > SHOWN) {
            shown = words.substring(0, words.offsetByCodePoints(0, SHOWN)) + "…";
        }
        return direct ? "“" + shown + "”" : "› " + shown;
    }

    /** An entity's name; an id without an entity names itself. */
    private String name(String id) {
        return names.getOrDefault(id, id.substring(id.indexOf(':') + 1));
    }
}
