package org.wirestream.wire;

import java.time.Instant;
import java.util.List;

/** Parses test wires that arrive on 5 March 2026. */
final class Wires {
    static final Feed FEED = Feed.silent(Instant.parse("2026-03-05T00:00:00Z"));
    private static final WireParser PARSER = new WireParser(Limits.DEFAULT);

    private Wires() {}

    /** Lines are separated by a backslash and n, as a table's cell can hold them. */
    static WireItem parse(String text) {
        return parse(text, FEED);
    }

    static WireItem parse(String text, Feed feed) {
        try {
            return PARSER.parse(text.replace("\\n", "\n"), feed);
        } catch (MalformedWireException e) {
            throw new AssertionError(e.reason() + ": " + e.getMessage(), e);
        }
    }

    static List<String> spans(WireItem item, WireSpan.Kind kind) {
        return item.spans().stream()
                .filter(span -> span.kind() == kind)
                .map(span -> item.paragraphs().get(span.paragraph()).text().substring(span.begin(), span.end()))
                .toList();
    }

    static String news(Paragraph paragraph) {
        return paragraph.text().substring(paragraph.newsBegin());
    }
}
