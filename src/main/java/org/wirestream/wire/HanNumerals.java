package org.wirestream.wire;

/** Small numbers as datelines write them: 29, 二十九, 二九, 〇. */
final class HanNumerals {
    static final String DIGITS = "〇零○一二三四五六七八九";

    private HanNumerals() {}

    /** The value, or -1 when the text is no number. */
    static int parse(String text) {
        if (text.isEmpty() || text.length() > 9) {
            return -1;
        }
        int value = 0;
        boolean positional = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '十') {
                value = i == 0 ? 10 : value * 10;
                positional = false;
                continue;
            }
            int digit = digit(c);
            if (digit < 0) {
                return -1;
            }
            value = positional ? value * 10 + digit : value + digit;
        }
        return value;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int at = DIGITS.indexOf(c);
        return at < 0 ? -1 : Math.max(0, at - 2);
    }
}
