package org.wirestream.topics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The topic definitions of {@code topics/wire-topics.json}. Immutable. */
public final class TopicCatalog {
    private static final String RESOURCE = "/topics/wire-topics.json";
    private static final String DESK = "{desk}";

    private final List<TopicDefinition> definitions;

    private record File(List<TopicDefinition> topics) {}

    private TopicCatalog(List<TopicDefinition> definitions) {
        this.definitions = definitions;
    }

    /** The definitions that Wirestream brings. */
    public static TopicCatalog load() {
        try (InputStream in = TopicCatalog.class.getResourceAsStream(RESOURCE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), RESOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /**
     * Definitions of an operator's own.
     *
     * @throws IllegalArgumentException when the file is no list of topics; the message says where and why
     */
    public static TopicCatalog read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot read the topic definitions in %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static TopicCatalog parse(String json, String source) {
        File file;
        try {
            file = JsonMapper.builder().build().readValue(json, File.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "%s, line %d: %s"
                            .formatted(
                                    source,
                                    e.getLocation() == null
                                            ? 0
                                            : e.getLocation().getLineNr(),
                                    e.getOriginalMessage()),
                    e);
        }
        for (TopicDefinition topic : file.topics()) {
            if (topic.name() == null || topic.name().isBlank() || topic.partitions() < 1) {
                throw new IllegalArgumentException(
                        "%s: topic '%s' needs a name and at least one partition".formatted(source, topic.name()));
            }
        }
        return new TopicCatalog(List.copyOf(file.topics()));
    }

    /** The topics of a pipeline, with their full names, one desk topic for each desk. */
    public List<TopicDefinition> topics(String prefix, List<String> desks) {
        List<TopicDefinition> topics = new ArrayList<>();
        for (TopicDefinition definition : definitions) {
            if (definition.name().contains(DESK)) {
                desks.forEach(desk ->
                        topics.add(named(definition, prefix + definition.name().replace(DESK, desk))));
            } else {
                topics.add(named(definition, prefix + definition.name()));
            }
        }
        return topics;
    }

    private static TopicDefinition named(TopicDefinition d, String name) {
        return new TopicDefinition(name, d.partitions(), d.configs(), d.key(), d.value(), d.readers());
    }
}
