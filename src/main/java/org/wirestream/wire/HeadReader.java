package org.wirestream.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.Paragraph.Kind;

/** Reads the head of an item: which lines are headline, dateline, byline, and what they say. Immutable. */
final class HeadReader {
    /** A dateline after this many lines is one quoted in the text. */
    private static final int HEAD_LINES = 6;
    /** Longer lines without a full stop are paragraphs that lost it. */
    private static final int MAX_HEADLINE = 60;

    private static final Pattern DATE_LINE = Pattern.compile(" *(?:发布时间|时间)?：? *(?:\\d{4}|[" + HanNumerals.DIGITS
            + "]{4})?[年.\\-/]?[\\d十" + HanNumerals.DIGITS + "]{1,3}[月.\\-/][\\d十" + HanNumerals.DIGITS
            + "]{1,3}日?(?: *\\d{1,2}:\\d{2}(?::\\d{2})?)?(?: *来源：.{0,20})? *");
    private static final Pattern PLACE_DATE_LINE = Pattern.compile(
            " *（(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日[^（）]{0,40}） *| *（[^（）\\d]{1,20}，?(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日[^（）]{0,12}） *");
    private static final Pattern BYLINE_LINE = Pattern.compile(
            " *[（(—-]{0,3} *(?<agency>新华社|本报|本台|本刊|本网|中新社|中新网|人民网|总台|央视|新华网)?(?:驻[\\u4e00-\\u9fff]{1,6})?(?:首席|特约|见习|实习)?(?:记者|评论员|通讯员|文)[：:/ ]*(?<names>[\\u4e00-\\u9fff· 、，]{2,40}) *[）)]? *");
    private static final Pattern FOOTER_LINE = Pattern.compile(
            " *[（【\\[]?(?:完|责任编辑|责编|编辑|校对|监制|审核|参与记者|参与采写|执笔|制图|值班编辑|来源|稿件来源|新闻热线)(?:[：:/）】\\]] ?.{0,80})? *");

    private final Agencies agencies = new Agencies();
    private final DatelineGrammar datelines = new DatelineGrammar(agencies);
    private final HeadlineGrammar headlines = new HeadlineGrammar();
    private final PlaceSplitter places = new PlaceSplitter();

    /**
     * Reads the head.
     *
     * @param lines the item's lines
     * @param given whether line 0 is a headline because the feed says so
     */
    Head read(List<FoldedText> lines, boolean given) {
        return new Reading(lines, given).read();
    }

    /** One item's head while it is read. */
    private final class Reading {
        private final List<FoldedText> lines;
        private final boolean given;
        private final Kind[] kinds;
        private final int[] newsBegins;
        private final List<WireSpan> spans = new ArrayList<>();
        private final List<String> byline = new ArrayList<>();
        private final Set<Signal> signals = EnumSet.noneOf(Signal.class);
        private DatelineGrammar.@Nullable Found dateline;
        private int datelineAt = -1;
        private @Nullable Headline headline;
        private @Nullable Agency agency;

        Reading(List<FoldedText> lines, boolean given) {
            this.lines = lines;
            this.given = given;
            this.kinds = new Kind[lines.size()];
            this.newsBegins = new int[lines.size()];
            Arrays.fill(kinds, Kind.BODY);
        }

        Head read() {
            findDateline();
            classifyLines();
            findHeadline();
            closeDateline();
            spans.sort(Comparator.comparingInt(WireSpan::paragraph).thenComparingInt(WireSpan::begin));
            return new Head(
                    dateline,
                    datelineAt,
                    headline,
                    byline,
                    List.of(kinds),
                    Arrays.stream(newsBegins).boxed().toList(),
                    spans,
                    signals,
                    agency);
        }

        private void findDateline() {
            for (int i = 0; i < Math.min(HEAD_LINES, lines.size()) && dateline == null; i++) {
                DatelineGrammar.Found found = datelines.find(line(i));
                if (found != null) {
                    dateline = found;
                    datelineAt = i;
                    agency = found.agency();
                    newsBegins[i] = sourceOffset(i, found.end());
                    addSpans(i, found);
                }
            }
        }

        private void addSpans(int i, DatelineGrammar.Found found) {
            if (found.agency() != null) {
                span(WireSpan.Kind.AGENCY, i, found.agencyBegin(), found.agencyEnd());
            }
            for (int[] part : places.split(found.places())) {
                String place = found.places().substring(part[0], part[1]);
                if (place.indexOf('“') < 0) {
                    WireSpan.Kind kind =
                            places.isOrganisation(place) ? WireSpan.Kind.ORGANISATION : WireSpan.Kind.PLACE;
                    span(kind, i, found.placesBegin() + part[0], found.placesBegin() + part[1]);
                }
            }
            if (found.hasDate()) {
                span(WireSpan.Kind.DATE, i, found.dateBegin(), found.dateEnd());
            }
            addNames(i, found.names(), found.namesBegin());
        }

        private void addNames(int i, String names, int offset) {
            for (Bylines.Name name : Bylines.names(names)) {
                span(WireSpan.Kind.REPORTER, i, offset + name.begin(), offset + name.end());
                byline.add(lines.get(i).sourceText(offset + name.begin(), offset + name.end()));
            }
        }

        private void classifyLines() {
            for (int i = 0; i < lines.size(); i++) {
                boolean inHead = i < HEAD_LINES;
                Matcher reporters = BYLINE_LINE.matcher(line(i));
                if (inHead
                        && i != datelineAt
                        && (DATE_LINE.matcher(line(i)).matches()
                                || PLACE_DATE_LINE.matcher(line(i)).matches())) {
                    kinds[i] = Kind.PLACE_DATE;
                } else if (i > 0
                        && i != datelineAt
                        && FOOTER_LINE.matcher(line(i)).matches()) {
                    kinds[i] = Kind.FOOTER;
                } else if (i != datelineAt && reporters.matches() && line(i).length() <= MAX_HEADLINE) {
                    readBylineLine(i, reporters);
                }
            }
        }

        private void readBylineLine(int i, Matcher reporters) {
            List<Bylines.Name> names = Bylines.names(reporters.group("names"));
            if (names.isEmpty()) {
                return;
            }
            kinds[i] = Kind.BYLINE;
            newsBegins[i] = lines.get(i).source().length();
            String name = reporters.group("agency");
            if (name != null && agencies.named(name) != null) {
                span(WireSpan.Kind.AGENCY, i, reporters.start("agency"), reporters.end("agency"));
                agency = agency == null ? agencies.named(name) : agency;
            }
            addNames(i, reporters.group("names"), reporters.start("names"));
        }

        private void findHeadline() {
            DatelineGrammar.Found found = dateline;
            int at = headlineAt();
            if (at >= 0) {
                kinds[at] = Kind.HEADLINE;
                headline = headline(at, 0, line(at).length());
                for (int i = at + 1; i < lines.size() && i != datelineAt && repeatsHeadline(i); i++) {
                    kinds[i] = Kind.HEADLINE;
                }
            } else if (found != null && datelineAt == 0 && found.flash()) {
                signals.add(Signal.FLASH);
                headline = headline(0, found.end(), line(0).length());
            } else if (found != null && isTitle(line(datelineAt), found)) {
                headline = headline(datelineAt, found.end(), line(datelineAt).length());
            }
            if (found != null && found.flash()) {
                signals.add(Signal.FLASH);
            }
        }

        /** The line of the headline, or -1. */
        private int headlineAt() {
            if (given) {
                return 0;
            }
            int first = datelineAt == 0 && isEmptyAfter(datelineAt) ? 1 : 0;
            for (int i = first; i < Math.min(HEAD_LINES, lines.size()); i++) {
                if (i == datelineAt) {
                    return -1;
                }
                if (kinds[i] == Kind.BODY) {
                    return looksLikeHeadline(i) ? i : -1;
                }
            }
            return -1;
        }

        private boolean looksLikeHeadline(int i) {
            String line = line(i).strip();
            return line.length() <= MAX_HEADLINE
                    && i + 1 < lines.size()
                    && "。；，、".indexOf(line.charAt(line.length() - 1)) < 0
                    && line.indexOf('。') < 0;
        }

        private boolean repeatsHeadline(int i) {
            Headline read = headline;
            return read != null
                    && i < HEAD_LINES
                    && kinds[i] == Kind.BODY
                    && line(i).strip().length() >= 4
                    && bare(line(read.paragraph())).contains(bare(line(i)));
        }

        private boolean isEmptyAfter(int i) {
            return dateline != null && dateline.end() >= line(i).stripTrailing().length();
        }

        /** 电题：标题, or a dateline line that holds only a short title. */
        private boolean isTitle(String line, DatelineGrammar.Found found) {
            String rest = line.substring(found.end()).strip();
            return !rest.isEmpty()
                    && rest.length() <= MAX_HEADLINE
                    && lines.size() > datelineAt + 1
                    && rest.indexOf('。') < 0
                    && line.charAt(found.end() - 1) == '：';
        }

        /** The dateline's own paragraph is head only when nothing follows, or nothing but the headline again. */
        private void closeDateline() {
            if (dateline == null) {
                return;
            }
            String rest = bare(line(datelineAt).substring(dateline.end()));
            Headline read = headline;
            boolean repeats = read != null
                    && !rest.isEmpty()
                    && !line(datelineAt).stripTrailing().endsWith("。")
                    && !dateline.flash()
                    && lines.size() > 1
                    && (bare(line(read.paragraph())).contains(rest) || rest.equals(bare(headlineFolded(read))));
            if (rest.isEmpty() || repeats) {
                kinds[datelineAt] = Kind.DATELINE;
            }
        }

        private String headlineFolded(Headline read) {
            return FoldedText.of(read.text(), Script.SIMPLIFIED).folded();
        }

        private Headline headline(int i, int begin, int end) {
            HeadlineGrammar.Read read = headlines.read(line(i).substring(begin, end));
            signals.addAll(read.signals());
            FoldedText text = lines.get(i);
            return new Headline(text.sourceText(begin + read.begin(), begin + read.end()), read.markers(), i);
        }

        private void span(WireSpan.Kind kind, int i, int begin, int end) {
            FoldedText text = lines.get(i);
            spans.add(new WireSpan(kind, i, text.sourceBegin(begin), text.sourceEnd(end)));
        }

        private int sourceOffset(int i, int folded) {
            FoldedText text = lines.get(i);
            return folded >= text.folded().length() ? text.source().length() : text.sourceBegin(folded);
        }

        private String line(int i) {
            return lines.get(i).folded();
        }
    }

    private static String bare(String text) {
        return ItemIds.normalise(text);
    }
}
