package org.wirestream.wire;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.Paragraph.Kind;

/** One reading of one item's lines; foot first, then the dateline, then the lines around it. */
final class HeadReading {
    /** A dateline stands under a headline, a date, a byline and a few captions at most. */
    private static final int HEAD_LINES = 12;

    private static final int MID_LINE_REACH = 600;
    private static final int MAX_HEADLINE = 80;
    private static final int MAX_SUBHEAD = 40;
    private static final int MAX_FOOTERS = 12;
    private static final Set<Signal> HEADLINE_SIGNALS = EnumSet.of(Signal.FLASH, Signal.CORRECTION, Signal.WITHDRAWAL);

    private final HeadReader grammars;
    private final List<FoldedText> lines;
    private final boolean headlineGiven;
    private final Kind[] kinds;
    private final int[] newsBegins;
    private final HeadFindings findings;
    private @Nullable DatelineMatch dateline;
    private int datelineLine = -1;
    private @Nullable MarkedHeadline headline;
    private int headlineLine = -1;
    private boolean bodySeen;

    HeadReading(HeadReader grammars, List<FoldedText> lines, boolean headlineGiven) {
        this.grammars = grammars;
        this.lines = lines;
        this.headlineGiven = headlineGiven;
        this.findings = new HeadFindings(lines);
        this.kinds = new Kind[lines.size()];
        this.newsBegins = new int[lines.size()];
        Arrays.fill(kinds, Kind.BODY);
    }

    Head head() {
        readFoot();
        findDateline();
        for (int i = 0; i < Math.min(HEAD_LINES, lines.size()); i++) {
            if (i == datelineLine) {
                readDatelineLine(i);
            } else if (kinds[i] == Kind.BODY) {
                readLine(i);
            }
        }
        if (dateline != null) {
            findings.add(dateline, datelineLine);
        }
        return new Head(
                List.of(kinds),
                Arrays.stream(newsBegins).boxed().toList(),
                dateline,
                datelineLine,
                headline,
                headlineLine,
                findings.markers(),
                findings.signals(),
                agency(),
                findings.reporters(),
                findings.dates(),
                findings.spans());
    }

    private String text(int line) {
        return lines.get(line).folded();
    }

    private void readFoot() {
        for (int i = lines.size() - 1; i > 0 && i >= lines.size() - MAX_FOOTERS; i--) {
            if (grammars.footers().matches(text(i))) {
                kinds[i] = Kind.FOOTER;
                readSource(i);
            } else if (!readByline(i) && !isClosingDateline(i)) {
                return;
            }
        }
    }

    /** （新华社北京1月5日电） as the last line. */
    private boolean isClosingDateline(int line) {
        String text = text(line);
        if (Chars.closing(text, Chars.skipSpace(text, 0)) == 0) {
            return false;
        }
        DatelineMatch match = grammars.datelines().at(text, 0);
        if (match == null || Chars.skipSpace(text, match.end()) < text.length()) {
            return false;
        }
        kinds[line] = Kind.DATELINE;
        newsBegins[line] = text.length();
        dateline = match;
        datelineLine = line;
        return true;
    }

    private void readSource(int line) {
        String text = text(line);
        int begin = text.indexOf("来源：");
        if (begin >= 0) {
            findings.addAgency(grammars.agencies().at(text, Chars.skipSpace(text, begin + 3), text.length()), line);
        }
    }

    private void findDateline() {
        for (int i = headlineGiven ? 1 : 0; i < Math.min(HEAD_LINES, lines.size()); i++) {
            if (kinds[i] != Kind.BODY) {
                continue;
            }
            String text = text(i);
            DatelineMatch match = grammars.datelines().at(text, 0);
            if (match == null) {
                MarkedHeadline marked = grammars.headlines().read(text, 0, text.length());
                match = marked.markers().isEmpty()
                        ? null
                        : grammars.datelines().at(text, marked.text().begin());
                if (match != null) {
                    findings.add(marked, i);
                }
            }
            if (match != null) {
                dateline = match;
                datelineLine = i;
                return;
            }
        }
        for (int i = 0; dateline == null && i < Math.min(HEAD_LINES, lines.size()); i++) {
            DatelineMatch match = kinds[i] == Kind.BODY ? grammars.datelines().within(text(i), MID_LINE_REACH) : null;
            if (match != null) {
                dateline = match;
                datelineLine = i;
            }
        }
    }

    private void readDatelineLine(int line) {
        DatelineMatch match = dateline;
        if (match == null || kinds[line] != Kind.BODY) {
            return;
        }
        String text = text(line);
        if (isMidLine(match)) {
            bodySeen = true;
            return;
        }
        int begin = match.newsBegin();
        newsBegins[line] = begin;
        if (begin >= text.length()) {
            kinds[line] = Kind.DATELINE;
        } else if (isHeadlineLike(text, begin) && isTitle(line, text.substring(begin), match.titled())) {
            kinds[line] = Kind.HEADLINE;
            takeHeadline(line, grammars.headlines().read(text, begin, text.length()));
        } else {
            bodySeen = true;
        }
    }

    /** A lead stands before it: the news has begun already. */
    private boolean isMidLine(DatelineMatch match) {
        String text = text(datelineLine);
        MarkedHeadline marked = grammars.headlines().read(text, 0, text.length());
        return match.begin() > Math.max(Chars.skipSpace(text, 0), marked.text().begin());
    }

    /** After a dateline: 题：, or the headline again, or a first line that nothing else could be the headline of. */
    private boolean isTitle(int line, String rest, boolean titled) {
        MarkedHeadline known = headline;
        if (titled) {
            return true;
        }
        if (known == null) {
            return rest.length() <= MAX_SUBHEAD && contentFollows(line);
        }
        return ItemId.normalized(rest).endsWith(ItemId.normalized(known.text().in(text(headlineLine))));
    }

    private void readLine(int line) {
        String text = text(line);
        if (line == 0 && headlineGiven) {
            kinds[line] = Kind.HEADLINE;
            takeHeadline(line, grammars.headlines().read(text, 0, text.length()));
        } else if (readByline(line) || (!bodySeen && readPlaceDate(line))) {
            return;
        } else if (!bodySeen && line > 0 && grammars.footers().matches(text)) {
            kinds[line] = Kind.FOOTER;
            readSource(line);
        } else if (!bodySeen && isHeadlineLike(text, 0) && isHeadLine(line)) {
            kinds[line] = Kind.HEADLINE;
            takeHeadline(line, grammars.headlines().read(text, 0, text.length()));
        } else {
            readNews(line);
        }
    }

    private boolean isHeadLine(int line) {
        MarkedHeadline known = headline;
        if (known == null) {
            return contentFollows(line);
        }
        String text = text(line);
        String title = known.text().in(text(headlineLine));
        return (line < datelineLine && text.length() <= MAX_SUBHEAD)
                || text.startsWith("——")
                || ItemId.normalized(title).contains(ItemId.normalized(text));
    }

    /** A line of news; a flash, a correction or a withdrawal that is all one line has its headline in it. */
    private void readNews(int line) {
        if (!bodySeen && headline == null && line == 0 && datelineLine != 0) {
            String text = text(line);
            MarkedHeadline marked = grammars.headlines().read(text, 0, text.length());
            if (marked.signals().stream().anyMatch(HEADLINE_SIGNALS::contains)
                    && marked.text().length() > 0) {
                newsBegins[line] = marked.text().begin();
                int stop = text.indexOf('。', marked.text().begin());
                int end = stop < 0 || stop == marked.text().begin()
                        ? marked.text().end()
                        : stop;
                takeHeadline(
                        line,
                        new MarkedHeadline(
                                marked.markers(),
                                marked.signals(),
                                marked.agency(),
                                new Range(marked.text().begin(), end)));
            }
        }
        bodySeen = true;
    }

    /** Keeps the first headline; markers that stand alone go to the next one. */
    private void takeHeadline(int line, MarkedHeadline marked) {
        if (headline != null) {
            findings.addSignals(marked);
            return;
        }
        findings.add(marked, line);
        if (marked.text().length() > 0) {
            headline = marked;
            headlineLine = line;
        }
    }

    private boolean isHeadlineLike(String text, int from) {
        int begin = Chars.skipSpace(text, from);
        int end = Chars.trimEnd(text, text.length(), begin);
        return end > begin
                && end - begin <= MAX_HEADLINE
                && text.indexOf('。', begin) < 0
                && "，、；：".indexOf(text.charAt(end - 1)) < 0;
    }

    private boolean contentFollows(int line) {
        for (int i = line + 1; i < lines.size(); i++) {
            if (kinds[i] == Kind.BODY && (i != datelineLine || !isEmptyAfterDateline(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isEmptyAfterDateline(int line) {
        DatelineMatch match = dateline;
        return match != null && match.newsBegin() >= text(line).length();
    }

    private boolean readByline(int line) {
        BylineGrammar.Byline byline = grammars.bylines().line(text(line));
        if (byline == null) {
            return false;
        }
        kinds[line] = Kind.BYLINE;
        newsBegins[line] = text(line).length();
        findings.add(byline, line);
        return true;
    }

    private boolean readPlaceDate(int line) {
        PlaceDateLine date = grammars.dateLines().read(text(line));
        if (date == null) {
            return false;
        }
        kinds[line] = Kind.PLACE_DATE;
        newsBegins[line] = text(line).length();
        Range place = date.place();
        findings.add(
                date, line, place == null ? List.of() : grammars.places().read(text(line), place.begin(), place.end()));
        return true;
    }

    private @Nullable Agency agency() {
        Agency filed = dateline == null ? null : dateline.agency();
        return filed == null ? findings.agency() : filed;
    }
}
