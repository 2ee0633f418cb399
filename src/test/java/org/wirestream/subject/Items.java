package org.wirestream.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wirestream.wire.FoldedText;
import org.wirestream.wire.Headline;
import org.wirestream.wire.ItemTime;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.PubStatus;
import org.wirestream.wire.Script;
import org.wirestream.wire.WireItem;

/** Items with paragraphs given line by line. */
final class Items {
    private Items() {}

    static WireItem of(String... lines) {
        return of(Script.SIMPLIFIED, lines);
    }

    static WireItem of(Script script, String... lines) {
        return new Builder(script).bodies(lines).build();
    }

    static WireItem withHeadline(String headline, String... lines) {
        return new Builder(Script.SIMPLIFIED)
                .line(Paragraph.Kind.HEADLINE, headline, 0)
                .bodies(lines)
                .build();
    }

    static final class Builder {
        private final Script script;
        private final List<Paragraph> paragraphs = new ArrayList<>();

        Builder(Script script) {
            this.script = script;
        }

        Builder line(Paragraph.Kind kind, String text, int newsBegin) {
            paragraphs.add(new Paragraph(paragraphs.size(), kind, text, FoldedText.of(text, script), newsBegin));
            return this;
        }

        Builder bodies(String... lines) {
            for (String line : lines) {
                line(Paragraph.Kind.BODY, line, 0);
            }
            return this;
        }

        WireItem build() {
            Headline headline = paragraphs.stream()
                    .filter(each -> each.kind() == Paragraph.Kind.HEADLINE)
                    .findFirst()
                    .map(each -> new Headline(each.text(), List.of(), each.index()))
                    .orElse(null);
            return new WireItem(
                    "urn:wire:test:2020-01-01:0",
                    null,
                    "0",
                    PubStatus.USABLE,
                    Set.of(),
                    ItemTime.of(LocalDate.of(2020, 1, 1), ItemTime.Source.FEED),
                    null,
                    null,
                    headline,
                    List.of(),
                    script.language(),
                    paragraphs,
                    List.of());
        }
    }
}
