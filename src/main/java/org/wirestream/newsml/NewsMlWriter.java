package org.wirestream.newsml;

import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EnrichedItem;
import org.wirestream.subject.Vocabulary;
import org.wirestream.wire.Agency;
import org.wirestream.wire.Dateline;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.PubStatus;
import org.wirestream.wire.Signal;
import org.wirestream.wire.WireItem;

/**
 * Writes enriched items as NewsML-G2 2.35 news items of conformance level power: item and content metadata, {@code partMeta} for every
 * paragraph, the text as XHTML, and {@code inlineRef} from its mentions to entities. A withdrawn item has no content.
 *
 * <p>The same item gives the same document. Stateless and safe for use by many threads.
 */
public final class NewsMlWriter {
    private static final String NAMESPACE = "http://iptc.org/std/nar/2006-10-01/";
    /** Explains IPTC's scheme aliases: medtop, ninat, stat, sig, cpnat. */
    private static final String IPTC_CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_32.xml";

    private static final Pattern COUNTED = Pattern.compile("[1-9][0-9]{0,17}");

    private final Vocabulary vocabulary;

    /** @param vocabulary gives the Media Topics and labels of subjects */
    public NewsMlWriter(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** One version of an item as an XML document on one line. */
    public String write(EnrichedItem enriched) {
        WireItem item = enriched.item();
        Xml xml = new Xml();
        Concepts concepts = new Concepts(xml, vocabulary, enriched);
        Content content = new Content(xml, concepts, enriched);
        xml.open(
                "newsItem",
                "xmlns",
                NAMESPACE,
                "standard",
                "NewsML-G2",
                "standardversion",
                "2.35",
                "conformance",
                "power",
                "guid",
                item.id(),
                "version",
                counted(enriched.version()),
                "xml:lang",
                item.language());
        catalogs(xml);
        rights(xml, item);
        itemMeta(xml, enriched);
        contentMeta(xml, concepts, enriched);
        if (item.status() != PubStatus.CANCELED) {
            content.parts();
            content.inlineReferences();
            content.text();
        }
        return xml.end();
    }

    private static void catalogs(Xml xml) {
        xml.empty("catalogRef", "href", IPTC_CATALOG);
        xml.open("catalog");
        xml.empty("scheme", "alias", "wskind", "uri", "urn:wirestream:paragraph-kind:");
        xml.empty("scheme", "alias", "wsdesk", "uri", "urn:wirestream:desk:");
        xml.empty("scheme", "alias", "wsprop", "uri", "urn:wirestream:property:");
        xml.close();
    }

    private static void rights(Xml xml, WireItem item) {
        Agency agency = item.agency();
        if (agency != null) {
            xml.open("rightsInfo");
            party(xml, "copyrightHolder", agency, item.language());
            xml.close();
        }
    }

    private static void itemMeta(Xml xml, EnrichedItem enriched) {
        WireItem item = enriched.item();
        Agency agency = item.agency();
        xml.open("itemMeta");
        xml.empty("itemClass", "qcode", "ninat:text");
        party(xml, "provider", agency == null ? new Agency("wirestream", "Wirestream") : agency, item.language());
        xml.element(
                "versionCreated",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(item.time().value()));
        xml.empty("pubStatus", "qcode", "stat:" + item.status().ninjs());
        xml.element(
                "generator",
                enriched.versions().engine(),
                "versioninfo",
                enriched.versions().vocabulary());
        if (item.signals().contains(Signal.CORRECTION)) {
            xml.empty("signal", "qcode", "sig:correction");
        }
        if (counted(enriched.version()) == null) {
            xml.empty("itemMetaExtProperty", "rel", "wsprop:version", "value", enriched.version());
        }
        xml.close();
    }

    private static void contentMeta(Xml xml, Concepts concepts, EnrichedItem enriched) {
        WireItem item = enriched.item();
        Agency agency = item.agency();
        Dateline dateline = item.dateline();
        xml.open("contentMeta");
        if (dateline != null) {
            dateline.places().forEach(concepts::located);
        }
        if (agency != null) {
            party(xml, "infoSource", agency, item.language());
        }
        xml.empty("language", "tag", item.language());
        concepts.subjects(enriched.subjects());
        concepts.entities(enriched.analysis().entities());
        item.headlineText().ifPresent(headline -> xml.element("headline", headline));
        if (dateline != null) {
            Paragraph paragraph = item.paragraphs().get(dateline.paragraph());
            xml.element("dateline", paragraph.text().substring(dateline.begin(), dateline.end()));
        }
        if (!item.byline().isEmpty()) {
            xml.element("by", String.join("、", item.byline()));
        }
        xml.close();
    }

    private static void party(Xml xml, String element, Agency agency, String language) {
        xml.open(element, "literal", agency.id())
                .element("name", agency.name(), "xml:lang", language)
                .close();
    }

    /** The standard counts versions; one that is no such number is told as a property. */
    private static @Nullable String counted(String version) {
        return COUNTED.matcher(version).matches() ? version : null;
    }
}
