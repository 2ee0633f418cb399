package org.wirestream.subject;

import java.util.List;

/**
 * A word or phrase that speaks for a subject.
 *
 * @param subject number of the subject in the vocabulary; {@link #NEUTRAL} for a phrase that speaks for none and only
 *     keeps the shorter ones inside it from speaking
 * @param text the folded words
 * @param weight how strongly it speaks: 1 needs company, 4 decides
 * @param notIf it says nothing in a paragraph with any of these
 * @param onlyIf it speaks only in a paragraph with one of these; empty for always
 */
record Term(int subject, String text, double weight, List<String> notIf, List<String> onlyIf) {
    static final int NEUTRAL = -1;

    Term {
        notIf = List.copyOf(notIf);
        onlyIf = List.copyOf(onlyIf);
    }

    boolean speaksIn(String paragraph) {
        return notIf.stream().noneMatch(paragraph::contains)
                && (onlyIf.isEmpty() || onlyIf.stream().anyMatch(paragraph::contains));
    }
}
