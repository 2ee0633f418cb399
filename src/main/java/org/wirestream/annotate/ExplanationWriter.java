package org.wirestream.annotate;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.wirestream.document.DateMention;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EnrichedParagraph;
import org.wirestream.document.Evidence;
import org.wirestream.document.SubjectAssignment;
import org.wirestream.entity.Explanation;
import org.wirestream.terminal.Style;

/** Writes why an item is tagged as it is, paragraph by paragraph. */
final class ExplanationWriter {
    private final PrintStream out;

    ExplanationWriter(PrintStream out) {
        this.out = out;
    }

    void write(String source, EnrichedItem item, List<Explanation> names) {
        line("== " + source);
        for (EnrichedParagraph paragraph : item.paragraphs()) {
            int index = paragraph.paragraph().index();
            line("");
            line("p%02d %s".formatted(index, paragraph.paragraph().text()));
            names.stream().filter(each -> each.paragraph() == index).forEach(this::name);
            paragraph.dates().forEach(this::date);
            paragraph.subjects().forEach(this::subject);
            if (paragraph.paragraph().isBody() && paragraph.subjects().isEmpty()) {
                line("    subject  none is likely enough");
            }
        }
        line("");
        line("item");
        item.subjects().forEach(this::subject);
    }

    private void name(Explanation name) {
        Explanation.Claim marked = name.marked();
        if (marked == null) {
            line("    refused  " + name.overruled().stream().map(this::claim).collect(Collectors.joining(", ")));
            return;
        }
        StringBuilder text = new StringBuilder("    %-8s %s  %d-%d  by %s"
                .formatted(marked.type(), marked.text(), marked.begin(), marked.end(), marked.source()));
        if (!name.agreeing().isEmpty()) {
            text.append("; also ").append(String.join(", ", name.agreeing()));
        }
        if (!name.overruled().isEmpty()) {
            text.append("; overruled ")
                    .append(name.overruled().stream().map(this::claim).collect(Collectors.joining(", ")));
        }
        line(text.toString());
    }

    private String claim(Explanation.Claim claim) {
        return "%s %s (%s)".formatted(claim.type(), claim.text(), claim.source());
    }

    private void date(DateMention date) {
        line("    DATE     %s  %d-%d  = %s".formatted(date.text(), date.begin(), date.end(), date.iso()));
    }

    private void subject(SubjectAssignment subject) {
        line("    subject  %s  confidence %d, relevance %d  by %s"
                .formatted(
                        subject.subject(),
                        subject.confidence(),
                        subject.relevance(),
                        subject.evidence().stream().map(this::evidence).collect(Collectors.joining(", "))));
    }

    private String evidence(Evidence evidence) {
        return "%s (p%02d, %.2f)".formatted(evidence.text(), evidence.paragraph(), evidence.weight());
    }

    private void line(String text) {
        out.println(Style.harmless(text));
    }
}
