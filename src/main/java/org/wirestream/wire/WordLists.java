package org.wirestream.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads this package's word lists: UTF-8, one entry a line, {@code #} for comments. */
final class WordLists {
    private WordLists() {}

    static List<String> lines(String name) {
        try (InputStream in = WordLists.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read resource " + name, e);
        }
    }

    /** Lines of a kind, a tab and words, as the words of each kind in their order. */
    static Map<String, List<String>> byKind(String name) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        for (String line : lines(name)) {
            int tab = line.indexOf('\t');
            words.computeIfAbsent(line.substring(0, tab), kind -> new ArrayList<>())
                    .addAll(Arrays.asList(line.substring(tab + 1).split(" ")));
        }
        return words;
    }
}
