package org.wirestream.dlq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirestream.config.Settings;
import org.wirestream.stream.RawHeaders;

/**
 * Writes dead letters to files: each value untouched in {@code texts/}, what a replay of them needs in {@code manifest.tsv}, and all
 * that is known in {@code letters.jsonl}. A file that is there already may have been mended by hand and is left as it is.
 */
public final class LetterExport {
    private final DeadLetterQueue queue;

    /** @param settings where the brokers are and how topics are named */
    public LetterExport(Settings settings) {
        queue = new DeadLetterQueue(settings);
    }

    /**
     * What an export did.
     *
     * @param letters how many were exported
     * @param kept how many of their texts were there already
     * @param withoutValue how many have no text, since their record had no value
     */
    public record Summary(long letters, long kept, long withoutValue) {
        /** The same in words. */
        public String text() {
            return "exported " + RedriveSummary.letters(letters)
                    + (kept == 0 ? "" : "; left %,d texts that were there already".formatted(kept))
                    + (withoutValue == 0 ? "" : "; %,d had no value".formatted(withoutValue));
        }
    }

    /**
     * Exports letters.
     *
     * @param directory made when it is not there
     * @throws IllegalStateException when a file cannot be written
     */
    public Summary export(LetterFilter filter, Path directory) {
        Map<LetterId, Instant> redriven = queue.redriven();
        Path texts = directory.resolve("texts");
        long[] counts = new long[3];
        try {
            Files.createDirectories(texts);
            try (Writer letters = Files.newBufferedWriter(directory.resolve("letters.jsonl"));
                    Writer manifest = Files.newBufferedWriter(directory.resolve("manifest.tsv"))) {
                manifest.write("file\tid\tdate\tversion\n");
                queue.read(filter, letter -> {
                    try {
                        counts[0]++;
                        letters.write(LetterText.json(letter, redriven) + "\n");
                        byte[] value = letter.message().value();
                        if (value == null) {
                            counts[2]++;
                        } else {
                            Path file = texts.resolve(fileName(letter));
                            counts[1] += write(file, value) ? 0 : 1;
                            manifest.write(row(letter));
                        }
                        return true;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("dead letters cannot be written to %s: %s".formatted(directory, e), e);
        }
        return new Summary(counts[0], counts[1], counts[2]);
    }

    private static boolean write(Path file, byte[] value) throws IOException {
        try {
            Files.write(file, value, StandardOpenOption.CREATE_NEW);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Made of numbers only: nothing that came from outside names a file. */
    private static String fileName(DeadLetter letter) {
        String type = letter.inputHeader(RawHeaders.CONTENT_TYPE);
        boolean json = type != null && type.contains("json");
        return "%d-%d.%s".formatted(letter.id().partition(), letter.id().offset(), json ? "json" : "txt");
    }

    private static String row(DeadLetter letter) {
        return "%s\t%s\t%s\t%s\n"
                .formatted(
                        fileName(letter),
                        cell(letter.key()),
                        isDate(letter.inputHeader(RawHeaders.DATE)) ? letter.inputHeader(RawHeaders.DATE) : "",
                        cell(letter.inputHeader(RawHeaders.VERSION)));
    }

    private static String cell(@Nullable String value) {
        return value == null ? "" : value.replaceAll("[\\t\\r\\n\\p{Cntrl}]", " ");
    }

    /** A date that nobody can read may be why the letter is dead; a manifest would be refused over it. */
    private static boolean isDate(@Nullable String value) {
        if (value == null) {
            return false;
        }
        try {
            return value.length() == 10 ? LocalDate.parse(value) != null : OffsetDateTime.parse(value) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
