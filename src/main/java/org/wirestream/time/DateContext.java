package org.wirestream.time;

import java.util.regex.Pattern;

/** What stands around a number and tells a date from a duration, a habit or a title. */
final class DateContext {
    private static final String NOT_BEFORE_DAY = "第续期时每近约隔足整共逾过";
    private static final Pattern PLANNED = Pattern.compile("(?:将|拟|计划|定于|预计|有望)[^。；]{0,12}$");

    private DateContext() {}

    /** What stands in 《》 is a title, not a date; a bracket left open ends at the next full stop. */
    static boolean[] titles(String text) {
        boolean[] inside = new boolean[text.length()];
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '《') {
                depth++;
            } else if (c == '》') {
                depth = Math.max(0, depth - 1);
            } else if (c == '。') {
                depth = 0;
            }
            inside[i] = depth > 0;
        }
        return inside;
    }

    static boolean isPlanned(String text, int at) {
        return PLANNED.matcher(text.substring(Math.max(0, at - 16), at)).find();
    }

    static boolean isEvery(String text, int at) {
        return text.startsWith("每年", Math.max(0, at - 2))
                || text.startsWith("每年的", Math.max(0, at - 3))
                || text.startsWith("每月", Math.max(0, at - 2));
    }

    static boolean isDuration(String text, int at) {
        return at > 0 && NOT_BEFORE_DAY.indexOf(text.charAt(at - 1)) >= 0;
    }

    static boolean continuesNumber(String text, int at) {
        char before = text.charAt(at - 1);
        return isNumeral(before)
                || before == '.'
                || before == ','
                || (before < 0x80 && Character.isLetter(before))
                || "百千万亿两几数".indexOf(before) >= 0;
    }

    static boolean isNumeral(char c) {
        return (c >= '0' && c <= '9') || "〇零○\uFFFD一二三四五六七八九十".indexOf(c) >= 0;
    }
}
