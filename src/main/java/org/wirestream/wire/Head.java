package org.wirestream.wire;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.Paragraph.Kind;

/**
 * What the grammars found in an item's lines.
 *
 * @param kinds the part that each line plays
 * @param newsBegins where the news begins in each folded line
 * @param dateline the dateline; null when there is none
 * @param datelineLine the line that it stands in; -1 when there is none
 * @param headline the headline; null when there is none
 * @param headlineLine the line that it stands in; -1 when there is none
 * @param markers the markers around the headline, and of a line before it that holds nothing else, as written
 * @param signals what the markers say
 * @param agency who filed the item
 * @param reporters the reporters' names, as written
 * @param dates the lines that only date the item
 * @param spans agency, places, date and names with their offsets in the source
 */
record Head(
        List<Kind> kinds,
        List<Integer> newsBegins,
        @Nullable DatelineMatch dateline,
        int datelineLine,
        @Nullable MarkedHeadline headline,
        int headlineLine,
        List<String> markers,
        Set<Signal> signals,
        @Nullable Agency agency,
        List<String> reporters,
        List<PlaceDateLine> dates,
        List<WireSpan> spans) {}
