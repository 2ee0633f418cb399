package org.wirestream.entity;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * A word list for longest match in either direction, each word with an optional mark after a tab. Immutable.
 *
 * <p>Every look-up costs at most the length of the longest word, wherever in a text it starts.
 */
final class RelationLexicon {
    private final Map<String, String> marks;
    private final int longest;
    /** The characters that words begin and end with: most offsets of a text are passed over by a look at one. */
    private final BitSet firsts = new BitSet();

    private final BitSet lasts = new BitSet();

    private RelationLexicon(Map<String, String> marks) {
        this.marks = marks;
        marks.keySet().forEach(word -> {
            firsts.set(word.charAt(0));
            lasts.set(word.charAt(word.length() - 1));
        });
        this.longest = marks.keySet().stream().mapToInt(String::length).max().orElse(0);
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
        if (begin < text.length() && !firsts.get(text.charAt(begin))) {
            return -1;
        }
        for (int end = Math.min(text.length(), begin + longest); end > begin; end--) {
            if (marks.containsKey(text.substring(begin, end))) {
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
        if (end > 0 && !lasts.get(text.charAt(end - 1))) {
            return -1;
        }
        for (int begin = Math.max(floor, end - longest); begin < end; begin++) {
            if (marks.containsKey(text.substring(begin, end))) {
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
