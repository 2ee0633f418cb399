package org.wirestream.time;

import org.jspecify.annotations.Nullable;
import org.wirestream.time.ChineseNumerals.Numeral;
import org.wirestream.time.DateLexicon.Cue;

/** Years that are written without 年: （1949-1976）, 2025/26赛季, © 2017-2026. */
final class YearRange {
    private static final int EARLIEST = 1800;
    private static final int LATEST = 2100;

    private YearRange() {}

    /** The two years that begin at an offset, or twice the year of a copyright notice; null when there are none. */
    static Term @Nullable [] read(String text, int begin, DateLexicon lexicon) {
        Numeral first = ChineseNumerals.isDigit(text.charAt(begin)) ? ChineseNumerals.readYear(text, begin) : null;
        if (first == null || first.end() - begin != 4 || !isRecent(first.value())) {
            return null;
        }
        boolean copyright = followsCopyright(text, begin);
        int end = first.end();
        int mark = end < text.length() ? text.charAt(end) : 0;
        boolean joined = mark == '-' || mark == '—' || mark == '~' || mark == '/';
        Numeral last = joined ? second(text, end + 1, first.value()) : null;
        if (last == null) {
            Term year = Term.ofYear(begin, end, Ref.calendar(first.value()), false);
            return copyright && !joined ? new Term[] {year} : null;
        }
        boolean season = lexicon.cue(Cue.SEASON_AFTER).beginsAt(text, last.end());
        boolean bracketed = begin > 0
                && text.charAt(begin - 1) == '（'
                && last.end() < text.length()
                && text.charAt(last.end()) == '）'
                && mark != '/';
        boolean full = last.end() - end == 5;
        if (!season && !(full && (copyright || bracketed))) {
            return null;
        }
        int lastEnd = text.startsWith("年度", last.end()) ? last.end() + 2 : last.end();
        return new Term[] {
            Term.ofYear(begin, end, Ref.calendar(first.value()), true),
            Term.ofYear(end + 1, lastEnd, Ref.calendar(last.value()), false)
        };
    }

    /** The second year, of four digits or, for a season, of two. */
    private static @Nullable Numeral second(String text, int at, int first) {
        Numeral year = at < text.length() ? ChineseNumerals.readYear(text, at) : null;
        if (year != null && year.arabic() && year.end() - at == 4) {
            return year.value() > first && isRecent(year.value()) ? year : null;
        }
        Numeral next = ChineseNumerals.read(text, at);
        boolean follows = next != null && next.arabic() && next.value() == (first + 1) % 100 && next.end() - at == 2;
        return next != null && follows ? new Numeral(first + 1, next.end(), true) : null;
    }

    private static boolean followsCopyright(String text, int begin) {
        int at = begin;
        while (at > 0 && begin - at < 3 && text.charAt(at - 1) == ' ') {
            at--;
        }
        return text.startsWith("©", at - 1) || text.startsWith("Copyright", at - 9);
    }

    private static boolean isRecent(int year) {
        return year >= EARLIEST && year <= LATEST;
    }
}
