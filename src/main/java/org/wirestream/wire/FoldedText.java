package org.wirestream.wire;

import java.util.Arrays;

/**
 * A text in one form for analysis, with the way back to the untouched source.
 *
 * <p>Real wires mix full-width and ASCII punctuation, digits and spaces, and Traditional script. Folding brings them to
 * the form that Chinese tools are made for: full-width punctuation, ASCII letters and digits, Simplified characters, no
 * invisible characters. Every offset is in UTF-16 code units. Immutable.
 */
public final class FoldedText {
    private final String source;
    private final String folded;
    /** For each folded code unit the source code unit that it came from; one more entry for the end. */
    private final int[] origins;

    private FoldedText(String source, String folded, int[] origins) {
        this.source = source;
        this.folded = folded;
        this.origins = origins;
    }

    /**
     * Folds a text.
     *
     * @param source the text as received
     * @param script converts Traditional characters one for one, or leaves them
     */
    public static FoldedText of(String source, Script script) {
        StringBuilder folded = new StringBuilder(source.length());
        int[] origins = new int[source.length() + 1];
        boolean quoteOpen = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (isInvisible(c)) {
                continue;
            }
            origins[folded.length()] = i;
            if (c == '"' || c == '\uFF02') {
                folded.append(quoteOpen ? '”' : '“');
                quoteOpen = !quoteOpen;
            } else {
                folded.append(fold(c, previous(source, i), next(source, i)));
            }
        }
        origins[folded.length()] = source.length();
        return new FoldedText(source, script.simplify(folded.toString()), Arrays.copyOf(origins, folded.length() + 1));
    }

    /** The text as received. */
    public String source() {
        return source;
    }

    /** The text for analysis. */
    public String folded() {
        return folded;
    }

    /** Where a span that begins at a folded offset begins in the source. */
    public int sourceBegin(int foldedBegin) {
        return origins[foldedBegin];
    }

    /** Where a span that ends before a folded offset ends in the source; invisible characters after it stay outside. */
    public int sourceEnd(int foldedEnd) {
        return foldedEnd == 0 ? 0 : origins[foldedEnd - 1] + 1;
    }

    /** The folded offset of the first visible character at or after a source offset. */
    public int foldedOffset(int sourceOffset) {
        int at = Arrays.binarySearch(origins, sourceOffset);
        return at >= 0 ? at : Math.min(-at - 1, folded.length());
    }

    /** The source characters of a folded span. */
    public String sourceText(int foldedBegin, int foldedEnd) {
        return source.substring(sourceBegin(foldedBegin), sourceEnd(foldedEnd));
    }

    private static char previous(String s, int i) {
        return i > 0 ? s.charAt(i - 1) : ' ';
    }

    private static char next(String s, int i) {
        return i + 1 < s.length() ? s.charAt(i + 1) : ' ';
    }

    /** Zero-width, directional and other format characters, which can stand inside a name without being seen. */
    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT || c == '\uFE0E' || c == '\uFE0F';
    }

    private static char fold(char c, char before, char after) {
        if (isFullWidthAlphanumeric(c)) {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '\u3000', '\u00A0', '\u2002', '\u2003', '\u2009', '\t' -> ' ';
            case '(' -> '（';
            case ')' -> '）';
            case ';' -> '；';
            case '?' -> '？';
            case '!' -> '！';
            case ',' -> isDigit(before) && isDigit(after) ? ',' : '，';
            case ':', '：' -> isDigit(before) && isDigit(after) ? ':' : '：';
            case '.', '．' -> isHan(before) && !isDigit(after) ? '。' : '.';
            case '％' -> '%';
            case '「', '『', '〝' -> '“';
            case '」', '』', '〞' -> '”';
            case '•', '・', '‧', '･' -> '·';
            case '－', '–' -> '-';
            case '～', '〜' -> '~';
            case '／' -> '/';
            case '｜', '丨' -> '|';
            default -> c;
        };
    }

    private static boolean isFullWidthAlphanumeric(char c) {
        return isFullWidthDigit(c) || (c >= '\uFF21' && c <= '\uFF3A') || (c >= '\uFF41' && c <= '\uFF5A');
    }

    private static boolean isFullWidthDigit(char c) {
        return c >= '\uFF10' && c <= '\uFF19';
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || isFullWidthDigit(c);
    }

    private static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
