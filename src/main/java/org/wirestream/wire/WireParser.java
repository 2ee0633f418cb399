package org.wirestream.wire;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.MalformedWireException.Reason;

/** Parses raw wire text: charset, head, paragraphs. Immutable and safe for use by many threads. */
public final class WireParser {
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]+");

    private final Limits limits;
    private final HeadReader heads = new HeadReader();

    /** @param limits what an item may cost at most */
    public WireParser(Limits limits) {
        this.limits = limits;
    }

    /**
     * Parses the bytes of one wire text, UTF-8 or GB18030.
     *
     * @throws MalformedWireException when the bytes are no wire text; the message says why
     */
    public WireItem parse(byte[] value, Feed feed) throws MalformedWireException {
        refuseTooLarge(value.length);
        return parseLines(lines(TextDecoder.decode(value)), false, feed);
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
     * Parses a text whose headline the feed gives apart; the headline becomes paragraph 0 unless the text begins with it.
     *
     * @throws MalformedWireException when it is no wire text; the message says why
     */
    public WireItem parse(@Nullable String headline, String body, Feed feed) throws MalformedWireException {
        refuseTooLarge(body.length());
        TextDecoder.check(body);
        List<String> lines = new ArrayList<>(lines(body));
        if (headline == null || headline.isBlank()) {
            return parseLines(lines, false, feed);
        }
        TextDecoder.check(headline);
        String one = headline.strip().replaceAll("[\\r\\n]+", " ");
        if (lines.isEmpty() || !ItemIds.normalise(lines.get(0)).equals(ItemIds.normalise(one))) {
            lines.add(0, one);
        }
        return parseLines(lines, true, feed);
    }

    /** An item id as an absolute URI: itself where it is one, else {@code urn:wire:key:…}. */
    public static String uri(String id) {
        return ItemIds.uri(id);
    }

    private void refuseTooLarge(int size) throws MalformedWireException {
        if (size > limits.textBytes()) {
            throw new MalformedWireException(
                    Reason.TEXT_TOO_LARGE,
                    "the text has %,d bytes, more than the limit of %,d; split it, or raise limits.text.bytes"
                            .formatted(size, limits.textBytes()));
        }
    }

    private List<String> lines(String text) throws MalformedWireException {
        List<String> lines = new ArrayList<>();
        Matcher matcher = LINE.matcher(text);
        while (matcher.find()) {
            String line = matcher.group();
            if (isBlank(line)) {
                continue;
            }
            if (line.length() > limits.paragraphChars()) {
                throw new MalformedWireException(
                        Reason.PARAGRAPH_TOO_LONG,
                        "line %,d has %,d characters, more than the limit of %,d; break it, or raise limits.paragraph.chars"
                                .formatted(lines.size() + 1, line.length(), limits.paragraphChars()));
            }
            lines.add(line);
            if (lines.size() > limits.paragraphs()) {
                throw new MalformedWireException(
                        Reason.TOO_MANY_PARAGRAPHS,
                        "the text has more than %,d lines; split it, or raise limits.paragraphs"
                                .formatted(limits.paragraphs()));
            }
        }
        if (lines.isEmpty()) {
            throw new MalformedWireException(Reason.BLANK, "the text is only white space; send the text itself");
        }
        return lines;
    }

    private static boolean isBlank(String line) {
        return line.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    private WireItem parseLines(List<String> lines, boolean headlineGiven, Feed feed) {
        Script script = ScriptDetector.detect(String.join("\n", lines));
        List<FoldedText> folded =
                lines.stream().map(line -> FoldedText.of(line, script)).toList();
        Head head = heads.read(folded, headlineGiven);
        ItemTime time = TimeResolver.resolve(feed, head, folded);
        Set<Signal> signals = EnumSet.copyOf(head.signals().isEmpty() ? EnumSet.noneOf(Signal.class) : head.signals());
        PubStatus status = feed.status() != null
                ? feed.status()
                : signals.contains(Signal.WITHDRAWAL) ? PubStatus.CANCELED : PubStatus.USABLE;
        List<Paragraph> paragraphs = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            paragraphs.add(new Paragraph(
                    i,
                    head.kinds().get(i),
                    lines.get(i),
                    folded.get(i),
                    head.newsBegins().get(i)));
        }
        return new WireItem(
                id(feed, head, time, folded, script),
                feed.version(),
                digest(lines, status, feed),
                status,
                signals,
                time,
                head.agency(),
                dateline(head, time, folded),
                head.headline(),
                head.byline(),
                script.language(),
                paragraphs,
                head.spans());
    }

    private static String id(Feed feed, Head head, ItemTime time, List<FoldedText> lines, Script script) {
        if (feed.id() != null) {
            return ItemIds.uri(feed.id());
        }
        String date =
                time.source() == ItemTime.Source.RECORD ? null : time.date().toString();
        Headline headline = head.headline();
        String title = headline == null
                ? firstNews(head, lines)
                : FoldedText.of(headline.text(), script).folded();
        return ItemIds.derived(head.agency(), date, title);
    }

    private static String firstNews(Head head, List<FoldedText> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (head.kinds().get(i) == Paragraph.Kind.BODY) {
                FoldedText line = lines.get(i);
                return line.folded()
                        .substring(line.foldedOffset(head.newsBegins().get(i)));
            }
        }
        return lines.get(0).folded();
    }

    /** The same for the same text in another encoding or with other line ends. */
    private static String digest(List<String> lines, PubStatus status, Feed feed) {
        String stated = feed.time() == null ? "" : feed.time().toInstant().toString();
        return ItemIds.sha256(status + "\n" + stated + "\n" + String.join("\n", lines));
    }

    private static @Nullable Dateline dateline(Head head, ItemTime time, List<FoldedText> lines) {
        DatelineGrammar.Found found = head.dateline();
        if (found == null) {
            return null;
        }
        FoldedText line = lines.get(head.datelineParagraph());
        List<String> places = DatelineGrammar.splitPlaces(found.places()).stream()
                .map(part -> line.sourceText(found.placesBegin() + part[0], found.placesBegin() + part[1]))
                .toList();
        return new Dateline(
                places,
                found.hasDate() ? TimeResolver.nearest(found, time.date()) : null,
                head.datelineParagraph(),
                line.sourceBegin(found.begin()),
                head.newsBegins().get(head.datelineParagraph()));
    }
}
