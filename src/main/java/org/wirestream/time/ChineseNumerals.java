package org.wirestream.time;

import org.jspecify.annotations.Nullable;

/** Reads the small numbers that dates are made of: 9, 09, 九, 二十九, 2017, 二〇一七. */
final class ChineseNumerals {
    private static final String DIGITS = "〇一二三四五六七八九";
    /** Ways in which 〇 arrives: as a circle, as zero, as a letter, or lost in a charset that lacks it. */
    private static final String ZEROS = "〇○零◯OoＯ0\uFFFD";

    private ChineseNumerals() {}

    /**
     * A number in a text.
     *
     * @param value its value
     * @param end one past its last code unit
     * @param arabic whether it is written in ASCII digits
     */
    record Numeral(int value, int end, boolean arabic) {}

    /** A number below 100 that begins at an offset and is not the beginning of a longer one; null when there is none. */
    static @Nullable Numeral read(String text, int at) {
        if (at >= text.length()) {
            return null;
        }
        return isDigit(text.charAt(at)) ? arabic(text, at, 2) : chinese(text, at);
    }

    /** A year that begins at an offset: four digits, or two that begin with zero (08年); null when there is none. */
    static @Nullable Numeral readYear(String text, int at) {
        if (at < text.length() && isDigit(text.charAt(at))) {
            Numeral year = arabic(text, at, 4);
            return year == null ? null : century(year, year.end() - at);
        }
        int end = at;
        int value = 0;
        while (end < text.length() && end - at <= 4) {
            int digit = chineseDigit(text.charAt(end));
            if (digit < 0) {
                break;
            }
            value = value * 10 + digit;
            end++;
        }
        return century(new Numeral(value, end, false), end - at);
    }

    /** Whether a Chinese month and day (六月九日) occur in a text: only then a lone 九日 is a day and no length of time. */
    static boolean hasMonthDay(String text) {
        for (int month = text.indexOf('月', 1); month > 0; month = text.indexOf('月', month + 1)) {
            Numeral day = month + 1 < text.length() && !isDigit(text.charAt(month + 1)) ? read(text, month + 1) : null;
            if (day != null
                    && isNumeral(text.charAt(month - 1))
                    && day.end() < text.length()
                    && text.charAt(day.end()) == '日') {
                return true;
            }
        }
        return false;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a character is part of a number written in Chinese. */
    static boolean isNumeral(char c) {
        return c == '十' || c == '百' || c == '千' || c == '万' || c == '亿' || c == '零' || DIGITS.indexOf(c) >= 0;
    }

    private static @Nullable Numeral century(Numeral year, int length) {
        if (length == 4 && year.value() >= 1000) {
            return year;
        }
        return length == 2 && year.value() < 10 ? new Numeral(2000 + year.value(), year.end(), year.arabic()) : null;
    }

    private static @Nullable Numeral arabic(String text, int at, int most) {
        int end = at;
        int value = 0;
        while (end < text.length() && isDigit(text.charAt(end))) {
            if (end - at == most) {
                return null;
            }
            value = value * 10 + text.charAt(end) - '0';
            end++;
        }
        return new Numeral(value, end, true);
    }

    private static @Nullable Numeral chinese(String text, int at) {
        int end = at;
        int tens = 0;
        int first = DIGITS.indexOf(text.charAt(end));
        if (first > 0) {
            end++;
        }
        boolean ten = end < text.length() && text.charAt(end) == '十';
        int units = Math.max(first, 0);
        if (ten) {
            tens = first > 0 ? first : 1;
            end++;
            units = end < text.length() ? Math.max(DIGITS.indexOf(text.charAt(end)), 0) : 0;
            end += units > 0 ? 1 : 0;
        }
        boolean longer = end < text.length() && isNumeral(text.charAt(end));
        return end == at || longer ? null : new Numeral(tens * 10 + units, end, false);
    }

    private static int chineseDigit(char c) {
        return ZEROS.indexOf(c) >= 0 ? 0 : DIGITS.indexOf(c);
    }
}
