package org.wirestream.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table with columns as wide as their cells on a terminal: the first is set left, the others right. */
public final class Table {
    private static final String GAP = "  ";

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();
    private final boolean colored;

    /** @param header the columns' names */
    public Table(Screen screen, String... header) {
        this.header = List.of(header);
        this.colored = screen.colored();
    }

    /** Adds a row of as many cells as there are columns. */
    public Table row(String... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException("%d cells for %d columns".formatted(cells.length, header.size()));
        }
        rows.add(Arrays.stream(cells).map(SafeText::of).toList());
        return this;
    }

    /** The table, every line with its end. */
    public String render() {
        int[] widths = new int[header.size()];
        List<List<String>> all = new ArrayList<>(rows);
        all.add(0, header);
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], SafeText.width(row.get(i)));
            }
        }
        String rule = Arrays.stream(widths).mapToObj("─"::repeat).collect(Collectors.joining(GAP));
        StringBuilder table = new StringBuilder();
        table.append(Style.BOLD.apply(line(header, widths), colored)).append('\n');
        table.append(Style.DIM.apply(rule, colored)).append('\n');
        rows.forEach(row -> table.append(line(row, widths)).append('\n'));
        return table.toString();
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - SafeText.width(cells.get(i)));
            line.append(i == 0 ? "" : GAP);
            line.append(i == 0 ? cells.get(i) + padding : padding + cells.get(i));
        }
        return line.toString().stripTrailing();
    }
}
