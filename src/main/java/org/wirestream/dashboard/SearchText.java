package org.wirestream.dashboard;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Text as searches compare it: full and half width (Unicode NFKC) and letter case do not matter. */
final class SearchText {
    private SearchText() {}

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** The words of a query; all must occur. */
    static List<String> words(String query) {
        return Arrays.stream(fold(query).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
