package org.wirestream.subject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The subjects and the official IPTC Media Topics that they stand for. Immutable.
 *
 * <p>Media Topics: IPTC, 2023-10-24, CC BY 4.0; the Chinese labels are Xinhua's translation.
 */
public final class Vocabulary {
    private final String version;
    private final Map<String, MediaTopic> mediaTopics;
    private final Map<String, Subject> subjects;

    private Vocabulary(String version, Map<String, MediaTopic> mediaTopics, Map<String, Subject> subjects) {
        this.version = version;
        this.mediaTopics = mediaTopics;
        this.subjects = subjects;
    }

    /**
     * Reads the vocabulary that comes with the program.
     *
     * @throws IllegalStateException when a subject names a Media Topic that is unknown or retired
     */
    public static Vocabulary load() {
        return of(tree("subjects.json"), tree("mediatopics.json"));
    }

    static Vocabulary of(JsonNode subjects, JsonNode mediaTopics) {
        Map<String, MediaTopic> topics = new LinkedHashMap<>();
        for (JsonNode concept : mediaTopics.path("concepts")) {
            MediaTopic topic = mediaTopic(concept);
            topics.put(topic.qcode(), topic);
        }
        Map<String, Subject> byId = new LinkedHashMap<>();
        for (JsonNode node : subjects.path("subjects")) {
            Subject subject = subject(node, topics);
            if (byId.put(subject.id(), subject) != null) {
                throw new IllegalStateException("subject " + subject.id() + " occurs twice");
            }
        }
        String version = required(subjects, "version") + "/medtop-" + required(mediaTopics, "version");
        return new Vocabulary(version, Collections.unmodifiableMap(topics), Collections.unmodifiableMap(byId));
    }

    /** The version of the subjects and of the Media Topics: {@code 1/medtop-2023-10-24}. */
    public String version() {
        return version;
    }

    /** Every subject, in the order of the vocabulary. */
    public Collection<Subject> subjects() {
        return subjects.values();
    }

    /** The subject with an id. */
    public Optional<Subject> subject(String id) {
        return Optional.ofNullable(subjects.get(id));
    }

    /**
     * The subject with an id that this vocabulary has given out.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Subject require(String id) {
        return subject(id).orElseThrow(() -> new IllegalArgumentException("no subject " + id + " in " + version));
    }

    /** Every Media Topic, retired ones included. */
    public Collection<MediaTopic> mediaTopics() {
        return mediaTopics.values();
    }

    /** The Media Topic with a code, which may be retired. */
    public Optional<MediaTopic> mediaTopic(String qcode) {
        return Optional.ofNullable(mediaTopics.get(qcode));
    }

    private static JsonNode tree(String name) {
        try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("resource " + name + " cannot be read", e);
        }
    }

    private static MediaTopic mediaTopic(JsonNode concept) {
        return new MediaTopic(
                required(concept, "qcode"),
                required(concept, "uri"),
                texts(concept.path("path")),
                required(concept, "en"),
                optional(concept, "zh"),
                optional(concept, "definition"),
                optional(concept, "retired"));
    }

    private static Subject subject(JsonNode node, Map<String, MediaTopic> topics) {
        String id = required(node, "id");
        List<MediaTopic> ofSubject = new ArrayList<>();
        for (String code : texts(node.path("mediaTopics"))) {
            MediaTopic topic = topics.get(code);
            if (topic == null || !topic.isActive()) {
                throw new IllegalStateException("subject " + id + ": Media Topic " + code + " is "
                        + (topic == null ? "unknown" : "retired since " + topic.retired()));
            }
            ofSubject.add(topic);
        }
        if (ofSubject.isEmpty()) {
            throw new IllegalStateException("subject " + id + " has no Media Topic");
        }
        return new Subject(
                id,
                required(node, "desk"),
                required(node, "zh"),
                required(node, "en"),
                required(node, "covers"),
                ofSubject);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static String required(JsonNode node, String field) {
        String value = optional(node, field);
        if (value == null) {
            throw new IllegalStateException("field " + field + " is missing in " + node);
        }
        return value;
    }

    private static @Nullable String optional(JsonNode node, String field) {
        String value = node.path(field).asText("");
        return value.isBlank() ? null : value;
    }
}
