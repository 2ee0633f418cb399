package org.wirestream.replay;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.ItemTime;

/**
 * What a feed knows about files beside their text: a UTF-8 table with tabs between its columns.
 *
 * <p>The first line names the columns, in any order: {@code file}, and any of {@code id}, {@code date}, {@code version}. A cell
 * may be empty. {@code file} is a file's name, or the end of its path where names repeat ({@code june/001.txt}).
 * {@code date} is a day, which means midnight in Beijing, or a date-time with offset. Immutable.
 */
public final class Manifest {
    private static final List<String> COLUMNS = List.of("file", "id", "date", "version");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Map<Path, Entry> entries;

    private Manifest(Map<Path, Entry> entries) {
        this.entries = entries;
    }

    /**
     * One row without its file.
     *
     * @param id the item's id
     * @param date the item's own time
     * @param version the feed's version
     */
    record Entry(
            @Nullable String id,
            @Nullable OffsetDateTime date,
            @Nullable String version) {
        static final Entry NOTHING = new Entry(null, null, null);
    }

    /** A manifest that says nothing. */
    public static Manifest none() {
        return new Manifest(Map.of());
    }

    /**
     * Reads a manifest.
     *
     * @throws SourceException when it cannot be read or a row is wrong; the message gives file, line and cause
     */
    public static Manifest read(Path file) throws SourceException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new SourceException("manifest %s is not UTF-8; save it as UTF-8".formatted(file), e);
        } catch (IOException e) {
            throw new SourceException("manifest %s cannot be read: %s".formatted(file, Causes.of(e)), e);
        }
        return new Reader(file).read(lines);
    }

    /** The own time of the item in a file; null when the manifest gives none. */
    public @Nullable OffsetDateTime date(String file) {
        return entry(Path.of(file)).date();
    }

    /** What the manifest says of a file: by the longest end of its path that has a row. */
    Entry entry(Path file) {
        for (int from = 0; from < file.getNameCount(); from++) {
            Entry entry = entries.get(file.subpath(from, file.getNameCount()));
            if (entry != null) {
                return entry;
            }
        }
        return Entry.NOTHING;
    }

    /** Reads rows, and says which one is wrong. */
    private static final class Reader {
        private final Path file;
        private int line;

        Reader(Path file) {
            this.file = file;
        }

        Manifest read(List<String> lines) throws SourceException {
            line = 1;
            if (lines.isEmpty()) {
                throw wrong("the file is empty; its first line names the columns " + COLUMNS);
            }
            Map<String, Integer> columns = columns(lines.get(0));
            Map<Path, Entry> entries = new HashMap<>();
            Map<Path, Integer> rows = new HashMap<>();
            for (String row : lines.subList(1, lines.size())) {
                line++;
                if (row.isBlank()) {
                    continue;
                }
                List<String> cells = List.of(row.split("\t", -1));
                if (cells.size() > columns.size()) {
                    throw wrong("%d cells for %d columns".formatted(cells.size(), columns.size()));
                }
                Path name = name(cell(cells, columns, "file"));
                Integer earlier = rows.put(name, line);
                if (earlier != null) {
                    throw wrong("%s has a row already, in line %d".formatted(name, earlier));
                }
                entries.put(
                        name,
                        new Entry(
                                cell(cells, columns, "id"),
                                date(cell(cells, columns, "date")),
                                cell(cells, columns, "version")));
            }
            return new Manifest(Map.copyOf(entries));
        }

        private Map<String, Integer> columns(String header) throws SourceException {
            Map<String, Integer> columns = new LinkedHashMap<>();
            String visible = header.startsWith(BYTE_ORDER_MARK) ? header.substring(1) : header;
            for (String name : visible.split("\t", -1)) {
                if (!COLUMNS.contains(name.strip())) {
                    throw wrong("unknown column “%s”; the columns are %s, with tabs between them"
                            .formatted(name.strip(), COLUMNS));
                }
                if (columns.put(name.strip(), columns.size()) != null) {
                    throw wrong("column %s stands twice".formatted(name.strip()));
                }
            }
            if (!columns.containsKey("file")) {
                throw wrong("there is no column file; the columns are " + COLUMNS);
            }
            return columns;
        }

        private static @Nullable String cell(List<String> cells, Map<String, Integer> columns, String name) {
            Integer at = columns.get(name);
            if (at == null || at >= cells.size() || cells.get(at).isBlank()) {
                return null;
            }
            return cells.get(at).strip();
        }

        private Path name(@Nullable String cell) throws SourceException {
            if (cell == null) {
                throw wrong("the row names no file");
            }
            try {
                return Path.of(cell).normalize();
            } catch (InvalidPathException e) {
                throw wrong("%s is no file name".formatted(cell));
            }
        }

        private @Nullable OffsetDateTime date(@Nullable String cell) throws SourceException {
            if (cell == null) {
                return null;
            }
            try {
                return cell.indexOf('T') < 0
                        ? ItemTime.of(LocalDate.parse(cell), ItemTime.Source.FEED)
                                .value()
                        : ItemTime.parse(cell);
            } catch (DateTimeParseException e) {
                throw wrong(
                        "date %s is neither a day (2017-06-09) nor a date-time with offset (2017-06-09T12:00:00+08:00)"
                                .formatted(cell));
            }
        }

        private SourceException wrong(String cause) {
            return new SourceException("%s:%d: %s".formatted(file, line, cause));
        }
    }
}
