package org.wirestream.wire;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One raw wire text, parsed.
 *
 * @param id URI of the item: the feed's, else {@code urn:wire:<agency>:<date>:<hash of headline>}
 * @param feedVersion the feed's own version, when it gives one
 * @param digest SHA-256 over the content, hexadecimal: the same for a repeat, whatever its encoding
 * @param status whether it may be used; {@code CANCELED} withdraws every earlier version
 * @param signals what the wire says about the item
 * @param time the item's own time
 * @param agency who filed it; null when the text does not say
 * @param dateline where and when it was filed; null when there is none
 * @param headline the headline; null when there is none
 * @param byline the reporters' names, in order
 * @param language BCP 47: {@code zh-Hans} or {@code zh-Hant}
 * @param paragraphs every non-empty line
 * @param spans the parts of the head with their offsets
 */
public record WireItem(
        String id,
        @Nullable String feedVersion,
        String digest,
        PubStatus status,
        Set<Signal> signals,
        ItemTime time,
        @Nullable Agency agency,
        @Nullable Dateline dateline,
        @Nullable Headline headline,
        List<String> byline,
        String language,
        List<Paragraph> paragraphs,
        List<WireSpan> spans) {
    public WireItem {
        signals = Set.copyOf(signals);
        byline = List.copyOf(byline);
        paragraphs = List.copyOf(paragraphs);
        spans = List.copyOf(spans);
    }

    /** The headline's text without markers, if there is a headline. */
    public Optional<String> headlineText() {
        return Optional.ofNullable(headline).map(Headline::text);
    }
}
