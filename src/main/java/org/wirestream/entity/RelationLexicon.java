package org.wirestream.entity;

import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A word list for longest match in either direction, each word with an optional mark after a tab. Immutable.
 *
 * <p>Every look-up costs at most as much as there are lengths of words, wherever in a text it starts.
 */
final class RelationLexicon {
    private static final int[] NONE = {};

    private final Map<String, String> marks;
    /** For the characters that words begin with the lengths of these words, the longest first. */
    private final Map<Character, int[]> lengthsByFirst;

    private final Map<Character, int[]> lengthsByLast;
    /** Most offsets of a text are passed over by a look at one character. */
    private final BitSet firsts = new BitSet();

    private final BitSet lasts = new BitSet();

    private RelationLexicon(Map<String, String> marks) {
        this.marks = marks;
        this.lengthsByFirst = lengths(marks.keySet(), word -> word.charAt(0));
        this.lengthsByLast = lengths(marks.keySet(), word -> word.charAt(word.length() - 1));
        lengthsByFirst.keySet().forEach(firsts::set);
        lengthsByLast.keySet().forEach(lasts::set);
    }

    private static Map<Character, int[]> lengths(Collection<String> words, Function<String, Character> end) {
        Map<Character, int[]> lengths = new HashMap<>();
        words.stream()
                .collect(Collectors.groupingBy(end))
                .forEach((character, some) -> lengths.put(
                        character,
                        some.stream()
                                .map(String::length)
                                .distinct()
                                .sorted(Comparator.reverseOrder())
                                .mapToInt(length -> length)
                                .toArray()));
        return lengths;
    }

    /** Reads a list from beside this class: one word a line, {@code #} begins a comment line. */
    static RelationLexicon read(String resource) {
        Map<String, String> marks = new HashMap<>();
        for (String line : WordList.lines(resource)) {
            int tab = line.indexOf('\t');
            marks.put(tab < 0 ? line : line.substring(0, tab), tab < 0 ? "" : line.substring(tab + 1));
        }
        return new RelationLexicon(marks);
    }

    /** One past the end of the longest word that begins at an offset, or -1. */
    int endAt(String text, int begin) {
        if (begin >= text.length() || !firsts.get(text.charAt(begin))) {
            return -1;
        }
        for (int length : lengthsByFirst.getOrDefault(text.charAt(begin), NONE)) {
            int end = begin + length;
            if (end <= text.length() && marks.containsKey(text.substring(begin, end))) {
                return end;
            }
        }
        return -1;
    }

    /** The offset of the longest word that ends before an offset, or -1. */
    int beginBefore(String text, int end) {
        return beginBefore(text, end, 0);
    }

    /** The same, of the words that do not reach before a floor. */
    int beginBefore(String text, int end, int floor) {
        if (end <= 0 || !lasts.get(text.charAt(end - 1))) {
            return -1;
        }
        for (int length : lengthsByLast.getOrDefault(text.charAt(end - 1), NONE)) {
            int begin = end - length;
            if (begin >= floor && marks.containsKey(text.substring(begin, end))) {
                return begin;
            }
        }
        return -1;
    }

    /** The mark of a word; empty when it has none or is no word of the list. */
    String mark(String word) {
        return marks.getOrDefault(word, "");
    }
}
