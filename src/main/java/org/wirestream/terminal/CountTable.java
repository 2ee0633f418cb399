package org.wirestream.terminal;

import java.io.PrintStream;
import java.util.List;

/** A table of counts with aligned columns, Chinese labels among them. */
public final class CountTable {
    private static final int MAX_LABEL = 40;

    private final Style style;

    /** A table in a style. */
    public CountTable(Style style) {
        this.style = style;
    }

    /**
     * One row.
     *
     * @param label what is counted
     */
    public record Row(String label, long items, long paragraphs, long mentions) {}

    /** Prints a titled table. */
    public void print(String title, List<Row> rows, PrintStream out) {
        out.println();
        out.println(style.bold(title));
        out.println(style.faint(pad("", MAX_LABEL) + "%10s%12s%10s".formatted("items", "paragraphs", "mentions")));
        for (Row row : rows) {
            out.println(pad(Style.harmless(row.label()), MAX_LABEL)
                    + "%10d%12d%10d".formatted(row.items(), row.paragraphs(), row.mentions()));
        }
    }

    private static String pad(String label, int columns) {
        StringBuilder padded = new StringBuilder();
        int used = 0;
        for (int i = 0; i < label.length(); ) {
            int c = label.codePointAt(i);
            int width = Style.columns(c);
            if (used + width > columns - 1) {
                padded.append('…');
                used++;
                break;
            }
            padded.appendCodePoint(c);
            used += width;
            i += Character.charCount(c);
        }
        return padded + " ".repeat(Math.max(0, columns - used));
    }
}
