package org.wirestream.gazetteer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Entries in a file: one JSON object a line, or a table with tabs whose first line names the columns ({@code name}, {@code type} and
 * any of {@code identifier}, {@code aliases} with {@code |} between them, {@code country}, {@code note}).
 */
public final class GazetteerFile {
    private static final int MOST_COMPLAINTS = 20;
    private static final List<String> COLUMNS = List.of("name", "type", "identifier", "aliases", "country", "note");

    private final String file;
    private final List<String> complaints = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private GazetteerFile(String file) {
        this.file = file;
    }

    /**
     * Reads every entry, or none.
     *
     * @param file its name; one that ends in {@code .tsv} is a table
     * @param text the file, without a byte order mark
     * @throws InvalidEntryException naming every line that is wrong, twenty at most
     */
    public static List<GazetteerEntry> read(String file, String text) throws InvalidEntryException {
        return new GazetteerFile(file).read(text);
    }

    private List<GazetteerEntry> read(String text) throws InvalidEntryException {
        List<GazetteerEntry> entries = new ArrayList<>();
        boolean table = file.toLowerCase(Locale.ROOT).endsWith(".tsv");
        List<String> columns = List.of();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                if (table && columns.isEmpty()) {
                    columns = columns(line);
                } else {
                    entries.add(once(table ? row(columns, line) : json(line), number));
                }
            } catch (InvalidEntryException e) {
                complaints.add("%s:%d: %s".formatted(file, number, e.getMessage()));
                if (table && columns.isEmpty()) {
                    break;
                }
            }
        }
        if (!complaints.isEmpty()) {
            int more = complaints.size() - MOST_COMPLAINTS;
            throw new InvalidEntryException(String.join(
                            "\n", complaints.subList(0, Math.min(MOST_COMPLAINTS, complaints.size())))
                    + (more > 0 ? "\nand %,d more".formatted(more) : ""));
        }
        return entries;
    }

    private static List<String> columns(String line) throws InvalidEntryException {
        List<String> columns =
                Arrays.stream(line.split("\t", -1)).map(String::strip).toList();
        if (!COLUMNS.containsAll(columns)
                || !columns.contains("name")
                || !columns.contains("type")
                || columns.stream().distinct().count() < columns.size()) {
            throw new InvalidEntryException(
                    "the first line names the columns: name, type, and any of identifier, aliases, country, note");
        }
        return columns;
    }

    private static GazetteerEntry row(List<String> columns, String line) throws InvalidEntryException {
        List<String> cells = Arrays.asList(line.split("\t", -1));
        if (cells.size() > columns.size()) {
            throw new InvalidEntryException("%d cells for %d columns".formatted(cells.size(), columns.size()));
        }
        String aliases = cell(columns, cells, "aliases");
        return GazetteerFormat.check(
                cell(columns, cells, "name"),
                cell(columns, cells, "type"),
                cell(columns, cells, "identifier"),
                aliases == null
                        ? List.of()
                        : Arrays.stream(aliases.split("\\|", -1))
                                .map(String::strip)
                                .filter(alias -> !alias.isEmpty())
                                .toList(),
                cell(columns, cells, "country"),
                cell(columns, cells, "note"));
    }

    private static @Nullable String cell(List<String> columns, List<String> cells, String column) {
        int at = columns.indexOf(column);
        return at < 0 || at >= cells.size() || cells.get(at).isBlank()
                ? null
                : cells.get(at).strip();
    }

    private static GazetteerEntry json(String line) throws InvalidEntryException {
        return GazetteerFormat.read(line.getBytes(StandardCharsets.UTF_8));
    }

    private GazetteerEntry once(GazetteerEntry entry, int number) throws InvalidEntryException {
        Integer earlier = lines.putIfAbsent(entry.name(), number);
        if (earlier != null) {
            throw new InvalidEntryException("%s stands in line %d already".formatted(entry.name(), earlier));
        }
        return entry;
    }
}
