package org.wirestream.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirestream.quality.GoldRecord;

/** Reads corpus files; their format is described in {@code src/corpus/README.md}. */
public final class CorpusReader {
    private static final Set<String> GENRES = Set.of(
            "communique",
            "statement",
            "dispatch",
            "flash",
            "roundup",
            "statistics",
            "interview",
            "bulletin",
            "result",
            "court",
            "market",
            "feature",
            "editorial",
            "caption",
            "advisory",
            "backgrounder",
            "briefing",
            "correction");

    private final Path file;
    private final List<CorpusDocument> documents = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int line;
    private @Nullable Head head;
    private List<GoldRecord> paragraphs = new ArrayList<>();

    private CorpusReader(Path file) {
        this.file = file;
    }

    private record Head(String id, LocalDate date, String genre) {}

    /**
     * Reads one file, or all {@code *.txt} files of a folder in the order of their names.
     *
     * @throws CorpusException when a line is not in the corpus format; the message gives file, line and cause
     */
    public static List<CorpusDocument> read(Path path) throws IOException, CorpusException {
        if (!Files.isDirectory(path)) {
            return new CorpusReader(path).documents();
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(path)) {
            files = entries.filter(each -> each.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        List<CorpusDocument> documents = new ArrayList<>();
        for (Path each : files) {
            documents.addAll(new CorpusReader(each).documents());
        }
        return documents;
    }

    private List<CorpusDocument> documents() throws IOException, CorpusException {
        for (String text : Files.readAllLines(file)) {
            line++;
            if (text.startsWith("# ")) {
                close();
                head = head(text);
            } else if (!text.isBlank()) {
                paragraphs.add(paragraph(text));
            }
        }
        close();
        return documents;
    }

    private void close() throws CorpusException {
        if (head != null) {
            if (paragraphs.isEmpty()) {
                throw wrong("document " + head.id + " has no paragraph");
            }
            documents.add(new CorpusDocument(
                    head.id, head.date, head.genre, file.getFileName().toString(), paragraphs));
        }
        paragraphs = new ArrayList<>();
    }

    private Head head(String text) throws CorpusException {
        String[] parts = text.substring(2).split(" ", -1);
        if (parts.length != 3) {
            throw wrong("a document's head is # <id> <date> <genre>");
        }
        if (!ids.add(parts[0])) {
            throw wrong("document " + parts[0] + " stands twice");
        }
        if (!GENRES.contains(parts[2])) {
            throw wrong("unknown genre " + parts[2]);
        }
        try {
            return new Head(parts[0], LocalDate.parse(parts[1]), parts[2]);
        } catch (DateTimeParseException e) {
            throw wrong(parts[1] + " is no date like 2017-06-09");
        }
    }

    private GoldRecord paragraph(String text) throws CorpusException {
        int tab = text.indexOf('\t');
        if (head == null || tab < 0) {
            throw wrong("a paragraph is <subjects><TAB><text>, below a document's head");
        }
        String labels = text.substring(0, tab);
        List<String> subjects = labels.equals("-") ? List.of() : List.of(labels.split(",", -1));
        MarkedText marked;
        try {
            marked = MarkedText.parse(text.substring(tab + 1));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        return new GoldRecord(
                head.id,
                paragraphs.size(),
                marked.text(),
                marked.names(),
                marked.dates(),
                subjects,
                subjects.isEmpty() ? null : subjects.get(0));
    }

    private CorpusException wrong(String cause) {
        return new CorpusException("%s:%d: %s".formatted(file, line, cause));
    }
}
