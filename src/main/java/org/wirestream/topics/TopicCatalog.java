package org.wirestream.topics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.internals.Topic;

/** The topic definitions of {@code topics/wire-topics.json}. Immutable. */
public final class TopicCatalog {
    private static final String RESOURCE = "/topics/wire-topics.json";
    private static final String DESK = "{desk}";

    private final List<TopicDefinition> definitions;

    private TopicCatalog(List<TopicDefinition> definitions) {
        this.definitions = definitions;
    }

    /** The definitions that Wirestream brings. */
    public static TopicCatalog load() {
        try (InputStream in = TopicCatalog.class.getResourceAsStream(RESOURCE)) {
            return new TopicCatalog(
                    new CatalogReader(RESOURCE).read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
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
            return new TopicCatalog(new CatalogReader(file.toString()).read(Files.readString(file)));
        } catch (IOException e) {
            throw new IllegalArgumentException("topic definitions %s: cannot be read (%s)".formatted(file, e), e);
        }
    }

    /**
     * The topics of a pipeline, with their full names, one desk topic for each desk.
     *
     * @throws IllegalArgumentException when prefix and desk make a name that no topic can have
     */
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
        try {
            Topic.validate(name);
        } catch (InvalidTopicException e) {
            throw new IllegalArgumentException("no topic can be named '%s': %s".formatted(name, e.getMessage()), e);
        }
        return new TopicDefinition(name, d.partitions(), d.configs(), d.key(), d.value(), d.readers());
    }
}
