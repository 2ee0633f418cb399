package org.wirestream.wire;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@link HeadReader} read of an item's lines.
 *
 * @param dateline the dateline as found; null when there is none
 * @param datelineParagraph index of its paragraph, or -1
 * @param headline the headline; null when there is none
 * @param byline the reporters' names as in the source
 * @param kinds the part that each line plays
 * @param newsBegins where the news begins in each line, in source code units
 * @param spans agency, places, reporters and date with source offsets
 * @param signals what the markers signal
 * @param agency the agency, from the dateline or a byline
 */
record Head(
        DatelineGrammar.@Nullable Found dateline,
        int datelineParagraph,
        @Nullable Headline headline,
        List<String> byline,
        List<Paragraph.Kind> kinds,
        List<Integer> newsBegins,
        List<WireSpan> spans,
        Set<Signal> signals,
        @Nullable Agency agency) {}
