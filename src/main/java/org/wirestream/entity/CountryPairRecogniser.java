package org.wirestream.entity;

import java.util.List;
import org.wirestream.document.EntityType;

/**
 * Countries named by one character side by side: 中俄两国, 美英法投反对票. One character alone (中方) is not marked.
 *
 * <p>Since the characters are common ones, the pair must be no other word and be followed by what countries have.
 */
final class CountryPairRecogniser implements Recogniser {
    private static final int MAX_COUNTRIES = 5;

    /** After these even a segmenter that joins all of it (中俄两国) cannot mean anything else. */
    private static final List<String> SURE = List.of("两国", "双边", "双方", "三国", "三方", "四国", "关系");

    private final Gazetteer gazetteer;
    private final RelationLexicon after = RelationLexicon.read("country-pair-contexts.txt");

    CountryPairRecogniser(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Override
    public void propose(TaggedText text, List<Proposal> proposals) {
        int at = 0;
        while (at < text.text().length()) {
            int end = run(text, at);
            if (end - at >= 2 && end - at <= MAX_COUNTRIES && isPair(text, at, end)) {
                for (int i = at; i < end; i++) {
                    proposals.add(new Proposal(i, i + 1, EntityType.LOC, "country-pair", Priorities.COUNTRY_PAIR));
                }
            }
            at = Math.max(at + 1, end);
        }
    }

    /** The end of the run of abbreviations at an offset, each country once. */
    private int run(TaggedText text, int begin) {
        int end = begin;
        while (end < text.text().length()
                && !gazetteer.abbreviated(text.at(end)).isEmpty()
                && text.text().substring(begin, end).indexOf(text.at(end)) < 0) {
            end++;
        }
        return end;
    }

    private boolean isPair(TaggedText text, int begin, int end) {
        boolean words = text.isWordSpan(begin, end)
                || text.isWordSpan(begin, begin + 1)
                || SURE.stream().anyMatch(word -> text.text().startsWith(word, end));
        char next = text.at(end);
        boolean continues = after.endAt(text.text(), end) > 0 || " “、，—-".indexOf(next) >= 0;
        boolean placeName = gazetteer.named(text.text().substring(begin, end)) != null;
        return words && continues && !placeName;
    }
}
