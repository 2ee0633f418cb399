package org.wirestream.wire;

import java.util.List;
import java.util.Map;

/** Tells the lines that close an item and are no news: （完）, 责任编辑：…, copyright notes. Immutable. */
final class FooterLines {
    private static final int MAX_LENGTH = 160;

    private final List<String> whole;
    private final List<String> beginnings;
    private final List<String> contained;

    FooterLines() {
        Map<String, List<String>> words = WordLists.byKind("footers.tsv");
        whole = words.getOrDefault("whole", List.of());
        beginnings = words.getOrDefault("begins", List.of());
        contained = words.getOrDefault("contains", List.of());
    }

    boolean matches(String folded) {
        if (folded.length() > MAX_LENGTH) {
            return false;
        }
        int begin = Chars.skipSpace(folded, 0);
        String line = folded.substring(begin).replace(" ", "");
        if (!line.isEmpty() && Chars.closing(line, 0) != 0) {
            line = line.substring(1);
        }
        String bare = line.endsWith("）") || line.endsWith("】") || line.endsWith("]")
                ? line.substring(0, line.length() - 1)
                : line;
        boolean sentence = bare.indexOf('。') >= 0 && bare.indexOf('。') < bare.length() - 1;
        return whole.contains(bare)
                || beginnings.stream().anyMatch(bare::startsWith)
                || (!sentence && contained.stream().anyMatch(bare::contains));
    }
}
