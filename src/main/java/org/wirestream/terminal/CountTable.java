package org.wirestream.terminal;

import java.util.List;
import java.util.Locale;

/** Counts as a table: label, items, paragraphs, mentions, and a bar for the eye. */
public final class CountTable {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final int BAR = 16;

    private final Screen screen;

    /**
     * What was counted of one subject, desk, entity or country.
     *
     * @param label its name
     * @param items number of items
     * @param paragraphs number of paragraphs
     * @param mentions number of mentions; 0 for what is not mentioned but assigned
     */
    public record Row(String label, long items, long paragraphs, long mentions) {}

    /** @param screen where the table goes */
    public CountTable(Screen screen) {
        this.screen = screen;
    }

    /**
     * The table, every line with its end.
     *
     * @param name what is counted: the first column's name
     * @param rows in the order in which they are to stand; bars show mentions, or paragraphs where nothing has mentions
     */
    public String render(String name, List<Row> rows) {
        boolean mentioned = rows.stream().anyMatch(row -> row.mentions() > 0);
        long most =
                rows.stream().mapToLong(row -> measure(row, mentioned)).max().orElse(0);
        Table table = new Table(screen, name, "items", "paragraphs", "mentions", "");
        for (Row row : rows) {
            String bar = bar(measure(row, mentioned), most);
            table.row(
                    row.label(),
                    number(row.items()),
                    number(row.paragraphs()),
                    row.mentions() == 0 ? "·" : number(row.mentions()),
                    bar + " ".repeat(BAR - bar.length()));
        }
        return table.render();
    }

    private static long measure(Row row, boolean mentioned) {
        return mentioned ? row.mentions() : row.paragraphs();
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String bar(long value, long most) {
        if (value <= 0 || most <= 0) {
            return "";
        }
        int eighths = (int) Math.max(1, Math.round(8.0 * BAR * value / most));
        String rest = eighths % 8 == 0 ? "" : EIGHTHS.substring(eighths % 8, eighths % 8 + 1);
        return "█".repeat(eighths / 8) + rest;
    }
}
