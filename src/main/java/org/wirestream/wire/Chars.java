package org.wirestream.wire;

/** Character classes of folded wire text and the scans over it. */
final class Chars {
    private Chars() {}

    static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether nothing is seen: spaces, controls, format characters, fillers. */
    static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || type == Character.SPACE_SEPARATOR
                || type == Character.FORMAT
                || type == Character.CONTROL
                || (c >= 0xFE00 && c <= 0xFE0F)
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x2800
                || c == 0x3164
                || c == 0xFFA0;
    }

    static boolean isBlank(String text) {
        return text.codePoints().allMatch(Chars::isInvisible);
    }

    /** The first offset at or after {@code from} that has no space. */
    static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && isInvisible(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The last offset at or before {@code end} that has a visible character before it. */
    static int trimEnd(String text, int end, int begin) {
        int at = end;
        while (at > begin && isInvisible(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** The text without invisible characters at its ends. */
    static String trimmed(String text) {
        int begin = skipSpace(text, 0);
        return text.substring(begin, trimEnd(text, text.length(), begin));
    }

    /** The text without any invisible characters. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isInvisible(c)).forEach(visible::appendCodePoint);
        return visible.toString();
    }

    /** The bracket that closes the one at an offset; 0 when there is none. */
    static char closing(String text, int at) {
        if (at >= text.length()) {
            return 0;
        }
        return switch (text.charAt(at)) {
            case '（' -> '）';
            case '【' -> '】';
            case '〔' -> '〕';
            case '[', '［' -> text.charAt(at) == '[' ? ']' : '］';
            case '〖' -> '〗';
            default -> 0;
        };
    }

    /** Where the bracket that opens at an offset closes, at most {@code reach} code units on; -1 when it does not. */
    static int closeOf(String text, int open, int reach) {
        char opening = text.charAt(open);
        char close = closing(text, open);
        int depth = 0;
        for (int i = open; i < Math.min(text.length(), open + reach); i++) {
            char c = text.charAt(i);
            if (c == opening) {
                depth++;
            } else if (c == close && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    static boolean startsAt(String text, int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    static boolean isAnyOf(String characters, String text, int at) {
        return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
    }
}
