package org.wirestream.wire;

import java.util.Collection;
import java.util.Set;

/** Words that are looked up inside a text, the longest first. Immutable. */
final class WordSet {
    private final Set<String> words;
    private final int longest;

    WordSet(Collection<String> words) {
        this.words = Set.copyOf(words);
        this.longest = words.stream().mapToInt(String::length).max().orElse(0);
    }

    boolean contains(String word) {
        return words.contains(word);
    }

    /** The length of the longest word that begins at an offset and ends before a limit; 0 when there is none. */
    int lengthAt(String text, int at, int limit) {
        for (int length = Math.min(longest, limit - at); length > 0; length--) {
            if (words.contains(text.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    /** The length of the longest word that ends at an offset and begins at or after a limit; 0 when there is none. */
    int lengthBefore(String text, int end, int limit) {
        for (int length = Math.min(longest, end - limit); length > 0; length--) {
            if (words.contains(text.substring(end - length, end))) {
                return length;
            }
        }
        return 0;
    }
}
