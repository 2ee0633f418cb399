package org.wirestream.subject;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds lists of many subjects (“卫生、文化、环保、科技、体育等领域合作”): each is named in passing, and the text is about none.
 *
 * <p>A list is what stands between and around the enumeration commas of a clause that has at least two of them. A list of
 * one or two subjects (“恐怖主义、分裂主义、极端主义”) is a plain statement and none of these.
 */
final class Enumerations {
    private static final int LEAST_SUBJECTS = 3;
    /** The longest first and last item, in characters. */
    private static final int ITEM = 8;

    private Enumerations() {}

    private record Span(int begin, int end) {}

    /** For each hit, in order, whether it stands in a list of many subjects. */
    static boolean[] listed(String text, List<Lexicon.Hit> hits) {
        boolean[] listed = new boolean[hits.size()];
        int next = 0;
        for (Span span : lists(text)) {
            while (next < hits.size() && hits.get(next).begin() < span.begin()) {
                next++;
            }
            int first = next;
            while (next < hits.size() && hits.get(next).end() <= span.end()) {
                next++;
            }
            long subjects = hits.subList(first, next).stream()
                    .mapToInt(hit -> hit.terms().get(0).subject())
                    .filter(subject -> subject != Term.NEUTRAL)
                    .distinct()
                    .count();
            for (int i = first; i < next; i++) {
                listed[i] = subjects >= LEAST_SUBJECTS;
            }
        }
        return listed;
    }

    private static List<Span> lists(String text) {
        List<Span> lists = new ArrayList<>();
        int begin = 0;
        int firstComma = -1;
        int lastComma = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '。';
            if (c == '、') {
                firstComma = firstComma < 0 ? i : firstComma;
                lastComma = i;
            } else if ("，。；：！？".indexOf(c) >= 0) {
                if (firstComma < lastComma) {
                    lists.add(new Span(Math.max(begin, firstComma - ITEM), Math.min(i, lastComma + 1 + ITEM)));
                }
                begin = i + 1;
                firstComma = -1;
                lastComma = -1;
            }
        }
        return lists;
    }
}
