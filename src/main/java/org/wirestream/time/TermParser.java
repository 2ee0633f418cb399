package org.wirestream.time;

import org.jspecify.annotations.Nullable;
import org.wirestream.time.ChineseNumerals.Numeral;
import org.wirestream.time.DateLexicon.RelativeWord;

/**
 * Reads one date at one place of a folded text: by recursive descent with bounded look-ahead, so that a text costs time in
 * proportion to its length whatever it holds.
 */
final class TermParser {
    private static final String WEEKDAYS = "一二三四五六日";

    /** Two digits below this are of this century. */
    private static final int FIRST_SHORT_YEAR = 50;

    private final String text;
    private final DateLexicon lexicon;

    TermParser(String text, DateLexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
    }

    /** The date that begins at an offset, as long as it can be; null when there is none. */
    @Nullable
    Term parse(int begin) {
        Term numeric = numeric(begin);
        if (numeric != null) {
            return numeric;
        }
        Term weekday = weekday(begin);
        return weekday != null ? weekday : calendar(begin);
    }

    /**
     * Where the second end of an interval can begin.
     *
     * @param at one past the first end
     * @param open whether the first end has no unit of its own: then 8、9日 is one, too
     * @return the offset; -1 when no word or mark of an interval stands there
     */
    int afterSeparator(int at, boolean open) {
        int mark = skipSpace(at);
        char c = charAt(mark);
        if (c == '至' || c == '到' || c == '~' || c == '-' || (open && (c == '、' || c == '/'))) {
            return skipSpace(mark + 1);
        }
        int end = mark;
        while (end < mark + 2 && (charAt(end) == '—' || charAt(end) == '―' || charAt(end) == '─')) {
            end++;
        }
        return end > mark ? skipSpace(end) : -1;
    }

    /** 2026-01-30, 2026/1/30, 2026.1.30. */
    private @Nullable Term numeric(int begin) {
        Numeral year = ChineseNumerals.isDigit(charAt(begin)) ? ChineseNumerals.readYear(text, begin) : null;
        if (year == null || year.value() >= 2200 || year.end() - begin != 4) {
            return null;
        }
        char mark = charAt(year.end());
        if (mark != '-' && mark != '/' && mark != '.') {
            return null;
        }
        Numeral month = ChineseNumerals.read(text, year.end() + 1);
        if (month == null || !month.arabic() || charAt(month.end()) != mark) {
            return null;
        }
        Numeral day = ChineseNumerals.read(text, month.end() + 1);
        boolean more = day != null && charAt(day.end()) == mark && ChineseNumerals.isDigit(charAt(day.end() + 1));
        if (day == null || !day.arabic() || more) {
            return null;
        }
        return new Term(
                begin,
                day.end(),
                Ref.calendar(year.value()),
                Ref.calendar(month.value()),
                0,
                Ref.calendar(day.value()),
                false);
    }

    /** 下周一, 上个星期五, 周六. */
    private @Nullable Term weekday(int begin) {
        char which = charAt(begin);
        int week = which == '上' ? -1 : which == '下' ? 1 : 0;
        boolean named = week != 0 || which == '本' || which == '这';
        int at = named ? begin + 1 : begin;
        if (named && charAt(at) == '个') {
            at++;
        }
        int noun = charAt(at) == '周' ? 1 : text.startsWith("星期", at) || text.startsWith("礼拜", at) ? 2 : 0;
        if (noun == 0) {
            return null;
        }
        at += noun;
        int number = charAt(at) == '天' && noun == 2 ? 6 : WEEKDAYS.indexOf(charAt(at));
        if (number < 0) {
            return null;
        }
        Ref day = named ? new Ref(Ref.Base.WEEK, week * 7 + number) : new Ref(Ref.Base.WEEKDAY, number);
        return Term.ofDay(begin, at + 1, day, false);
    }

    /** Everything that is written with 年, 月, 日, or a word in their place. */
    private @Nullable Term calendar(int begin) {
        int wordEnd = lexicon.endOfRelative(text, begin);
        RelativeWord word = wordEnd > begin ? lexicon.relative(text.substring(begin, wordEnd)) : null;
        if (word != null && word.unit() == Unit.DAY) {
            return Term.ofDay(begin, wordEnd, word.ref(), false);
        }
        if (word != null && word.unit() == Unit.MONTH) {
            return withDay(begin, wordEnd, null, word.ref());
        }
        if (word != null) {
            return withMonth(begin, wordEnd, word.ref());
        }
        Numeral year = ChineseNumerals.readYear(text, begin);
        if (year != null) {
            int unit = skipSpace(year.end());
            if (charAt(unit) == '年') {
                return withMonth(begin, unit + 1, Ref.calendar(year.value()));
            }
            if (sharesYear(year)) {
                return Term.ofYear(begin, year.end(), Ref.calendar(year.value()), true);
            }
        }
        Term shortYear = shortYear(begin);
        return shortYear != null ? shortYear : monthOrDay(begin, begin, null);
    }

    /** 17年6月8日, 98年7月1日; without a day it would be a length of time. */
    private @Nullable Term shortYear(int begin) {
        Numeral year = ChineseNumerals.isDigit(charAt(begin)) ? ChineseNumerals.read(text, begin) : null;
        if (year == null || year.end() - begin != 2 || charAt(year.end()) != '年') {
            return null;
        }
        int century = year.value() < FIRST_SHORT_YEAR ? 2000 : 1900;
        Term date = withMonth(begin, year.end() + 1, Ref.calendar(century + year.value()));
        return date.day() == null ? null : date;
    }

    private Term withMonth(int begin, int yearEnd, Ref year) {
        if (charAt(yearEnd) == '度' && charAt(yearEnd + 1) != '假') {
            Term quarter = monthOrDay(begin, yearEnd + 1, year);
            return quarter != null ? quarter : Term.ofYear(begin, yearEnd + 1, year, false);
        }
        Term finer = monthOrDay(begin, skipSpace(yearEnd), year);
        return finer != null ? finer : Term.ofYear(begin, yearEnd, year, false);
    }

    /** What can follow a year, or stand without one. */
    private @Nullable Term monthOrDay(int begin, int at, @Nullable Ref year) {
        Term part = partOfYear(begin, at, year);
        if (part != null) {
            return part;
        }
        Numeral number = ChineseNumerals.read(text, at);
        if (number == null) {
            return null;
        }
        int unit = skipSpace(number.end());
        Ref ref = Ref.calendar(number.value());
        if (charAt(unit) == '月') {
            return withDay(begin, unit + 1, year, ref);
        }
        if (charAt(unit) == '日' && year == null) {
            return Term.ofDay(begin, unit + 1, ref, false);
        }
        return switch (sharedUnit(number)) {
            case '月' -> new Term(begin, number.end(), year, ref, 0, null, true);
            case '日' -> year == null ? Term.ofDay(begin, number.end(), ref, true) : null;
            case '季' -> quarters(begin, number.end(), year, number.value(), number.value(), true);
            default -> null;
        };
    }

    private Term withDay(int begin, int monthEnd, @Nullable Ref year, Ref month) {
        Numeral day = ChineseNumerals.read(text, skipSpace(monthEnd));
        if (day != null) {
            int unit = skipSpace(day.end());
            if (charAt(unit) == '日' || charAt(unit) == '号') {
                return new Term(begin, unit + 1, year, month, 0, Ref.calendar(day.value()), false);
            }
            if (sharedUnit(day) == '日') {
                return new Term(begin, day.end(), year, month, 0, Ref.calendar(day.value()), true);
            }
        }
        boolean counted = charAt(monthEnd) == '份' && charAt(monthEnd + 1) != '额' && month.isCalendar();
        return new Term(begin, counted ? monthEnd + 1 : monthEnd, year, month, 0, null, false);
    }

    /** 一季度, 前三季度, 上半年; after a year also 前11个月. */
    private @Nullable Term partOfYear(int begin, int at, @Nullable Ref year) {
        if (text.startsWith("上半年", at) || text.startsWith("下半年", at)) {
            int first = charAt(at) == '上' ? 1 : 7;
            return new Term(begin, at + 3, year, Ref.calendar(first), first + 5, null, false);
        }
        char prefix = charAt(at);
        if (prefix == '首' && text.startsWith("季度", at + 1)) {
            return quarters(begin, at + 3, year, 1, 1, false);
        }
        boolean ordinal = prefix == '第';
        boolean running = prefix == '前';
        Numeral number = ChineseNumerals.read(text, ordinal || running ? at + 1 : at);
        if (number == null && !running) {
            return null;
        }
        // 两 counts and is no digit, so that 两日 is never a day of the month.
        boolean two = number == null && charAt(at + 1) == '两';
        int value = number != null ? number.value() : two ? 2 : 0;
        int end = skipSpace(number != null ? number.end() : at + 2);
        if (text.startsWith("季度", end)) {
            return quarters(begin, end + 2, year, running ? 1 : value, value, false);
        }
        if (running && year != null && text.startsWith("个月", end) && value >= 1 && value <= 12) {
            return new Term(begin, end + 2, year, Ref.calendar(1), value, null, false);
        }
        boolean shared = ordinal && number != null && sharedUnit(number) == '季';
        return shared ? quarters(begin, end, year, value, value, true) : null;
    }

    private static @Nullable Term quarters(int begin, int end, @Nullable Ref year, int first, int last, boolean open) {
        if (first < 1 || last > 4) {
            return null;
        }
        return new Term(begin, end, year, Ref.calendar(first * 3 - 2), last * 3, null, open);
    }

    /** The unit that a number takes from the number after a separator: 季, 月, 日; a blank when there is none. */
    private char sharedUnit(Numeral number) {
        int at = afterSeparator(number.end(), true);
        Numeral next = at < 0 ? null : ChineseNumerals.read(text, at + (charAt(at) == '第' ? 1 : 0));
        if (next == null || next.value() <= number.value() || !joins(number.end(), number, next)) {
            return ' ';
        }
        int unit = skipSpace(next.end());
        char c = charAt(unit);
        return c == '月' || c == '日' || text.startsWith("季度", unit) ? c : ' ';
    }

    private boolean sharesYear(Numeral year) {
        int at = afterSeparator(year.end(), true);
        Numeral next = at < 0 ? null : ChineseNumerals.readYear(text, at);
        return next != null
                && next.value() > year.value()
                && charAt(skipSpace(next.end())) == '年'
                && joins(year.end(), year, next);
    }

    /** An enumeration is an interval only when its two numbers are neighbours. */
    private boolean joins(int separator, Numeral first, Numeral next) {
        char c = charAt(skipSpace(separator));
        return (c != '、' && c != '/') || next.value() == first.value() + 1;
    }

    private int skipSpace(int at) {
        return charAt(at) == ' ' ? at + 1 : at;
    }

    private char charAt(int at) {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
