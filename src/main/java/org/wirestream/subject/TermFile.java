package org.wirestream.subject;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a lexicon: one term a line, {@code term<TAB>weight}, and after more tabs {@code not-if:a,b} or
 * {@code only-if:a,b}. A line that begins with {@code #} is a comment. In the lexicon of neutral terms a line is a term
 * alone.
 */
final class TermFile {
    private static final String NOT_IF = "not-if:";
    private static final String ONLY_IF = "only-if:";

    private TermFile() {}

    static List<Term> read(String name, int subject) {
        try (InputStream in = TermFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing");
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), name, subject);
        } catch (IOException e) {
            throw new IllegalStateException("resource " + name + " cannot be read", e);
        }
    }

    static List<Term> parse(BufferedReader lines, String name, int subject) throws IOException {
        List<Term> terms = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                Term term = term(line.split("\t", -1), subject);
                if (!seen.add(term.text())) {
                    throw new IllegalArgumentException(term.text() + " occurs twice");
                }
                terms.add(term);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(name + ":" + number + ": " + e.getMessage(), e);
            }
        }
        return terms;
    }

    private static Term term(String[] fields, int subject) {
        if (fields[0].isBlank() || !fields[0].equals(fields[0].strip())) {
            throw new IllegalArgumentException("no term, or space around it");
        }
        if (subject == Term.NEUTRAL) {
            return new Term(subject, fields[0], 0, List.of(), List.of());
        }
        if (fields.length < 2) {
            throw new IllegalArgumentException("no weight");
        }
        double weight = Double.parseDouble(fields[1]);
        if (!(weight > 0 && weight <= 5)) {
            throw new IllegalArgumentException("weight " + fields[1] + " is not between 0 and 5");
        }
        List<String> notIf = new ArrayList<>();
        List<String> onlyIf = new ArrayList<>();
        for (int i = 2; i < fields.length; i++) {
            if (fields[i].startsWith(NOT_IF)) {
                notIf.addAll(words(fields[i].substring(NOT_IF.length())));
            } else if (fields[i].startsWith(ONLY_IF)) {
                onlyIf.addAll(words(fields[i].substring(ONLY_IF.length())));
            } else {
                throw new IllegalArgumentException("unknown constraint " + fields[i]);
            }
        }
        return new Term(subject, fields[0], weight, notIf, onlyIf);
    }

    private static List<String> words(String list) {
        List<String> words = List.of(list.split(",", -1));
        if (words.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("empty word in " + list);
        }
        return words;
    }
}
