package org.wirestream.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.Sha256;

/**
 * The confidence from which on subjects are assigned to a paragraph: as it was learned, or as an operator sets it. Immutable.
 *
 * <p>In a file each line is a subject and its threshold in percent, with white space between; {@code #} begins a comment.
 *
 * @param percent 1 to 100, by the subject's id
 */
public record Thresholds(Map<String, Integer> percent) {
    /** What an operator has who sets none. */
    public static final Thresholds NONE = new Thresholds(Map.of());

    private static final Pattern PERCENT = Pattern.compile("[1-9][0-9]?|100");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int DIGITS = 8;

    public Thresholds {
        percent = Collections.unmodifiableMap(new TreeMap<>(percent));
    }

    /**
     * Reads an operator's thresholds, of as many subjects as the operator likes.
     *
     * @throws OperatorFileException when the file is wrong: no such form, an unknown or repeated subject, no percentage
     * @throws IOException when the file cannot be read
     */
    public static Thresholds read(Path file, Vocabulary vocabulary) throws OperatorFileException, IOException {
        return parse(Files.readAllBytes(file), file.toString(), vocabulary);
    }

    /** What was learned with the model of an engine. */
    static Thresholds learned(boolean vectors, Vocabulary vocabulary) throws IOException {
        String name = fileName(vectors);
        try (InputStream in = Thresholds.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no " + name + " on the class path");
            }
            return parse(in.readAllBytes(), name, vocabulary);
        } catch (OperatorFileException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The file that an engine's learned thresholds stand in, beside its model. */
    public static String fileName(boolean vectors) {
        return vectors ? "accurate-thresholds.tsv" : "fast-thresholds.tsv";
    }

    private static Thresholds parse(byte[] content, String file, Vocabulary vocabulary) throws OperatorFileException {
        String text = new String(content, StandardCharsets.UTF_8);
        Map<String, Integer> percent = new TreeMap<>();
        int number = 0;
        for (String line : (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                .lines()
                .toList()) {
            number++;
            String entry = line.replaceFirst("#.*", "").strip();
            if (!entry.isEmpty()) {
                String[] fields = entry.split("\\s+");
                String wrong = complaint(fields, vocabulary);
                if (wrong == null && percent.put(fields[0], Integer.valueOf(fields[1])) != null) {
                    wrong = "subject \"" + fields[0] + "\" occurs twice";
                }
                if (wrong != null) {
                    throw new OperatorFileException(file, number, wrong);
                }
            }
        }
        return new Thresholds(percent);
    }

    private static @Nullable String complaint(String[] fields, Vocabulary vocabulary) {
        if (fields.length != 2) {
            return "expected a subject and its threshold in percent, as in \"law 60\"";
        }
        if (vocabulary.subject(fields[0]).isEmpty()) {
            return "subject \"" + fields[0] + "\" is unknown";
        }
        return PERCENT.matcher(fields[1]).matches()
                ? null
                : "threshold \"" + fields[1] + "\" is no whole number from 1 to 100";
    }

    /** Writes what can be read again; the same thresholds give the same bytes. */
    public void write(OutputStream to) throws IOException {
        to.write(text().getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        return percent.entrySet().stream()
                .map(each -> each.getKey() + "\t" + each.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Tells records made with these from those made with others: {@code thresholds-1a2b3c4d}; empty when none is set. */
    public String version() {
        return percent.isEmpty() ? "" : "thresholds-" + Sha256.hex(text()).substring(0, DIGITS);
    }
}
