package org.wirestream.subject;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file of desks token by token, so that every complaint can name its line. */
final class DeskFile {
    /** Short enough for a topic's name with any prefix: Kafka allows 249 characters in all. */
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final JsonParser json;
    private final String file;
    private final Vocabulary vocabulary;

    private DeskFile(JsonParser json, String file, Vocabulary vocabulary) {
        this.json = json;
        this.file = file;
        this.vocabulary = vocabulary;
    }

    static List<Desk> read(byte[] content, String file, Vocabulary vocabulary) throws OperatorFileException {
        try (JsonParser json = new JsonFactory().createParser(content)) {
            return new DeskFile(json, file, vocabulary).desks();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new OperatorFileException(file, line, "no valid JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new OperatorFileException(file, 1, "cannot be decoded: " + e.getMessage());
        }
    }

    private List<Desk> desks() throws IOException, OperatorFileException {
        expect(json.nextToken(), JsonToken.START_OBJECT, "an object");
        if (json.nextToken() != JsonToken.FIELD_NAME || !"desks".equals(json.currentName())) {
            throw wrong("the field \"desks\" is missing");
        }
        expect(json.nextToken(), JsonToken.START_ARRAY, "a list of desks");
        List<Desk> desks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Desk desk = desk();
            if (!ids.add(desk.id())) {
                throw wrong("desk \"" + desk.id() + "\" occurs twice");
            }
            desks.add(desk);
        }
        if (desks.isEmpty()) {
            throw wrong("there is no desk");
        }
        expect(json.nextToken(), JsonToken.END_OBJECT, "the end after the list of desks");
        if (json.nextToken() != null) {
            throw wrong("something stands after the end");
        }
        return desks;
    }

    private Desk desk() throws IOException, OperatorFileException {
        expect(json.currentToken(), JsonToken.START_OBJECT, "a desk");
        String id = "";
        String zh = "";
        String en = "";
        Set<String> mediaTopics = Set.of();
        Set<String> fields = new HashSet<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            if (!fields.add(field)) {
                throw wrong("field \"" + field + "\" occurs twice");
            }
            json.nextToken();
            switch (field) {
                case "id" -> id = id();
                case "zh" -> zh = text(field);
                case "en" -> en = text(field);
                case "mediaTopics" -> mediaTopics = mediaTopics();
                default -> throw wrong("unknown field \"" + field + "\"");
            }
        }
        for (String field : List.of("id", "zh", "en", "mediaTopics")) {
            if (!fields.contains(field)) {
                throw wrong("desk \"" + id + "\" has no \"" + field + "\"");
            }
        }
        return new Desk(id, zh, en, mediaTopics);
    }

    private String id() throws IOException, OperatorFileException {
        String id = text("id");
        if (!ID.matcher(id).matches()) {
            throw wrong("id \"" + id + "\" is not of lower-case letters, digits and hyphens (at most 64)");
        }
        return id;
    }

    private Set<String> mediaTopics() throws IOException, OperatorFileException {
        expect(json.currentToken(), JsonToken.START_ARRAY, "a list of Media Topics");
        Set<String> codes = new LinkedHashSet<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String code = text("mediaTopics");
            Optional<MediaTopic> topic = vocabulary.mediaTopic(code);
            if (topic.isEmpty()) {
                throw wrong("Media Topic \"" + code + "\" is unknown");
            }
            if (!topic.get().isActive()) {
                throw wrong("Media Topic \"" + code + "\" is retired");
            }
            if (!codes.add(code)) {
                throw wrong("Media Topic \"" + code + "\" occurs twice in one desk");
            }
        }
        if (codes.isEmpty()) {
            throw wrong("a desk needs at least one Media Topic");
        }
        return codes;
    }

    private String text(String field) throws IOException, OperatorFileException {
        expect(json.currentToken(), JsonToken.VALUE_STRING, "a text for \"" + field + "\"");
        String text = json.getText();
        if (text.isBlank()) {
            throw wrong("\"" + field + "\" is empty");
        }
        return text;
    }

    private void expect(@Nullable JsonToken found, JsonToken token, String what) throws OperatorFileException {
        if (found != token) {
            throw wrong("expected " + what);
        }
    }

    private OperatorFileException wrong(String reason) {
        return new OperatorFileException(
                file, Math.max(1, json.currentTokenLocation().getLineNr()), reason);
    }
}
