package org.wirestream.wire;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parts a headline from its markers: （国际）, 【快讯】, 新闻分析|, 更正：, 08版 -, （全文）. Immutable. */
final class HeadlineGrammar {
    private static final int MAX_BRACKET_MARKER = 14;
    private static final int MAX_BAR_MARKER = 12;
    private static final int MAX_COLON_MARKER = 10;

    private final AgencyList agencies;
    private final WordSet words;
    private final Map<String, Signal> signalOf = new HashMap<>();

    HeadlineGrammar(AgencyList agencies) {
        this.agencies = agencies;
        List<String> all = new ArrayList<>();
        WordLists.byKind("markers.tsv").forEach((signal, markers) -> {
            all.addAll(markers);
            if (!signal.equals("-")) {
                markers.forEach(marker -> signalOf.put(marker, Signal.valueOf(signal)));
            }
        });
        words = new WordSet(all);
    }

    /** The headline that a stretch of folded text is. */
    MarkedHeadline read(String text, int begin, int end) {
        return new Scan(text, Chars.skipSpace(text, begin), Chars.trimEnd(text, end, begin)).headline();
    }

    private final class Scan {
        private final String text;
        private final List<Range> markers = new ArrayList<>();
        private final Set<Signal> signals = EnumSet.noneOf(Signal.class);
        private @Nullable AgencyMatch agency;
        private int at;
        private int end;

        Scan(String text, int begin, int end) {
            this.text = text;
            this.at = begin;
            this.end = end;
        }

        MarkedHeadline headline() {
            int before;
            do {
                before = at;
                if (!page() && !bracket() && !bar()) {
                    word();
                }
                at = Chars.skipSpace(text, at);
            } while (at > before && at < end);
            at = Math.min(at, end);
            suffix();
            return new MarkedHeadline(List.copyOf(markers), Set.copyOf(signals), agency, new Range(at, end));
        }

        /** 08版 - , 第08版：. */
        private boolean page() {
            int i = Chars.startsAt(text, at, '第') ? at + 1 : at;
            int digits = i;
            while (i < end && Chars.isDigit(text.charAt(i))) {
                i++;
            }
            int after = Chars.skipSpace(text, i + 1);
            boolean found =
                    i > digits && i - digits <= 3 && Chars.startsAt(text, i, '版') && Chars.isAnyOf("-—：|", text, after);
            if (found) {
                mark(at, i + 1);
                at = after + 1;
            }
            return found;
        }

        private boolean bracket() {
            if (at >= end || Chars.closing(text, at) == 0) {
                return false;
            }
            int close = Chars.closeOf(text, at, MAX_BRACKET_MARKER);
            boolean rest = close >= 0 && Chars.skipSpace(text, close + 1) < end;
            // A whole line in brackets is a marker only when its word is known: （更正）.
            boolean found = close > at + 1 && close < end && (rest || known(at + 1, close) > 0);
            if (found) {
                mark(at + 1, close);
                at = Chars.isAnyOf("：-—", text, close + 1) ? close + 2 : close + 1;
            }
            return found;
        }

        private boolean bar() {
            for (int i = at; i < Math.min(end, at + MAX_BAR_MARKER); i++) {
                char c = text.charAt(i);
                if (i > at && (c == '|' || c == '│' || c == '∣')) {
                    mark(at, i);
                    at = i + 1;
                    return true;
                }
                if ("，。：；！？“《".indexOf(c) >= 0) {
                    return false;
                }
            }
            return false;
        }

        /** 快讯：, 新华社快讯：, 国际综述：, 更正 and a space or the line's end. */
        private boolean word() {
            int i = at;
            int reach = Math.min(end, at + MAX_COLON_MARKER + 4);
            while (i < reach && Chars.isHan(text.charAt(i))) {
                i++;
            }
            boolean known = isMarker(at, i);
            boolean colon = Chars.isAnyOf("：！", text, i);
            boolean dash = text.startsWith("——", i) || text.startsWith(" - ", i) || text.startsWith(" — ", i);
            boolean signalAlone = known && signal(at, i) != null && (i == end || text.charAt(i) == ' ');
            boolean found = known && i - at <= MAX_COLON_MARKER && (colon || dash || signalAlone);
            if (found) {
                mark(at, i);
                at = i;
                while (at < end && "：！—- ".indexOf(text.charAt(at)) >= 0) {
                    at++;
                }
            }
            return found;
        }

        /** Whether a stretch is an agency's name, if any, and markers: 新华社快讯, 国际综述, but not 美媒分析. */
        private boolean isMarker(int from, int to) {
            AgencyMatch source = agencies.at(text, from, to);
            int begin = source == null ? from : source.range().end();
            int last = to;
            while (last > begin && known(begin, last) > 0) {
                last -= known(begin, last);
            }
            return last == begin && to > begin;
        }

        /** （全文）, （更正）, （二） at the end. */
        private void suffix() {
            int open = end - 1;
            while (open > at && open > end - MAX_BRACKET_MARKER && text.charAt(open) != '（') {
                open--;
            }
            if (open > at && text.charAt(open) == '（' && text.charAt(end - 1) == '）') {
                String word = text.substring(open + 1, end - 1);
                boolean number =
                        !word.isEmpty() && word.length() <= 2 && word.chars().allMatch(c -> c >= '0' && c <= '9');
                if (number || words.contains(word)) {
                    mark(open + 1, end - 1);
                    end = Chars.trimEnd(text, open, at);
                }
            }
        }

        private void mark(int from, int to) {
            int begin = Chars.skipSpace(text, from);
            int last = Chars.trimEnd(text, to, begin);
            if (begin >= last) {
                return;
            }
            markers.add(new Range(begin, last));
            AgencyMatch match = agencies.at(text, begin, last);
            if (match != null && agency == null) {
                agency = match;
            }
            int part = begin;
            for (int i = begin; i <= last; i++) {
                if (i == last || "·/、| +-—".indexOf(text.charAt(i)) >= 0) {
                    Signal signal = signal(part, i);
                    if (signal != null) {
                        signals.add(signal);
                    }
                    part = i + 1;
                }
            }
        }

        /** The length of the longest marker that ends the stretch. */
        private int known(int from, int to) {
            return words.lengthBefore(text, to, from);
        }

        private @Nullable Signal signal(int from, int to) {
            int length = known(from, to);
            return length == 0 ? null : signalOf.get(text.substring(to - length, to));
        }
    }
}
