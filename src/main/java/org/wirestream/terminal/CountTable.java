package org.wirestream.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A table of counts with aligned columns, Chinese labels among them. */
public final class CountTable {
    private static final int MAX_LABEL = 40;
    private static final String EIGHTHS = "▏▎▍▌▋▊▉█";
    private static final int BAR = 16;

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

    /** Prints a titled table; bars show mentions, or paragraphs where nothing has mentions. */
    public void print(String title, List<Row> rows, PrintStream out) {
        boolean mentioned = rows.stream().anyMatch(row -> row.mentions() > 0);
        long most =
                rows.stream().mapToLong(row -> measure(row, mentioned)).max().orElse(0);
        out.println();
        out.println(style.bold(title));
        out.println(style.faint(pad("", MAX_LABEL) + "%10s%12s%10s".formatted("items", "paragraphs", "mentions")));
        for (Row row : rows) {
            String figures =
                    String.format(Locale.ROOT, "%,10d%,12d%,10d  ", row.items(), row.paragraphs(), row.mentions());
            out.println(pad(Style.harmless(row.label()), MAX_LABEL)
                    + (figures + style.paint(bar(measure(row, mentioned), most), "34")).stripTrailing());
        }
    }

    private static long measure(Row row, boolean mentioned) {
        return mentioned ? row.mentions() : row.paragraphs();
    }

    /** A share of the longest bar, to an eighth of a column. */
    private static String bar(long value, long most) {
        if (value <= 0 || most <= 0) {
            return "";
        }
        int eighths = (int) Math.max(1, Math.round((double) value / most * BAR * EIGHTHS.length()));
        int rest = eighths % EIGHTHS.length();
        return "█".repeat(eighths / EIGHTHS.length()) + (rest == 0 ? "" : EIGHTHS.charAt(rest - 1));
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
