package org.wirestream.time;

/** Numbers in dates: 2017, 二〇一七, 二十九. U+FFFD stands for 〇, which old archives lost. */
final class Numerals {
    static final String ZEROS = "〇零○\uFFFD";
    static final String CLASS = "0-9" + ZEROS + "一二三四五六七八九十";
    private static final String DIGITS = "一二三四五六七八九";

    private Numerals() {}

    /** The value of at most four digits, or -1. */
    static int parse(String text) {
        int value = 0;
        boolean tens = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '十') {
                value = (i == 0 ? 1 : value) * 10;
                tens = true;
                continue;
            }
            int digit = c >= '0' && c <= '9' ? c - '0' : ZEROS.indexOf(c) >= 0 ? 0 : DIGITS.indexOf(c) + 1;
            if (digit == 0 && c != '0' && ZEROS.indexOf(c) < 0) {
                return -1;
            }
            value = tens ? value + digit : value * 10 + digit;
        }
        return text.isEmpty() ? -1 : value;
    }
}
