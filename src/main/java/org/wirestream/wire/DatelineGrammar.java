package org.wirestream.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds datelines in folded text: 新华社北京1月5日电（记者…）, 本报讯, 央视网消息：, （中央社记者…台北5日电） and their kin.
 * Immutable.
 */
final class DatelineGrammar {
    /** From the agency to the date, the longest seen is 31 characters (a vessel and two stations). */
    private static final int MAX_PLACE = 40;

    private static final int MAX_BRACKET = 100;
    private static final String SENTENCE_MARKS = "，。；：！？《》\n";
    private static final List<String> DAY_TIMES = List.of("凌晨", "上午", "中午", "下午", "傍晚", "晚间", "晚", "夜");

    private final AgencyList agencies;
    private final BylineGrammar bylines;
    private final PlaceNames places;
    private final SlashlineGrammar slashlines;
    private final WordSet dispatches;
    private final SourceGrammar sources;

    DatelineGrammar(AgencyList agencies, BylineGrammar bylines, PlaceNames places) {
        Map<String, List<String>> words = WordLists.byKind("head-words.tsv");
        this.agencies = agencies;
        this.bylines = bylines;
        this.places = places;
        this.slashlines = new SlashlineGrammar(agencies, bylines, places);
        this.dispatches = new WordSet(words.getOrDefault("dispatch", List.of()));
        this.sources = new SourceGrammar(agencies);
    }

    /** The dateline that begins at an offset, spaces before it skipped; null when there is none. */
    @Nullable
    DatelineMatch at(String text, int from) {
        int begin = Chars.skipSpace(text, from);
        if (begin >= text.length()) {
            return null;
        }
        DatelineMatch slashline = slashlines.at(text, begin);
        DatelineMatch match = slashline == null ? new Scan(text, begin).dateline() : slashline;
        if (match == null) {
            return null;
        }
        DatelineMatch inner = match.newsBegin() < text.length() ? new Scan(text, match.newsBegin()).dateline() : null;
        return inner == null || inner.agencies().isEmpty() ? match : match.followedBy(inner);
    }

    /** The first dateline after a lead or a caption in the same line; null when there is none. */
    @Nullable
    DatelineMatch within(String text, int limit) {
        for (int i = 1; i < Math.min(limit, text.length()); i++) {
            if ("。”！？）】 ".indexOf(text.charAt(i - 1)) >= 0 && agencies.at(text, i, text.length()) != null) {
                DatelineMatch match = new Scan(text, i).dateline();
                if (match != null && match.date() != null) {
                    return match;
                }
            }
        }
        return null;
    }

    /** One attempt at one offset. */
    private final class Scan {
        private final String text;
        private final int begin;
        private final List<AgencyMatch> signers = new ArrayList<>();
        private final List<Range> names = new ArrayList<>();
        private List<PlaceNames.Place> filed = List.of();
        private @Nullable WrittenDate date;
        private boolean certain;
        private boolean undatedNotice;

        Scan(String text, int begin) {
            this.text = text;
            this.begin = begin;
        }

        @Nullable
        DatelineMatch dateline() {
            int close = Chars.closing(text, begin) == 0 ? -1 : Chars.closeOf(text, begin, MAX_BRACKET);
            boolean bracket = close >= 0;
            int limit = bracket ? close : text.length();
            int at = bracket ? Chars.skipSpace(text, begin + 1) : begin;
            boolean quoted = Chars.startsAt(text, at, '据');
            SourceGrammar.Source signer = sources.at(text, quoted ? at + 1 : at, limit);
            if (signer == null) {
                return null;
            }
            AgencyMatch name = signer.name();
            if (name != null) {
                signers.add(name);
            }
            certain = signer.isCertain();
            int source = signer.end();
            int end = dated(source, limit, bracket);
            if (end < 0) {
                end = undated(source, limit, bracket, quoted);
            }
            if (end < 0 || (bracket && !restOfBracket(end, close))) {
                return null;
            }
            return tail(bracket ? close + 1 : end);
        }

        /** Places, a date and 电 or 讯; past them, or -1. */
        private int dated(int source, int limit, boolean bracket) {
            for (int i = source; i < Math.min(limit, source + MAX_PLACE); i++) {
                boolean otherSource = i > source && agencies.at(text, i, limit) != null;
                if (otherSource || SENTENCE_MARKS.indexOf(text.charAt(i)) >= 0) {
                    return -1;
                }
                WrittenDate written = DateScanner.at(text, i);
                if (written != null) {
                    int end = dispatchEnd(written.range().end(), limit, bracket);
                    if (end >= 0 && readPlaces(source, i, limit)) {
                        date = written;
                        return end;
                    }
                    return -1;
                }
            }
            return -1;
        }

        private int dispatchEnd(int from, int limit, boolean bracket) {
            int at = Chars.skipSpace(text, from);
            for (String dayTime : DAY_TIMES) {
                if (text.startsWith(dayTime, at)) {
                    at = Chars.skipSpace(text, at + dayTime.length());
                    break;
                }
            }
            int length = at < limit ? dispatches.lengthAt(text, at, limit) : 0;
            String word = text.substring(at, at + length);
            // 据某社5日报道， and 据某社5日消息， begin sentences about a report.
            boolean sentence = !bracket
                    && (word.endsWith("报道")
                            || word.endsWith("报导")
                            || (word.equals("消息") && !(certain && Chars.isAnyOf("：（", text, at + length))));
            return length == 0 || sentence ? -1 : at + length;
        }

        private boolean closesHead(int at) {
            return at >= text.length() || "：（， ".indexOf(text.charAt(at)) >= 0;
        }

        /** What stands between source and date: slashes, then a reporter's title and name, then places. */
        private boolean readPlaces(int from, int end, int limit) {
            int at = from;
            while (at < end && "/╱ 、-—·".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            int title = at < limit ? bylines.titleLength(text, at) : 0;
            if (title > 0) {
                int space = text.substring(at + title, end).trim().indexOf(' ');
                int place = space > 0
                        ? text.indexOf(' ', Chars.skipSpace(text, at + title))
                        : places.suffixBegin(text, at + title, Chars.trimEnd(text, end, at + title));
                BylineGrammar.Byline byline = bylines.inBrackets(text, at, place);
                if (byline != null && place < end) {
                    names.addAll(byline.names());
                    filed = places.read(text, place, end);
                }
                return true;
            }
            filed = places.read(text, at, end);
            return certain || filed.size() <= 2;
        }

        /** 本报讯, 央视网消息：, 据新华社电, 本报柏林专电; past it, or -1. */
        private int undated(int source, int limit, boolean bracket, boolean quoted) {
            int length = source < limit ? dispatches.lengthAt(text, source, limit) : 0;
            String word = text.substring(source, source + length);
            int end = source + length;
            if (bracket) {
                BylineGrammar.Byline byline = bylines.inBrackets(text, source, limit);
                if (byline != null && byline.titled()) {
                    names.addAll(byline.names());
                    return limit;
                }
            }
            boolean accepted = bracket && end == limit && length > 0;
            if (word.endsWith("消息")) {
                accepted |= end >= limit || (certain && !quoted ? "：（，" : "：（").indexOf(text.charAt(end)) >= 0;
                undatedNotice = accepted;
            } else if (word.endsWith("讯") && !word.equals("快讯")) {
                accepted |= certain
                        ? closesHead(end) || bylines.titleLength(text, end) > 0
                        : Chars.isAnyOf("（ ", text, end);
            } else if (word.endsWith("电")) {
                accepted |= bracket || ((quoted || signers.isEmpty()) && closesHead(end));
            }
            if (accepted) {
                return end;
            }
            return signers.isEmpty() || bracket ? placeAndDispatch(source, limit, bracket) : -1;
        }

        private int placeAndDispatch(int source, int limit, boolean bracket) {
            for (int i = source + 2; i < Math.min(limit, source + 14); i++) {
                int length = dispatches.lengthAt(text, i, limit);
                String word = text.substring(i, i + length);
                if ((word.endsWith("电") || word.endsWith("讯") || (bracket && word.endsWith("报导")))
                        && (i + length == limit || "（：".indexOf(text.charAt(i + length)) >= 0)) {
                    return readPlaces(source, i, limit) ? i + length : -1;
                }
                if (!Chars.isHan(text.charAt(i)) && text.charAt(i) != '/') {
                    return -1;
                }
            }
            return -1;
        }

        /** （新华社北京1月5日电 记者张三）: after 电 a bracket may hold only a byline. */
        private boolean restOfBracket(int from, int close) {
            int at = Chars.skipSpace(text, from);
            while (at < close && "，：/".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            if (at >= close) {
                return true;
            }
            BylineGrammar.Byline byline = bylines.inBrackets(text, at, close);
            if (byline != null) {
                names.addAll(byline.names());
            }
            return byline != null;
        }

        private DatelineMatch tail(int from) {
            int end = from;
            int at = Chars.skipSpace(text, end);
            while (Chars.startsAt(text, at, '（')) {
                int close = Chars.closeOf(text, at, MAX_BRACKET);
                BylineGrammar.Byline byline = close < 0 ? null : bylines.inBrackets(text, at + 1, close);
                if (byline != null) {
                    names.addAll(byline.names());
                } else if (close < 0 || !undatedNotice || !Chars.isAnyOf("：，", text, close + 1)) {
                    break;
                }
                end = close + 1;
                at = Chars.skipSpace(text, end);
            }
            end = openByline(at, end);
            boolean titled = text.startsWith("题：", Chars.skipSpace(text, end));
            at = Chars.skipSpace(text, end);
            if (titled) {
                at += 2;
            } else {
                while (Chars.isAnyOf("：，", text, at)) {
                    at++;
                }
            }
            return new DatelineMatch(signers, filed, date, names, begin, end, Chars.skipSpace(text, at), titled);
        }

        /** 本报讯 记者张三报道：, without brackets; past it, or the end so far. */
        private int openByline(int at, int end) {
            int title = bylines.titleLength(text, at);
            if (title == 0) {
                return end;
            }
            for (int i = at + title; i < Math.min(text.length(), at + MAX_PLACE); i++) {
                boolean report = text.startsWith("报道", i) || text.startsWith("报导", i);
                if (report || text.charAt(i) == '：') {
                    BylineGrammar.Byline byline = bylines.inBrackets(text, at, i);
                    int after = report ? i + 2 : i;
                    if (byline == null || !byline.sure() || !(closesHead(after) || Chars.isAnyOf("。", text, after))) {
                        return end;
                    }
                    names.addAll(byline.names());
                    return Chars.isAnyOf("。", text, after) ? after + 1 : after;
                }
                if (SENTENCE_MARKS.indexOf(text.charAt(i)) >= 0) {
                    return end;
                }
            }
            return end;
        }
    }
}
