package org.wirestream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wirestream.Enricher;
import org.wirestream.document.Alias;
import org.wirestream.document.DatedEvent;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EnrichedParagraph;
import org.wirestream.document.Entity;
import org.wirestream.document.EntityAnalysis;
import org.wirestream.document.Evidence;
import org.wirestream.document.Mention;
import org.wirestream.document.Role;
import org.wirestream.document.Statement;
import org.wirestream.document.SubjectAssignment;
import org.wirestream.ninjs.NinjsWriter;
import org.wirestream.ninjs.Schemas;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/** What holds of an enriched item and its records, whatever the text was. */
final class Records {
    private final Enricher enricher;
    private final NinjsWriter writer;

    Records(Enricher enricher) {
        this.enricher = enricher;
        this.writer = new NinjsWriter(enricher.vocabulary());
    }

    void check(WireItem item) {
        String version = item.feedVersion() == null ? "1" : item.feedVersion();
        EnrichedItem enriched = enricher.enrich(item, version);
        enriched.paragraphs().forEach(paragraph -> check(item.paragraphs(), paragraph));
        check(item.paragraphs(), enriched.analysis());
        enriched.subjects().forEach(subject -> check(item.paragraphs(), subject));
        byte[] record = writer.enriched(enriched);
        assertThat(writer.enriched(enricher.enrich(item, version))).isEqualTo(record);
        assertThat(Schemas.enrichedErrors(record)).isEmpty();
        assertThat(Schemas.ninjsErrors(writer.ninjs(enriched))).isEmpty();
        for (EnrichedParagraph paragraph : enriched.paragraphs()) {
            assertThat(Schemas.paragraphErrors(writer.paragraph(enriched, paragraph)))
                    .isEmpty();
        }
    }

    private static void check(List<Paragraph> paragraphs, EnrichedParagraph paragraph) {
        int end = 0;
        for (Mention mention : paragraph.mentions()) {
            assertThat(mention.begin()).isGreaterThanOrEqualTo(end);
            assertThat(Promises.span(paragraph.paragraph(), mention.begin(), mention.end()))
                    .isEqualTo(mention.text());
            end = mention.end();
        }
        paragraph.subjects().forEach(subject -> check(paragraphs, subject));
    }

    private static void check(List<Paragraph> paragraphs, SubjectAssignment subject) {
        assertThat(subject.relevance()).isBetween(0, 100);
        assertThat(subject.confidence()).isBetween(0, 100);
        for (Evidence evidence : subject.evidence()) {
            Paragraph paragraph = paragraphs.get(evidence.paragraph());
            assertThat(Promises.span(paragraph, evidence.begin(), evidence.end()))
                    .isEqualTo(evidence.text());
        }
    }

    private static void check(List<Paragraph> paragraphs, EntityAnalysis analysis) {
        Set<String> entities = new HashSet<>();
        for (Entity entity : analysis.entities()) {
            assertThat(entities.add(entity.id())).describedAs(entity.id()).isTrue();
        }
        for (Mention mention : analysis.mentions()) {
            assertThat(entities).contains(mention.entity());
        }
        for (Alias alias : analysis.aliases()) {
            assertThat(Promises.span(paragraphs.get(alias.paragraph()), alias.begin(), alias.end()))
                    .isEqualTo(alias.name());
        }
        for (Role role : analysis.roles()) {
            assertThat(entities).contains(role.person());
            assertThat(Promises.span(paragraphs.get(role.paragraph()), role.begin(), role.end()))
                    .isEqualTo(role.office());
        }
        for (DatedEvent event : analysis.events()) {
            assertThat(Promises.span(paragraphs.get(event.paragraph()), event.begin(), event.end()))
                    .isEqualTo(event.name());
        }
        for (Statement statement : analysis.statements()) {
            Promises.span(paragraphs.get(statement.paragraph()), statement.begin(), statement.end());
        }
    }
}
