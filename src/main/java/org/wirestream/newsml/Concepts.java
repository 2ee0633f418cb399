package org.wirestream.newsml;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.Entity;
import org.wirestream.document.EntityType;
import org.wirestream.document.SubjectAssignment;
import org.wirestream.subject.MediaTopic;
import org.wirestream.subject.Vocabulary;

/** Writes what an item or a part of it is about: Media Topics and entities. */
final class Concepts {
    private final Xml xml;
    private final Vocabulary vocabulary;
    private final String language;
    private final String creator;
    private final Map<String, Entity> entities;

    Concepts(Xml xml, Vocabulary vocabulary, EnrichedItem enriched) {
        this.xml = xml;
        this.vocabulary = vocabulary;
        this.language = enriched.item().language();
        this.creator = enriched.versions().uri();
        this.entities =
                enriched.analysis().entities().stream().collect(Collectors.toMap(Entity::id, Function.identity()));
    }

    /** The engine as a URI. */
    String creator() {
        return creator;
    }

    void subjects(List<SubjectAssignment> assignments) {
        for (SubjectAssignment assignment : assignments) {
            for (MediaTopic topic : vocabulary.require(assignment.subject()).mediaTopics()) {
                xml.open(
                        "subject",
                        "type",
                        "cpnat:abstract",
                        "qcode",
                        topic.qcode(),
                        "creatoruri",
                        creator,
                        "confidence",
                        Integer.toString(assignment.confidence()),
                        "relevance",
                        Integer.toString(assignment.relevance()));
                if (topic.zh() != null) {
                    xml.element("name", topic.zh(), "xml:lang", "zh-Hans");
                }
                xml.element("name", topic.en(), "xml:lang", "en").close();
            }
        }
    }

    /** Every entity of the item. */
    void entities(List<Entity> some) {
        some.forEach(entity -> entity("subject", null, entity, Integer.toString(entity.relevance())));
    }

    /** The entities with these ids, without the relevance that they have for the whole item. */
    void mentioned(List<String> ids) {
        ids.forEach(id -> {
            Entity entity = entities.get(id);
            if (entity != null) {
                entity("subject", null, entity, null);
            }
        });
    }

    /** Says that the elements with these ids name an entity. */
    void inlineReference(String id, List<String> elements) {
        Entity entity = entities.get(id);
        if (entity != null) {
            entity("inlineRef", String.join(" ", elements), entity, null);
        }
    }

    /** A place by its name, with the identifier of the entity that has this name. */
    void located(String place) {
        String uri = entities.values().stream()
                .filter(entity ->
                        entity.type() == EntityType.LOC && entity.surfaces().contains(place))
                .map(Entity::uri)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        xml.open("located", "type", type(EntityType.LOC), "uri", uri, "literal", uri == null ? normalized(place) : null)
                .element("name", normalized(place), "xml:lang", language)
                .close();
    }

    private void entity(String element, @Nullable String idrefs, Entity entity, @Nullable String relevance) {
        xml.open(
                        element,
                        "idrefs",
                        idrefs,
                        "type",
                        type(entity.type()),
                        "uri",
                        entity.uri(),
                        "literal",
                        entity.uri() == null ? normalized(entity.id()) : null,
                        "creatoruri",
                        creator,
                        "relevance",
                        relevance)
                .element("name", normalized(entity.name()), "xml:lang", language)
                .close();
    }

    /** IPTC's nature of a concept. */
    private static String type(EntityType type) {
        return "cpnat:"
                + switch (type) {
                    case PER -> "person";
                    case LOC -> "geoArea";
                    case ORG -> "organisation";
                    case DOC -> "object";
                    case EVENT -> "event";
                };
    }

    /** As the standard's g2normalizedString asks: no white space but spaces. */
    static String normalized(String text) {
        return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
    }
}
