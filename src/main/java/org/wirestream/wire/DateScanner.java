package org.wirestream.wire;

import org.jspecify.annotations.Nullable;

/** Reads 2017年6月9日, 6月9日, 9日, 二〇一七年六月九日 and 2017-06-09 at an offset of folded text. */
final class DateScanner {
    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
    private static final int MAX_NUMBER = 9999;

    private DateScanner() {}

    /** The date that begins at an offset, as long as possible; null when there is none. */
    static @Nullable WrittenDate at(String text, int begin) {
        if (begin >= text.length()
                || (begin > 0 && isNumeral(text.charAt(begin)) && isNumeral(text.charAt(begin - 1)))) {
            return null;
        }
        Figure first = number(text, begin);
        if (first == null) {
            return null;
        }
        WrittenDate iso = iso(text, begin, first);
        if (iso != null) {
            return iso;
        }
        int year = 0;
        int month = 0;
        Figure number = first;
        if (first.value >= 1000 && Chars.startsAt(text, first.end, '年')) {
            year = first.value;
            number = number(text, Chars.skipSpace(text, first.end + 1));
        }
        if (number != null && Chars.startsAt(text, number.end, '月')) {
            month = number.value;
            number = number(text, Chars.skipSpace(text, number.end + 1));
        } else if (year > 0) {
            return null;
        }
        return number != null && Chars.isAnyOf("日号", text, number.end) && number.value <= 31
                ? new WrittenDate(year, month, number.value, new Range(begin, number.end + 1))
                : null;
    }

    private static @Nullable WrittenDate iso(String text, int begin, Figure year) {
        if (year.end - begin != 4 || !Chars.isAnyOf("-/.", text, year.end)) {
            return null;
        }
        Figure month = number(text, year.end + 1);
        if (month == null || !Chars.startsAt(text, month.end, text.charAt(year.end))) {
            return null;
        }
        Figure day = number(text, month.end + 1);
        return day == null ? null : new WrittenDate(year.value, month.value, day.value, new Range(begin, day.end));
    }

    private record Figure(int value, int end) {}

    /** A number in ASCII digits, Chinese digits one by one (二〇一七) or Chinese tens (二十七). */
    private static @Nullable Figure number(String text, int begin) {
        int at = begin;
        int value = 0;
        while (at < text.length() && isNumeral(text.charAt(at)) && value <= MAX_NUMBER) {
            char c = text.charAt(at++);
            if (c == '十' || c == '廿') {
                boolean unitFollows = at < text.length() && digit(text.charAt(at)) > 0;
                int tens = c == '廿' ? 20 : Math.max(1, value) * 10;
                value = unitFollows ? tens + digit(text.charAt(at++)) : tens;
            } else {
                value = value * 10 + digit(c);
            }
        }
        int end = at;
        at = Chars.skipSpace(text, at);
        return end == begin || value > MAX_NUMBER
                ? null
                : new Figure(value, Chars.isAnyOf("年月日号", text, at) ? at : end);
    }

    private static boolean isNumeral(char c) {
        return c == '十' || c == '廿' || digit(c) >= 0;
    }

    private static int digit(char c) {
        if (Chars.isDigit(c)) {
            return c - '0';
        }
        return c == '零' || c == '○' ? 0 : CHINESE_DIGITS.indexOf(c);
    }
}
