package org.wirestream.ninjs;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.Alias;
import org.wirestream.document.DateMention;
import org.wirestream.document.DatedEvent;
import org.wirestream.document.EngineVersions;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EnrichedParagraph;
import org.wirestream.document.Entity;
import org.wirestream.document.EntityAnalysis;
import org.wirestream.document.Evidence;
import org.wirestream.document.Mention;
import org.wirestream.document.Role;
import org.wirestream.document.Statement;
import org.wirestream.document.SubjectAssignment;
import org.wirestream.subject.Subject;
import org.wirestream.subject.Vocabulary;
import org.wirestream.wire.Dateline;
import org.wirestream.wire.Headline;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.Signal;
import org.wirestream.wire.WireItem;

/** The {@code enrichment} object: what ninjs has no place for. */
final class EnrichmentWriter {
    static final String OFFSET_UNIT = "utf16-code-unit";

    private final JsonMapper mapper;
    private final Vocabulary vocabulary;

    EnrichmentWriter(JsonMapper mapper, Vocabulary vocabulary) {
        this.mapper = mapper;
        this.vocabulary = vocabulary;
    }

    static String paragraphId(int index) {
        return (index < 10 ? "p0" : "p") + index;
    }

    static String kind(Paragraph.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ObjectNode item(EnrichedItem enriched) {
        ObjectNode json = mapper.createObjectNode();
        json.put("offsetUnit", OFFSET_UNIT);
        json.set("engine", engine(enriched.versions()));
        json.set("wire", wire(enriched.item()));
        paragraphs(json.putArray("paragraphs"), enriched.paragraphs());
        EntityAnalysis analysis = enriched.analysis();
        entities(json.putArray("entities"), analysis.entities());
        mentions(json.putArray("mentions"), analysis.mentions());
        aliases(json.putArray("aliases"), analysis.aliases());
        roles(json.putArray("roles"), analysis.roles());
        ArrayNode dates = json.putArray("dates");
        enriched.paragraphs().forEach(paragraph -> dates(dates, paragraph.dates()));
        events(json.putArray("datedEvents"), analysis.events());
        statements(json.putArray("statements"), analysis.statements());
        ArrayNode subjects = json.putArray("subjects");
        for (SubjectAssignment assignment : enriched.subjects()) {
            evidence(subject(subjects.addObject(), assignment).putArray("evidence"), assignment);
        }
        return json;
    }

    ObjectNode engine(EngineVersions versions) {
        ObjectNode engine = mapper.createObjectNode();
        engine.put("name", versions.engine());
        engine.put("vocabulary", versions.vocabulary());
        return engine;
    }

    void mentions(ArrayNode array, List<Mention> mentions) {
        for (Mention mention : mentions) {
            ObjectNode node = array.addObject();
            node.put("entity", mention.entity());
            node.put("type", mention.type().name());
            span(node, mention.paragraph(), mention.begin(), mention.end());
            node.put("text", mention.text());
            node.put("source", mention.source());
        }
    }

    void dates(ArrayNode array, List<DateMention> dates) {
        for (DateMention date : dates) {
            ObjectNode node = array.addObject();
            span(node, date.paragraph(), date.begin(), date.end());
            node.put("text", date.text());
            node.put("iso", date.iso());
        }
    }

    void evidence(ArrayNode array, SubjectAssignment assignment) {
        for (Evidence evidence : assignment.evidence()) {
            ObjectNode node = array.addObject();
            span(node, evidence.paragraph(), evidence.begin(), evidence.end());
            node.put("text", evidence.text());
            node.put("weight", Math.round(evidence.weight() * 100) / 100.0);
        }
    }

    private ObjectNode wire(WireItem item) {
        ObjectNode wire = mapper.createObjectNode();
        ArrayNode signals = wire.putArray("signals");
        item.signals().stream()
                .sorted()
                .map(Signal::name)
                .map(s -> s.toLowerCase(Locale.ROOT))
                .forEach(signals::add);
        Headline headline = item.headline();
        ArrayNode markers = wire.putArray("headlineMarkers");
        if (headline != null) {
            headline.markers().forEach(markers::add);
        }
        if (item.agency() != null) {
            wire.put("agency", item.agency().id());
        }
        Dateline dateline = item.dateline();
        if (dateline != null) {
            ObjectNode node = wire.putObject("dateline");
            ArrayNode places = node.putArray("places");
            dateline.places().forEach(places::add);
            if (dateline.date() != null) {
                node.put("date", dateline.date().toString());
            }
            span(node, dateline.paragraph(), dateline.begin(), dateline.end());
        }
        ArrayNode byline = wire.putArray("byline");
        item.byline().forEach(byline::add);
        wire.put("timeSource", item.time().source().name().toLowerCase(Locale.ROOT));
        wire.put("contentDigest", item.digest());
        return wire;
    }

    private void paragraphs(ArrayNode array, List<EnrichedParagraph> paragraphs) {
        for (EnrichedParagraph paragraph : paragraphs) {
            ObjectNode node = array.addObject();
            node.put("paragraph", paragraphId(paragraph.paragraph().index()));
            node.put("kind", kind(paragraph.paragraph().kind()));
            node.put("newsBegin", paragraph.paragraph().newsBegin());
            ArrayNode desks = node.putArray("desks");
            paragraph.desks().forEach(desks::add);
            ArrayNode subjects = node.putArray("subjects");
            for (SubjectAssignment assignment : paragraph.subjects()) {
                evidence(subject(subjects.addObject(), assignment).putArray("evidence"), assignment);
            }
        }
    }

    /** The subject's id, and what it is called in Chinese and in English. */
    void label(ObjectNode node, SubjectAssignment assignment) {
        Subject subject = vocabulary.require(assignment.subject());
        node.put("subject", subject.id());
        node.put("name", subject.zh());
        node.put("nameEn", subject.en());
    }

    private ObjectNode subject(ObjectNode node, SubjectAssignment assignment) {
        label(node, assignment);
        node.put("relevance", assignment.relevance());
        node.put("confidence", assignment.confidence());
        return node;
    }

    private static void entities(ArrayNode array, List<Entity> entities) {
        for (Entity entity : entities) {
            ObjectNode node = array.addObject();
            node.put("id", entity.id());
            node.put("type", entity.type().name());
            node.put("name", entity.name());
            optional(node, "uri", entity.uri());
            optional(node, "country", entity.country());
            ArrayNode surfaces = node.putArray("surfaces");
            entity.surfaces().forEach(surfaces::add);
            node.put("mentions", entity.mentions());
            node.put("relevance", entity.relevance());
        }
    }

    private static void aliases(ArrayNode array, List<Alias> aliases) {
        for (Alias alias : aliases) {
            ObjectNode node = array.addObject();
            node.put("entity", alias.entity());
            node.put("name", alias.name());
            span(node, alias.paragraph(), alias.begin(), alias.end());
        }
    }

    private static void roles(ArrayNode array, List<Role> roles) {
        for (Role role : roles) {
            ObjectNode node = array.addObject();
            node.put("person", role.person());
            node.put("office", role.office());
            optional(node, "organisation", role.organisation());
            optional(node, "country", role.country());
            span(node, role.paragraph(), role.begin(), role.end());
        }
    }

    private static void events(ArrayNode array, List<DatedEvent> events) {
        for (DatedEvent event : events) {
            ObjectNode node = array.addObject();
            optional(node, "entity", event.entity());
            node.put("name", event.name());
            node.put("when", event.when());
            optional(node, "where", event.where());
            span(node, event.paragraph(), event.begin(), event.end());
        }
    }

    private static void statements(ArrayNode array, List<Statement> statements) {
        for (Statement statement : statements) {
            ObjectNode node = array.addObject();
            node.put("holder", statement.holder());
            optional(node, "entity", statement.entity());
            node.put("verb", statement.verb());
            node.put("direct", statement.direct());
            span(node, statement.paragraph(), statement.begin(), statement.end());
        }
    }

    private static void span(ObjectNode node, int paragraph, int begin, int end) {
        node.put("paragraph", paragraphId(paragraph));
        node.put("begin", begin);
        node.put("end", end);
    }

    private static void optional(ObjectNode node, String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
