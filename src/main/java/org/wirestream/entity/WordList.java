package org.wirestream.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/** Reads the lists of this room: one entry a line, fields separated by tabs, {@code #} begins a comment line. */
final class WordList {
    private WordList() {}

    static List<String> lines(String name) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(WordList.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** The lines split at tabs. */
    static List<List<String>> rows(String name) {
        return lines(name).stream().map(line -> List.of(line.split("\t", -1))).toList();
    }

    /** Every character of the lines. */
    static BitSet characters(String name) {
        BitSet characters = new BitSet();
        lines(name).forEach(line -> line.chars().forEach(characters::set));
        return characters;
    }
}
