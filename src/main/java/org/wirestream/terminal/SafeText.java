package org.wirestream.terminal;

import org.jline.utils.WCWidth;

/**
 * Text that came over the wire, made harmless for a terminal: control characters, ANSI escapes, marks that turn the
 * reading direction and lone surrogates become visible characters. Stateless.
 */
public final class SafeText {
    private static final int PICTURES = 0x2400;
    private static final int DELETE = 0x7F;

    private SafeText() {}

    /** The text with everything invisible or dangerous made visible. */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> safe.append(of(codePoint)));
        return safe.toString();
    }

    /** One code point; a tab or line end is a control character too. */
    static String of(int codePoint) {
        if (codePoint < ' ') {
            return Character.toString(PICTURES + codePoint);
        }
        if (codePoint == DELETE) {
            return "\u2421";
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> "<U+%04X>".formatted(codePoint);
            case Character.SURROGATE -> "\uFFFD";
            default -> Character.toString(codePoint);
        };
    }

    /** The columns that a terminal gives the text, after it is made harmless; a Han character takes two. */
    public static int width(String text) {
        return of(text).codePoints()
                .map(WCWidth::wcwidth)
                .map(w -> Math.max(w, 0))
                .sum();
    }
}
