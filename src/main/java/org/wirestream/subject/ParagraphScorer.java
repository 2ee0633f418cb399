package org.wirestream.subject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.wirestream.document.EntityType;
import org.wirestream.document.Evidence;
import org.wirestream.document.Mention;
import org.wirestream.wire.FoldedText;
import org.wirestream.wire.Paragraph;

/**
 * Scores a paragraph by the terms in it.
 *
 * <p>A subject's raw score is the sum of its terms' weights, where a term counts half as much with each repetition and
 * more in the first sentence; divided by a factor that grows with length beyond a usual paragraph, so that a long
 * paragraph needs more than a passing mention; and saturated, {@code raw / (raw + HALF)}. Stateless.
 */
final class ParagraphScorer {
    /** The raw score that makes a strength of one half: one strong term and a weak one. */
    private static final double HALF = 4;

    private static final double FIRST_SENTENCE = 1.25;
    private static final double REPETITION = 0.5;
    /** A usual paragraph of Chinese wire, in characters. */
    private static final int USUAL_LENGTH = 120;

    private static final double LENGTH_SCALE = 500;
    /** A term that ends an organisation's name says what kind it is (…银行, …法院), not what the text is about. */
    private static final double HEAD_OF_NAME = 0.5;

    /** A term in a list of many subjects is named in passing. */
    private static final double LISTED = 0.4;

    private final Lexicon lexicon;
    private final int subjects;

    ParagraphScorer(Lexicon lexicon, int subjects) {
        this.lexicon = lexicon;
        this.subjects = subjects;
    }

    /** Scores a paragraph from where its news begins; {@code mentions} are those of this paragraph. */
    ParagraphScore score(Paragraph paragraph, List<Mention> mentions) {
        FoldedText text = paragraph.folded();
        int from = text.foldedOffset(paragraph.newsBegin());
        String news = text.folded().substring(from);
        int firstSentence = firstSentence(news);
        Mention[] names = names(paragraph, mentions);
        double[] raw = new double[subjects];
        // By identity: a term is one object of the lexicon, and hashing its constraints costs half the run.
        IdentityHashMap<Term, Double> repetition = new IdentityHashMap<>();
        List<List<Evidence>> evidence = new ArrayList<>(Collections.nCopies(subjects, List.of()));
        List<Lexicon.Hit> hits = lexicon.find(news);
        boolean[] listed = Enumerations.listed(news, hits);
        for (int i = 0; i < hits.size(); i++) {
            Lexicon.Hit hit = hits.get(i);
            int begin = text.sourceBegin(from + hit.begin());
            int end = text.sourceEnd(from + hit.end());
            double position = hit.end() <= firstSentence ? FIRST_SENTENCE : 1;
            double name = inName(names, begin, end);
            double passing = listed[i] ? LISTED : 1;
            for (Term term : hit.terms()) {
                if (term.subject() == Term.NEUTRAL || name == 0) {
                    continue;
                }
                double repeated = repetition.computeIfAbsent(term, each -> each.speaksIn(news) ? 1.0 : 0.0);
                double weight = term.weight() * position * name * passing * repeated;
                if (weight > 0.01) {
                    repetition.put(term, repeated * REPETITION);
                    raw[term.subject()] += weight;
                    if (evidence.get(term.subject()).isEmpty()) {
                        evidence.set(term.subject(), new ArrayList<>());
                    }
                    evidence.get(term.subject())
                            .add(new Evidence(
                                    paragraph.index(),
                                    begin,
                                    end,
                                    paragraph.text().substring(begin, end),
                                    weight));
                }
            }
        }
        double length = 1 + Math.max(0, news.length() - USUAL_LENGTH) / LENGTH_SCALE;
        double[] strength = new double[subjects];
        for (int i = 0; i < subjects; i++) {
            double normalised = raw[i] / length;
            strength[i] = normalised / (normalised + HALF);
            if (raw[i] > 0) {
                evidence.set(i, ParagraphScore.strongestFirst(evidence.get(i)));
            }
        }
        return new ParagraphScore(strength, evidence, news.length());
    }

    private static int firstSentence(String news) {
        for (int i = 0; i < news.length(); i++) {
            if ("。！？；".indexOf(news.charAt(i)) >= 0) {
                return i + 1;
            }
        }
        return news.length();
    }

    /** For each code unit of the source the person's, organisation's or place's name that it is part of. */
    private static Mention[] names(Paragraph paragraph, List<Mention> mentions) {
        Mention[] names = new Mention[paragraph.text().length()];
        for (Mention mention : mentions) {
            if (mention.type().isActorOrPlace()) {
                for (int i = Math.max(0, mention.begin()); i < Math.min(names.length, mention.end()); i++) {
                    names[i] = mention;
                }
            }
        }
        return names;
    }

    /** How much a term counts in view of the name that it stands in. */
    private static double inName(Mention[] names, int begin, int end) {
        Mention name = names[begin];
        if (name == null || !name.equals(names[end - 1])) {
            return 1;
        }
        if (name.type() == EntityType.PER) {
            return 0;
        }
        if (name.end() != end) {
            return 0;
        }
        return name.begin() == begin ? 1 : HEAD_OF_NAME;
    }
}
