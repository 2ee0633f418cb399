package org.wirestream.time;

import org.jspecify.annotations.Nullable;
import org.wirestream.time.DateLexicon.Cue;

/** Tells a date from a length of time, an ordinal, a part of a name, and other uses of the same characters. */
final class Usage {
    /** The longest stretch between a year and the noun of the event whose name it opens. */
    private static final int EVENT_NAME_LENGTH = 12;

    private final String text;
    private final DateLexicon lexicon;
    private final boolean chineseDays;

    /**
     * @param text the folded text
     * @param chineseDays whether the item writes days of the month in Chinese numerals
     */
    Usage(String text, DateLexicon lexicon, boolean chineseDays) {
        this.text = text;
        this.lexicon = lexicon;
        this.chineseDays = chineseDays;
    }

    /** Whether a number can begin at an offset: it is not the tail of a longer one, a code or an ordinal. */
    boolean startsNumber(int at) {
        if (at == 0) {
            return true;
        }
        char c = text.charAt(at);
        char before = text.charAt(at - 1);
        if (before == '年' || before == '月') {
            // The tail of 3年6月 or 腊月十五日; a date is read from its beginning.
            return false;
        }
        if (ChineseNumerals.isDigit(c)) {
            boolean acronym = isLetter(before) && at > 1 && isLetter(text.charAt(at - 2));
            boolean tail = before < 0x80 && " -~|".indexOf(before) < 0 && !acronym;
            boolean signed =
                    (before == '-' || before == '~') && at > 1 && Character.isLetterOrDigit(text.charAt(at - 2));
            return !tail && !signed && before != '第' && before != '\uFFFD';
        }
        return !ChineseNumerals.isNumeral(before)
                && !ChineseNumerals.isDigit(before)
                && "几两数多余半第每整近初".indexOf(before) < 0;
    }

    /** Whether an expression is used as a date. */
    boolean isDate(Term first, @Nullable Term last) {
        Term end = last == null ? first : last;
        int begin = first.begin();
        if (cue(Cue.RECURRING_BEFORE).endsAt(text, begin)
                || cue(Cue.OTHER_CALENDAR_BEFORE).endsAt(text, begin)) {
            return false;
        }
        boolean numbered = first.isBareDay() || first.isBareMonth() || (first.isYearOnly() && isCalendarYear(first));
        if (numbered
                && cue(Cue.DURATION_BEFORE).endsAt(text, begin)
                && !cue(Cue.NO_DURATION_BEFORE).endsAt(text, begin)) {
            return false;
        }
        if (first.isBareWeekday()) {
            return isLoneWeekday(first, last);
        }
        if (first.isBareDay()) {
            return (chineseDays || ChineseNumerals.isDigit(text.charAt(begin)))
                    && !follows(end, Cue.NO_DAY_AFTER, Cue.DAY_AFTER);
        }
        if (end.isBareMonth() && end.lastMonth() == 0) {
            return !follows(end, Cue.NO_MONTH_AFTER, Cue.MONTH_AFTER);
        }
        if (end.isYearOnly()) {
            return !(isCalendarYear(end) && cue(Cue.NO_YEAR_AFTER).beginsAt(text, end.end()))
                    && !(last == null && opensEventName(first));
        }
        if (text.startsWith("同月", begin) && begin > 0 && text.charAt(begin - 1) == '年') {
            return false;
        }
        return first.day() == null || first.month() != null || !isFigurative(first);
    }

    private boolean follows(Term end, Cue not, Cue unless) {
        return cue(not).beginsAt(text, end.end()) && !cue(unless).beginsAt(text, end.end());
    }

    private static boolean isCalendarYear(Term term) {
        return term.year() != null && term.year().isCalendar();
    }

    /** 美好的明天, 中国的今天: an age, not a day. 第二天 only opens a clause; elsewhere it counts days of something. */
    private boolean isFigurative(Term term) {
        char before = term.begin() > 0 ? text.charAt(term.begin() - 1) : '，';
        if (text.startsWith("第二天", term.begin())) {
            return Character.isLetterOrDigit(before);
        }
        return before == '的' && term.day() != null && term.day().base() == Ref.Base.ITEM;
    }

    /** A weekday that is no timetable (每周一, 周一至周五), no count (三周一次) and no gloss of a date beside it. */
    private boolean isLoneWeekday(Term term, @Nullable Term last) {
        char before = term.begin() > 0 ? text.charAt(term.begin() - 1) : '，';
        boolean counted = ChineseNumerals.isDigit(before)
                || ChineseNumerals.isNumeral(before)
                || "每逢两几数第个上下本整各年期".indexOf(before) >= 0;
        char after = charAt(term.end());
        char next = charAt(term.end() + 1);
        boolean counts = "次天个届年岁场轮多刊报".indexOf(after) >= 0 && after != '\0';
        boolean dateBefore = before == '日' || before == '号' || (before == ' ' && isDayBefore(term.begin() - 1));
        boolean apposed = before == '，' && "，）".indexOf(after) >= 0 && isDayBefore(term.begin() - 1);
        boolean bracketed = before == '（' && after == '）';
        boolean dateAfter = (after == '（' || after == ' ') && ChineseNumerals.isDigit(next);
        boolean dateJoined = ChineseNumerals.isDigit(after);
        return last == null
                && !counted
                && !counts
                && !dateBefore
                && !apposed
                && !bracketed
                && !dateAfter
                && !dateJoined;
    }

    private boolean isDayBefore(int end) {
        return end > 0 && (text.charAt(end - 1) == '日' || ChineseNumerals.isDigit(text.charAt(end - 1)));
    }

    /** 2010年上海世博会: the year belongs to the name of the event. */
    private boolean opensEventName(Term year) {
        if (!isCalendarYear(year)) {
            return false;
        }
        int limit = Math.min(text.length(), year.end() + EVENT_NAME_LENGTH);
        for (int at = year.end(); at < limit; at++) {
            if (cue(Cue.EVENT_NAME).beginsAt(text, at)) {
                return true;
            }
            if (!Character.isIdeographic(text.charAt(at))
                    || cue(Cue.EVENT_BREAK).beginsAt(text, at)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private WordSet cue(Cue cue) {
        return lexicon.cue(cue);
    }

    private char charAt(int at) {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
