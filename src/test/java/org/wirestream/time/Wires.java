package org.wirestream.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.DateMention;
import org.wirestream.wire.Dateline;
import org.wirestream.wire.FoldedText;
import org.wirestream.wire.ItemTime;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.PubStatus;
import org.wirestream.wire.Script;
import org.wirestream.wire.WireItem;

/** Items and their dates in the notation of the tests. */
final class Wires {
    private Wires() {}

    static WireItem item(LocalDate date, @Nullable Dateline dateline, List<String> lines) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String line : lines) {
            FoldedText folded = FoldedText.of(line, Script.SIMPLIFIED);
            paragraphs.add(new Paragraph(paragraphs.size(), Paragraph.Kind.BODY, line, folded, 0));
        }
        return new WireItem(
                "urn:wire:test:1",
                null,
                "0",
                PubStatus.USABLE,
                Set.of(),
                ItemTime.of(date, ItemTime.Source.FEED),
                null,
                dateline,
                null,
                List.of(),
                "zh-Hans",
                paragraphs,
                List.of());
    }

    /** An item whose paragraphs are separated by {@code /}. */
    static WireItem item(String date, String text) {
        return item(LocalDate.parse(date), null, List.of(text.split(" / ", -1)));
    }

    /** {@code 30日=2026-01-30, 今年=2026}. */
    static String written(List<DateMention> mentions) {
        return mentions.stream()
                .map(mention -> mention.text() + "=" + mention.iso())
                .collect(Collectors.joining(", "));
    }
}
