package org.wirestream.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.MalformedWireException.Reason;

/**
 * Parses raw wire text: charset, head, paragraphs. Immutable and safe for use by many threads.
 *
 * <p>A text without any head is an item too: all its lines are body. Time and memory are linear in the size of the text,
 * which {@link Limits} bound.
 */
public final class WireParser {
    private final Limits limits;
    private final LineSplitter splitter;
    private final HeadReader heads = new HeadReader();

    /** @param limits what an item may cost at most */
    public WireParser(Limits limits) {
        this.limits = limits;
        this.splitter = new LineSplitter(limits);
    }

    /**
     * Parses the bytes of one wire text: UTF-8, UTF-16 with a byte order mark, or GB18030.
     *
     * @throws MalformedWireException when the bytes are no wire text; the message says why
     */
    public WireItem parse(byte[] value, Feed feed) throws MalformedWireException {
        checkSize(value.length);
        return parse(WireDecoder.decode(value), feed);
    }

    /**
     * Parses one wire text.
     *
     * @throws MalformedWireException when it is no wire text; the message says why
     */
    public WireItem parse(String text, Feed feed) throws MalformedWireException {
        return parse(null, text, feed);
    }

    /**
     * Parses one wire text whose headline the feed may give apart.
     *
     * @param headline becomes paragraph 0 unless the body begins with it; null or blank when the body has it, or there is
     *     none
     * @param body the text
     * @throws MalformedWireException when either is no wire text; the message says why
     */
    public WireItem parse(@Nullable String headline, String body, Feed feed) throws MalformedWireException {
        checkSize(encodedLength(body) + (headline == null ? 0L : encodedLength(headline)));
        List<String> lines = new ArrayList<>(splitter.split(withoutByteOrderMark(body)));
        boolean given = headline != null && !Chars.isBlank(headline);
        if (headline != null && given) {
            String line = String.join(" ", splitter.split(headline));
            if (!Chars.trimmed(line).equals(Chars.trimmed(lines.get(0)))) {
                lines.add(0, line);
            }
        }
        Script script = ScriptDetector.detect(String.join("\n", lines));
        List<FoldedText> folded =
                lines.stream().map(line -> FoldedText.of(line, script)).toList();
        return item(folded, heads.read(folded, given), script, feed);
    }

    private WireItem item(List<FoldedText> lines, Head head, Script script, Feed feed) {
        List<Paragraph> paragraphs = paragraphs(lines, head);
        String lead = paragraphs.stream()
                .filter(Paragraph::isBody)
                .findFirst()
                .map(WireParser::news)
                .orElse("");
        DatelineMatch match = head.dateline();
        TimeResolver.Resolved resolved =
                TimeResolver.resolve(feed, match == null ? null : match.date(), head.dates(), lead);
        PubStatus status = feed.status() != null
                ? feed.status()
                : head.signals().contains(Signal.WITHDRAWAL) ? PubStatus.CANCELED : PubStatus.USABLE;
        Dateline dateline = match == null ? null : dateline(match, head.datelineLine(), lines, resolved);
        return new WireItem(
                id(head, lines, lead, resolved.time(), feed),
                feed.version(),
                digest(paragraphs, status, feed),
                status,
                head.signals(),
                resolved.time(),
                head.agency(),
                dateline,
                headline(head, lines),
                head.reporters(),
                script.language(),
                paragraphs,
                head.spans());
    }

    private static List<Paragraph> paragraphs(List<FoldedText> lines, Head head) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            FoldedText text = lines.get(i);
            int begin = head.newsBegins().get(i);
            int newsBegin = begin == 0 ? 0 : text.sourceBegin(begin);
            paragraphs.add(new Paragraph(i, head.kinds().get(i), text.source(), text, newsBegin));
        }
        return paragraphs;
    }

    private static Dateline dateline(
            DatelineMatch match, int line, List<FoldedText> lines, TimeResolver.Resolved resolved) {
        FoldedText text = lines.get(line);
        List<String> places = match.places().stream()
                .map(place ->
                        text.sourceText(place.range().begin(), place.range().end()))
                .toList();
        return new Dateline(
                places, resolved.dateline(), line, text.sourceBegin(match.begin()), text.sourceEnd(match.end()));
    }

    private static @Nullable Headline headline(Head head, List<FoldedText> lines) {
        MarkedHeadline headline = head.headline();
        if (headline == null) {
            return null;
        }
        Range text = headline.text();
        return new Headline(
                lines.get(head.headlineLine()).sourceText(text.begin(), text.end()),
                head.markers(),
                head.headlineLine());
    }

    /**
     * The id of an item for which the feed gives one, without a look at its text; null when the text must say.
     *
     * @param given what the feed gives; null for nothing
     */
    public static @Nullable String givenId(@Nullable String given) {
        return given == null || Chars.isBlank(given) ? null : ItemId.ofFeed(given);
    }

    private static String id(Head head, List<FoldedText> lines, String lead, ItemTime time, Feed feed) {
        String given = givenId(feed.id());
        if (given != null) {
            return given;
        }
        MarkedHeadline headline = head.headline();
        String story = headline == null
                ? lead.isEmpty() ? lines.get(0).folded() : lead
                : headline.text().in(lines.get(head.headlineLine()).folded());
        String date = time.source() == ItemTime.Source.RECORD
                ? "undated"
                : time.date().toString();
        return ItemId.derived(head.agency(), date, story);
    }

    /** The same for a repeat whatever its encoding; what the feed says of time and status is content too. */
    private static String digest(List<Paragraph> paragraphs, PubStatus status, Feed feed) {
        StringBuilder content = new StringBuilder();
        paragraphs.forEach(paragraph -> content.append(paragraph.text()).append('\n'));
        content.append(status)
                .append('\n')
                .append(feed.time() == null ? "" : feed.time().toInstant());
        return Sha256.hex(content.toString());
    }

    private static String news(Paragraph paragraph) {
        FoldedText text = paragraph.folded();
        return text.folded().substring(text.foldedOffset(paragraph.newsBegin()));
    }

    private void checkSize(long bytes) throws MalformedWireException {
        if (bytes == 0) {
            throw new MalformedWireException(Reason.EMPTY, "The text is empty. Send a null value to withdraw an item.");
        }
        if (bytes > limits.textBytes()) {
            throw new MalformedWireException(
                    Reason.TEXT_TOO_LARGE,
                    "The text has %d bytes, the limit is %d. Split it into items at the source, or raise the limit."
                            .formatted(bytes, limits.textBytes()));
        }
    }

    private static long encodedLength(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * An item of which only its withdrawal is known. Its digest tells two withdrawals of one item apart by their time.
     *
     * @throws MalformedWireException when the feed does not say which item
     */
    public WireItem withdrawal(Feed feed) throws MalformedWireException {
        if (feed.id() == null) {
            throw new MalformedWireException(
                    Reason.EMPTY,
                    "the record has neither a value nor a key; a withdrawal needs the item's id as its key");
        }
        ItemTime time = feed.time() == null
                ? new ItemTime(feed.received().atZone(ItemTime.WIRE_ZONE).toOffsetDateTime(), ItemTime.Source.RECORD)
                : new ItemTime(feed.time(), ItemTime.Source.FEED);
        return new WireItem(
                ItemId.ofFeed(feed.id()),
                feed.version(),
                Sha256.hex("withdrawal " + time.value().toInstant()),
                PubStatus.CANCELED,
                Set.of(),
                time,
                null,
                null,
                null,
                List.of(),
                Script.SIMPLIFIED.language(),
                List.of(),
                List.of());
    }
}
