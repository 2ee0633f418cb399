package org.wirestream.newsml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EnrichedParagraph;
import org.wirestream.document.EntityType;
import org.wirestream.document.Mention;
import org.wirestream.wire.Paragraph;

/**
 * Writes the text as XHTML, in which every paragraph and every mention has an {@code xml:id}, and the metadata that point at them. An
 * {@code xml:id} is an identifier in any XML document; {@code id} would be one only for those who have a schema of XHTML at hand.
 */
final class Content {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final Xml xml;
    private final Concepts concepts;
    private final EnrichedItem enriched;
    /** By entity, in the order of the text, the ids of the elements that name it. */
    private final Map<String, List<String>> elements = new LinkedHashMap<>();

    private final Map<Mention, String> ids = new LinkedHashMap<>();

    Content(Xml xml, Concepts concepts, EnrichedItem enriched) {
        this.xml = xml;
        this.concepts = concepts;
        this.enriched = enriched;
        for (EnrichedParagraph paragraph : enriched.paragraphs()) {
            for (Mention mention : paragraph.mentions()) {
                String id = "m" + (ids.size() + 1);
                ids.put(mention, id);
                elements.computeIfAbsent(mention.entity(), entity -> new ArrayList<>())
                        .add(id);
            }
        }
    }

    /** What each paragraph is: its kind, subjects, entities and desks. */
    void parts() {
        for (EnrichedParagraph paragraph : enriched.paragraphs()) {
            Paragraph of = paragraph.paragraph();
            xml.open(
                    "partMeta",
                    "partid",
                    "part-" + id(of),
                    "creatoruri",
                    concepts.creator(),
                    "seq",
                    Integer.toString(of.index()),
                    "contentrefs",
                    id(of));
            xml.empty("role", "qcode", "wskind:" + kind(of));
            concepts.subjects(paragraph.subjects());
            concepts.mentioned(paragraph.mentions().stream()
                    .map(Mention::entity)
                    .distinct()
                    .toList());
            paragraph
                    .desks()
                    .forEach(desk -> xml.empty("partMetaExtProperty", "rel", "wsprop:desk", "qcode", "wsdesk:" + desk));
            xml.close();
        }
    }

    /** Which elements of the text name which entity. */
    void inlineReferences() {
        elements.forEach(concepts::inlineReference);
    }

    void text() {
        xml.open("contentSet").open("inlineXML", "contenttype", "application/xhtml+xml");
        xml.open("html", "xmlns", XHTML, "xml:lang", enriched.item().language());
        xml.open("head")
                .element(
                        "title",
                        enriched.item().headlineText().orElse(enriched.item().id()))
                .close();
        xml.open("body");
        for (EnrichedParagraph paragraph : enriched.paragraphs()) {
            paragraph(paragraph);
        }
        xml.close().close().close().close();
    }

    private void paragraph(EnrichedParagraph paragraph) {
        Paragraph of = paragraph.paragraph();
        xml.open(of.kind() == Paragraph.Kind.HEADLINE ? "h1" : "p", "xml:id", id(of), "class", kind(of));
        int done = 0;
        for (Mention mention : paragraph.mentions()) {
            xml.text(of.text().substring(done, mention.begin()));
            xml.element(
                    "span",
                    of.text().substring(mention.begin(), mention.end()),
                    "xml:id",
                    ids.get(mention),
                    "class",
                    type(mention.type()));
            done = mention.end();
        }
        xml.text(of.text().substring(done)).close();
    }

    private static String id(Paragraph paragraph) {
        return "p%02d".formatted(paragraph.index());
    }

    private static String kind(Paragraph paragraph) {
        return paragraph.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String type(EntityType type) {
        return switch (type) {
            case PER -> "person";
            case LOC -> "place";
            case ORG -> "organisation";
            case DOC -> "document";
            case EVENT -> "event";
        };
    }
}
