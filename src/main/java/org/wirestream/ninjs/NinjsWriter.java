package org.wirestream.ninjs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EnrichedParagraph;
import org.wirestream.document.Entity;
import org.wirestream.document.EntityType;
import org.wirestream.document.SubjectAssignment;
import org.wirestream.subject.MediaTopic;
import org.wirestream.subject.Vocabulary;
import org.wirestream.wire.Agency;
import org.wirestream.wire.Dateline;
import org.wirestream.wire.WireItem;

/**
 * Writes enriched items as ninjs 3.2, with and without the {@code enrichment} extension, and paragraph records.
 *
 * <p>The order of properties is fixed, so the same item gives the same bytes. Stateless and safe for use by many threads.
 */
public final class NinjsWriter {
    /** Entities that carry at least this relevance are what the item is about; the others are mentioned. */
    private static final int ABOUT = 50;

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Vocabulary vocabulary;
    private final EnrichmentWriter enrichment;

    /** @param vocabulary gives the Media Topics and labels of subjects */
    public NinjsWriter(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.enrichment = new EnrichmentWriter(MAPPER, vocabulary);
    }

    /** One version's item as plain ninjs, which the official schema accepts. */
    public byte[] ninjs(EnrichedItem enriched) {
        return ItemDocument.bytes(item(enriched));
    }

    /** One version's item as ninjs 1.6, for systems that read the flat ninjs of before 2.0; paragraphs have no records of their own. */
    public byte[] ninjs1(EnrichedItem enriched) {
        return ItemDocument.bytes(OlderNinjs.version1(enriched, item(enriched)));
    }

    /** One version's item as ninjs 2.2, which says the same as 3.2 in names without capitals. */
    public byte[] ninjs2(EnrichedItem enriched) {
        return ItemDocument.bytes(OlderNinjs.version2(item(enriched)));
    }

    /** One version's item for both topics, worked out once. */
    public ItemDocument document(EnrichedItem enriched) {
        return new ItemDocument(item(enriched), enrichment.item(enriched));
    }

    /** One version's item as ninjs with the {@code enrichment} object. */
    public byte[] enriched(EnrichedItem enriched) {
        return document(enriched).enriched();
    }

    /** The key of a paragraph's record: {@code <item id>#p07}. */
    public static String paragraphKey(String itemId, int paragraph) {
        return itemId + "#" + EnrichmentWriter.paragraphId(paragraph);
    }

    /** One paragraph's record. */
    public byte[] paragraph(EnrichedItem enriched, EnrichedParagraph paragraph) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("uri", paragraphKey(enriched.item().id(), paragraph.paragraph().index()));
        json.set("item", context(enriched));
        json.put("paragraph", EnrichmentWriter.paragraphId(paragraph.paragraph().index()));
        json.put("kind", EnrichmentWriter.kind(paragraph.paragraph().kind()));
        json.put("text", paragraph.paragraph().text());
        ArrayNode subjects = json.putArray("subjects");
        for (SubjectAssignment assignment : paragraph.subjects()) {
            ObjectNode subject = subjects.addObject();
            enrichment.label(subject, assignment);
            ArrayNode topics = subject.putArray("mediaTopics");
            vocabulary.require(assignment.subject()).mediaTopics().forEach(topic -> topics.add(topic.qcode()));
            subject.put("relevance", assignment.relevance());
            subject.put("confidence", assignment.confidence());
            enrichment.evidence(subject.putArray("evidence"), assignment);
        }
        ArrayNode desks = json.putArray("desks");
        paragraph.desks().forEach(desks::add);
        enrichment.mentions(json.putArray("mentions"), paragraph.mentions());
        enrichment.dates(json.putArray("dates"), paragraph.dates());
        json.put("offsetUnit", EnrichmentWriter.OFFSET_UNIT);
        json.set("engine", enrichment.engine(enriched.versions()));
        return ItemDocument.bytes(json);
    }

    private static ObjectNode context(EnrichedItem enriched) {
        WireItem item = enriched.item();
        ObjectNode context = MAPPER.createObjectNode();
        context.put("uri", item.id());
        context.put("version", enriched.version());
        context.put("versionCreated", dateTime(item.time().value()));
        item.headlineText().ifPresent(headline -> context.put("headline", headline));
        Agency agency = item.agency();
        if (agency != null) {
            context.put("agency", agency.name());
        }
        Dateline dateline = item.dateline();
        if (dateline != null && !dateline.places().isEmpty()) {
            context.put("located", String.join("、", dateline.places()));
        }
        context.put("language", item.language());
        return context;
    }

    private ObjectNode item(EnrichedItem enriched) {
        WireItem item = enriched.item();
        ObjectNode json = MAPPER.createObjectNode();
        json.put("uri", item.id());
        json.put("type", "text");
        json.put("profile", "wirestream");
        json.put("version", enriched.version());
        json.put("versionCreated", dateTime(item.time().value()));
        json.put("pubStatus", item.status().ninjs());
        json.put("language", item.language());
        Agency agency = item.agency();
        if (agency != null) {
            json.put("copyrightHolder", agency.name());
        }
        Dateline dateline = item.dateline();
        if (dateline != null && !dateline.places().isEmpty()) {
            json.put("located", String.join("、", dateline.places()));
        }
        if (!item.byline().isEmpty()) {
            json.put("by", String.join("、", item.byline()));
        }
        item.headlineText().ifPresent(headline -> text(json.putArray("headlines"), headline));
        String body = body(enriched);
        text(json.putArray("bodies"), body).put("charCount", body.codePointCount(0, body.length()));
        if (agency != null) {
            ObjectNode source = json.putArray("infoSources").addObject();
            source.put("name", agency.name());
            source.put("role", "originator");
            source.put("literal", agency.id());
        }
        entities(json, enriched);
        subjects(json, enriched.subjects(), enriched.versions().uri());
        associations(json, enriched);
        return json;
    }

    private static String body(EnrichedItem enriched) {
        StringBuilder body = new StringBuilder();
        for (EnrichedParagraph paragraph : enriched.paragraphs()) {
            body.append(body.isEmpty() ? "" : "\n").append(paragraph.paragraph().text());
        }
        return body.toString();
    }

    private static ObjectNode text(ArrayNode array, String value) {
        ObjectNode entry = array.addObject();
        entry.put("role", "main");
        entry.put("contentType", "text/plain");
        entry.put("value", value);
        return entry;
    }

    private static void entities(ObjectNode json, EnrichedItem enriched) {
        List<Entity> entities = enriched.analysis().entities();
        Dateline dateline = enriched.item().dateline();
        for (EntityType type : EntityType.values()) {
            List<Entity> some = entities.stream().filter(e -> e.type() == type).toList();
            if (some.isEmpty()) {
                continue;
            }
            ArrayNode array = json.putArray(property(type));
            for (Entity entity : some) {
                ObjectNode node = array.addObject();
                node.put("name", entity.name());
                node.put("rel", rel(entity, type, dateline));
                if (entity.uri() != null) {
                    node.put("uri", entity.uri());
                }
                node.put("literal", entity.id());
            }
        }
    }

    private static String rel(Entity entity, EntityType type, @Nullable Dateline dateline) {
        if (type == EntityType.LOC
                && dateline != null
                && dateline.places().stream().anyMatch(entity.surfaces()::contains)) {
            return "dateline";
        }
        return entity.relevance() >= ABOUT ? "about" : "mentions";
    }

    private static String property(EntityType type) {
        return switch (type) {
            case PER -> "people";
            case ORG -> "organisations";
            case LOC -> "places";
            case EVENT -> "events";
            case DOC -> "objects";
        };
    }

    private void subjects(ObjectNode json, List<SubjectAssignment> assignments, String creator) {
        if (assignments.isEmpty()) {
            return;
        }
        ArrayNode subjects = json.putArray("subjects");
        for (SubjectAssignment assignment : assignments) {
            for (MediaTopic topic : vocabulary.require(assignment.subject()).mediaTopics()) {
                ObjectNode subject = subjects.addObject();
                subject.put("name", topic.zh() == null ? topic.en() : topic.zh());
                subject.put("rel", "about");
                subject.put("uri", topic.uri());
                subject.put("literal", topic.qcode());
                subject.put("creator", creator);
                subject.put("relevance", assignment.relevance());
                subject.put("confidence", assignment.confidence());
            }
        }
    }

    private void associations(ObjectNode json, EnrichedItem enriched) {
        ArrayNode associations = json.putArray("associations");
        for (EnrichedParagraph paragraph : enriched.paragraphs()) {
            int index = paragraph.paragraph().index();
            ObjectNode part = associations.addObject();
            part.put("name", EnrichmentWriter.paragraphId(index));
            part.put("rel", "part");
            part.put("uri", paragraphKey(enriched.item().id(), index));
            part.put("type", "component");
            part.put("language", enriched.item().language());
            String text = paragraph.paragraph().text();
            text(part.putArray("bodies"), text).put("charCount", text.codePointCount(0, text.length()));
            subjects(part, paragraph.subjects(), enriched.versions().uri());
        }
    }

    private static String dateTime(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
}
