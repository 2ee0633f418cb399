package org.wirestream.terminal;

import java.util.Map;
import org.jline.utils.WCWidth;
import org.jspecify.annotations.Nullable;

/**
 * How text is shown: in colours, or with brackets where colours cannot be shown. Text of the wire is made harmless: control
 * and directional characters are shown, never sent.
 *
 * @param colours whether ANSI colours are used
 * @param width columns of the terminal
 */
public record Style(boolean colours, int width) {
    private static final int DEFAULT_WIDTH = 100;
    private static final String RESET = "\u001B[0m";

    /**
     * The style for standard output.
     *
     * @param choice auto, always or never; auto follows the system property {@code wirestream.terminal}, which the launcher sets
     * @param environment tells {@code NO_COLOR} and {@code COLUMNS}
     */
    public static Style of(String choice, Map<String, String> environment) {
        boolean terminal = Boolean.getBoolean("wirestream.terminal")
                && environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean colours = choice.equals("always") || (choice.equals("auto") && terminal);
        return new Style(colours, width(environment.get("COLUMNS")));
    }

    private static int width(@Nullable String columns) {
        try {
            return columns == null ? DEFAULT_WIDTH : Math.max(40, Math.min(300, Integer.parseInt(columns.strip())));
        } catch (NumberFormatException e) {
            return DEFAULT_WIDTH;
        }
    }

    /** Text in a colour, by its ANSI code. */
    String paint(String text, String code) {
        return colours ? "\u001B[" + code + "m" + text + RESET : text;
    }

    String bold(String text) {
        return paint(text, "1");
    }

    String faint(String text) {
        return paint(text, "2");
    }

    /** The columns that a text takes. */
    static int columns(String text) {
        return text.codePoints().map(Style::columns).sum();
    }

    static int columns(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }

    /** The text with what could act on the terminal made visible; of the same length. */
    public static String harmless(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                shown.append((char) (0x2400 + c));
            } else if (c == 0x7F || (c >= 0x80 && c < 0xA0)) {
                shown.append('\u2421');
            } else if (Character.getType(c) == Character.FORMAT || c == '\u2028' || c == '\u2029') {
                shown.append('\uFFFD');
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }
}
