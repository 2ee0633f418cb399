package org.wirestream.time;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirestream.time.DateLexicon.Cue;

/** Finds the calendar expressions of one paragraph, from left to right, in time linear in its length. */
final class DateScanner {
    /** A title longer than this is a mark that was never closed. */
    private static final int TITLE_LENGTH = 80;
    /** How far before a weekday the sign of the future can stand. */
    private static final int CLAUSE_LENGTH = 12;

    private final String text;
    private final DateLexicon lexicon;
    private final TermParser parser;
    private final Usage usage;
    private final List<Expression> found = new ArrayList<>();
    private int sentence;
    private boolean quoted;
    private int titleEnd = -1;

    /**
     * @param text the folded text
     * @param chineseDays whether the item writes days of the month in Chinese numerals
     */
    DateScanner(String text, DateLexicon lexicon, boolean chineseDays) {
        this.text = text;
        this.lexicon = lexicon;
        this.parser = new TermParser(text, lexicon);
        this.usage = new Usage(text, lexicon, chineseDays);
    }

    /** The expressions in text order, not overlapping. A date in a title between 《》 belongs to the title. */
    List<Expression> scan() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '“' -> quoted = true;
                case '”' -> quoted = false;
                case '。', '！', '？' -> sentence++;
                default -> {}
            }
            int next = Math.max(c == '《' ? endOfTitle(at) : at, lexicon.endOfFixedPhrase(text, at));
            if (next == at) {
                next = expression(at);
            }
            at = next > at ? next : at + 1;
        }
        return found;
    }

    /** Takes the expression that begins at an offset, and returns where to go on. */
    private int expression(int at) {
        char c = text.charAt(at);
        boolean number = ChineseNumerals.isDigit(c) || ChineseNumerals.isNumeral(c);
        if (number && !usage.startsNumber(at)) {
            return at;
        }
        Term[] years = number ? YearRange.read(text, at, lexicon) : null;
        if (years != null) {
            return add(years[0], years.length > 1 ? years[1] : null);
        }
        Term first = parser.parse(at);
        if (first == null) {
            return at;
        }
        Term last = last(first);
        if (first.open() && last == null) {
            return at;
        }
        return add(first, last);
    }

    private int add(Term first, @Nullable Term last) {
        int end = last == null ? first.end() : last.end();
        if (usage.isDate(first, last)) {
            found.add(new Expression(first, last, setting(first.begin(), end)));
        }
        return end;
    }

    private @Nullable Term last(Term first) {
        int at = parser.afterSeparator(first.end(), first.open());
        Term last = at < 0 || at >= text.length() ? null : parser.parse(at);
        return last == null || last.open() || last.unit() != first.unit() ? null : last;
    }

    private int endOfTitle(int begin) {
        if (titleEnd < begin && titleEnd != Integer.MAX_VALUE) {
            int close = text.indexOf('》', begin);
            titleEnd = close < 0 ? Integer.MAX_VALUE : close;
        }
        return titleEnd - begin <= TITLE_LENGTH ? titleEnd + 1 : begin;
    }

    private Setting setting(int begin, int end) {
        int before = begin;
        while (before > 0 && begin - before < 3 && " “（".indexOf(text.charAt(before - 1)) >= 0) {
            before--;
        }
        boolean opening = before == 0;
        boolean leading = opening || "。！？；：".indexOf(text.charAt(before - 1)) >= 0;
        char after = end < text.length() ? text.charAt(end) : '，';
        boolean since = cue(Cue.ASIDE_AFTER).beginsAt(text, end);
        boolean aside = since || cue(Cue.ASIDE_BEFORE).endsAt(text, begin);
        boolean attribute = after == '的' && end + 1 < text.length() && ChineseNumerals.isDigit(text.charAt(end + 1));
        boolean topic = !aside && (leading || attribute || "，、：间".indexOf(after) >= 0);
        return new Setting(
                sentence,
                opening,
                leading,
                quoted,
                topic,
                since,
                cue(Cue.DISTANT_BEFORE).endsAt(text, begin),
                cue(Cue.DELIVERY_AFTER).beginsAt(text, end),
                isFuture(begin));
    }

    private boolean isFuture(int begin) {
        for (int at = begin - 1; at >= 0 && begin - at <= CLAUSE_LENGTH; at--) {
            if ("，。；！？".indexOf(text.charAt(at)) >= 0) {
                return false;
            }
            if (cue(Cue.FUTURE_NEARBY).beginsAt(text, at)) {
                return true;
            }
        }
        return false;
    }

    private WordSet cue(Cue cue) {
        return lexicon.cue(cue);
    }
}
