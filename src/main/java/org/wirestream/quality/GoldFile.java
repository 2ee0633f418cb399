package org.wirestream.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EnrichedParagraph;
import org.wirestream.document.SubjectAssignment;

/** Reads and writes JSON Lines in the gold's shape. */
public final class GoldFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private GoldFile() {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when a line is not in the gold's shape; the message names it
     */
    public static List<GoldRecord> read(Path file) throws IOException {
        List<GoldRecord> records = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                try {
                    records.add(MAPPER.readValue(line, GoldRecord.class));
                } catch (JsonProcessingException e) {
                    throw new IllegalArgumentException(
                            "%s, line %d is no gold record: %s".formatted(file, number, e.getOriginalMessage()), e);
                }
            }
        }
        return records;
    }

    /** One line for a record. */
    public static String line(GoldRecord record) {
        try {
            return MAPPER.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a gold record always serialises", e);
        }
    }

    /** What was found in an item, one record for each of its paragraphs. */
    public static List<GoldRecord> of(String doc, EnrichedItem item) {
        List<GoldRecord> records = new ArrayList<>();
        for (EnrichedParagraph paragraph : item.paragraphs()) {
            List<String> subjects = paragraph.subjects().stream()
                    .map(SubjectAssignment::subject)
                    .toList();
            records.add(new GoldRecord(
                    doc,
                    paragraph.paragraph().index(),
                    paragraph.paragraph().text(),
                    paragraph.mentions().stream()
                            .map(m -> new GoldRecord.Name(
                                    m.begin(), m.end(), m.text(), m.type().name()))
                            .toList(),
                    paragraph.dates().stream()
                            .map(d -> new GoldRecord.Date(d.begin(), d.end(), d.text(), d.iso()))
                            .toList(),
                    subjects,
                    subjects.isEmpty() ? null : subjects.get(0)));
        }
        return records;
    }
}
