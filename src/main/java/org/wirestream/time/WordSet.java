package org.wirestream.time;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words that are looked for at a place in a text. Immutable. */
final class WordSet {
    private final Map<Character, List<String>> byFirst;
    private final Map<Character, List<String>> byLast;

    WordSet(Collection<String> words) {
        Comparator<String> longestFirst =
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());
        List<String> sorted = words.stream().sorted(longestFirst).toList();
        byFirst = new HashMap<>(sorted.stream().collect(Collectors.groupingBy(word -> word.charAt(0))));
        byLast = new HashMap<>(sorted.stream().collect(Collectors.groupingBy(word -> word.charAt(word.length() - 1))));
    }

    /** One past the longest word that begins at an offset; the offset itself when none does. */
    int endOf(String text, int begin) {
        if (begin < 0 || begin >= text.length()) {
            return begin;
        }
        for (String word : byFirst.getOrDefault(text.charAt(begin), List.of())) {
            if (text.startsWith(word, begin)) {
                return begin + word.length();
            }
        }
        return begin;
    }

    /** Whether a word begins at an offset. */
    boolean beginsAt(String text, int begin) {
        return endOf(text, begin) > begin;
    }

    /** Whether a word ends before an offset. */
    boolean endsAt(String text, int end) {
        if (end <= 0 || end > text.length()) {
            return false;
        }
        return byLast.getOrDefault(text.charAt(end - 1), List.of()).stream()
                .anyMatch(word -> text.startsWith(word, end - word.length()));
    }
}
