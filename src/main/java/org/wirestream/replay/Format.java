package org.wirestream.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How items lie in a file, by the ending of its name. */
enum Format {
    TEXT,
    JSON,
    JSON_LINES;

    /** The endings of the files that a directory stands for. */
    static final List<String> KNOWN_ENDINGS = List.of(".txt", ".json", ".jsonl", ".ndjson");

    static Format of(Path file) {
        String name = lowerCaseName(file);
        if (name.endsWith(".json")) {
            return JSON;
        }
        return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? JSON_LINES : TEXT;
    }

    static boolean isKnown(Path file) {
        return KNOWN_ENDINGS.stream().anyMatch(lowerCaseName(file)::endsWith);
    }

    private static String lowerCaseName(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }
}
