package org.wirestream.gazetteer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;

/**
 * An entry as JSON, and what makes it one: the rules of {@code gazetteer-entry.schema.json}, and that the country exists. Stateless.
 */
public final class GazetteerFormat {
    /** Says of a name that it is none. */
    public static final String NO_NAME = "NONE";

    private static final int MAX_NAME = 60;
    private static final int MAX_ALIASES = 50;
    private static final int MAX_TEXT = 500;
    private static final List<String> TYPES = List.of("PER", "LOC", "ORG", "DOC", "EVENT", NO_NAME);
    private static final Set<String> FIELDS = Set.of("name", "type", "identifier", "aliases", "country", "note");
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-Z_a-z~%]+");
    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

    private static final JsonMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(8).build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private GazetteerFormat() {}

    /** The entry of a record: its key must be the name. */
    public static GazetteerEntry readRecord(byte[] key, byte[] value) throws InvalidEntryException {
        GazetteerEntry entry = read(value);
        if (!entry.name().equals(new String(key, StandardCharsets.UTF_8))) {
            throw new InvalidEntryException("the record's key is not the entry's name, %s".formatted(entry.name()));
        }
        return entry;
    }

    /** Reads one JSON object. */
    public static GazetteerEntry read(byte[] json) throws InvalidEntryException {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new InvalidEntryException("it is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new InvalidEntryException("it is no JSON: " + e.getMessage());
        }
        if (!node.isObject()) {
            throw new InvalidEntryException("it is no JSON object");
        }
        for (var field : node.properties()) {
            if (!FIELDS.contains(field.getKey())) {
                throw new InvalidEntryException(
                        "unknown field %s; there are name, type, identifier, aliases, country, note"
                                .formatted(field.getKey()));
            }
        }
        return check(
                text(node, "name"),
                text(node, "type"),
                text(node, "identifier"),
                aliases(node.path("aliases")),
                text(node, "country"),
                text(node, "note"));
    }

    /**
     * Makes an entry of its parts.
     *
     * @param type {@code PER}, {@code LOC}, {@code ORG}, {@code DOC}, {@code EVENT}, or {@code NONE}: this is no name
     * @throws InvalidEntryException naming the first part that is wrong
     */
    public static GazetteerEntry check(
            @Nullable String name,
            @Nullable String type,
            @Nullable String identifier,
            List<String> aliases,
            @Nullable String country,
            @Nullable String note)
            throws InvalidEntryException {
        if (name == null) {
            throw new InvalidEntryException("it has no name");
        }
        checkName("name", name);
        if (type == null || !TYPES.contains(type)) {
            throw wrong("type", type, "one of " + String.join(", ", TYPES));
        }
        if (identifier != null
                && (identifier.length() > MAX_TEXT || !URI.matcher(identifier).matches())) {
            throw wrong("identifier", identifier, "an absolute URI of at most %d characters".formatted(MAX_TEXT));
        }
        checkAliases(name, aliases);
        if (country != null && !COUNTRIES.contains(country)) {
            throw wrong("country", country, "a code of ISO 3166-1 alpha-2 (KZ)");
        }
        if (note != null && note.codePointCount(0, note.length()) > MAX_TEXT) {
            throw new InvalidEntryException("note has more than %d characters".formatted(MAX_TEXT));
        }
        if (type.equals(NO_NAME) && (identifier != null || country != null)) {
            throw new InvalidEntryException("what is no name (type NONE) has neither identifier nor country");
        }
        EntityType named = type.equals(NO_NAME) ? null : EntityType.valueOf(type);
        return new GazetteerEntry(name, named, identifier, aliases, country, note);
    }

    private static void checkAliases(String name, List<String> aliases) throws InvalidEntryException {
        if (aliases.size() > MAX_ALIASES) {
            throw new InvalidEntryException("it has %d aliases, more than %d".formatted(aliases.size(), MAX_ALIASES));
        }
        Set<String> seen = new LinkedHashSet<>();
        for (String alias : aliases) {
            checkName("alias", alias);
            if (!seen.add(alias)) {
                throw new InvalidEntryException("alias %s stands twice".formatted(alias));
            }
        }
        if (seen.contains(name)) {
            throw new InvalidEntryException("alias %s is the name itself".formatted(name));
        }
    }

    private static void checkName(String field, String name) throws InvalidEntryException {
        int length = name.codePointCount(0, name.length());
        boolean clean = name.equals(name.strip())
                && name.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
        if (length < 2 || length > MAX_NAME || !clean) {
            throw wrong(field, name, "2 to %d characters of one line, not blank at either end".formatted(MAX_NAME));
        }
    }

    private static InvalidEntryException wrong(String field, @Nullable String value, String allowed) {
        return new InvalidEntryException(
                value == null
                        ? "it has no %s; allowed is %s".formatted(field, allowed)
                        : "%s is '%s'; allowed is %s".formatted(field, value, allowed));
    }

    private static @Nullable String text(JsonNode node, String field) throws InvalidEntryException {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new InvalidEntryException(field + " is no text");
        }
        return value.textValue();
    }

    private static List<String> aliases(JsonNode node) throws InvalidEntryException {
        if (node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray()) {
            throw new InvalidEntryException("aliases is no list");
        }
        List<String> aliases = new ArrayList<>();
        for (JsonNode alias : node) {
            if (!alias.isTextual()) {
                throw new InvalidEntryException("an alias is no text");
            }
            aliases.add(alias.textValue());
        }
        return aliases;
    }

    /** The entry as one line of JSON; what is absent is left out. */
    public static String write(GazetteerEntry entry) {
        ObjectNode node = MAPPER.createObjectNode();
        EntityType type = entry.type();
        node.put("name", entry.name());
        node.put("type", type == null ? NO_NAME : type.name());
        put(node, "identifier", entry.identifier());
        if (!entry.aliases().isEmpty()) {
            entry.aliases().forEach(node.putArray("aliases")::add);
        }
        put(node, "country", entry.country());
        put(node, "note", entry.note());
        return node.toString();
    }

    private static void put(ObjectNode node, String field, @Nullable String value) {
        if (value != null) {
            node.put(field, value);
        }
    }
}
