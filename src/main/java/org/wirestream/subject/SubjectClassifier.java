package org.wirestream.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.wirestream.document.Evidence;
import org.wirestream.document.Mention;
import org.wirestream.document.SubjectAssignment;
import org.wirestream.wire.Headline;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/**
 * Says what each paragraph of an item is about. Safe for use by many threads; the same item gives the same subjects.
 *
 * <p>A paragraph's own words speak for subjects ({@link ParagraphScorer}), and where they say little, the item does: its
 * headline, its other paragraphs, the paragraph before. A subject is assigned when its score reaches a threshold and is
 * not far below the strongest; a paragraph without any subject is a valid answer.
 *
 * <ul>
 *   <li><b>confidence</b>: 100 × the score, which is how likely it is right to assign the subject.
 *   <li><b>relevance</b>: 100 × the subject's share of the paragraph's (or item's) scores, relative to the other
 *       candidates: a paragraph about one thing only gives it 100.
 * </ul>
 */
public final class SubjectClassifier {
    private static final int MOST_OF_PARAGRAPH = 4;
    private static final int MOST_OF_ITEM = 5;

    private final List<Subject> subjects;
    private final ParagraphScorer scorer;

    private SubjectClassifier(List<Subject> subjects, Lexicon lexicon) {
        this.subjects = subjects;
        this.scorer = new ParagraphScorer(lexicon, subjects.size());
    }

    /** The classifier for the subjects that come with the program. */
    public static SubjectClassifier load() {
        List<Subject> subjects = List.copyOf(Vocabulary.load().subjects());
        return new SubjectClassifier(subjects, Lexicon.load(subjects));
    }

    /**
     * Classifies an item. Only body paragraphs have subjects.
     *
     * @param mentions the item's mentions: a name is no evidence for a subject
     */
    public SubjectAnalysis classify(WireItem item, List<Mention> mentions) {
        Map<Integer, List<Mention>> byParagraph = mentions.stream().collect(Collectors.groupingBy(Mention::paragraph));
        ParagraphScore silent = ParagraphScore.silent(subjects.size());
        List<ParagraphScore> scores = new ArrayList<>();
        for (Paragraph paragraph : item.paragraphs()) {
            scores.add(
                    paragraph.isBody() || isHeadline(paragraph, item)
                            ? scorer.score(paragraph, byParagraph.getOrDefault(paragraph.index(), List.of()))
                            : silent);
        }
        ItemContext context = ItemContext.of(item, scores, silent);
        List<List<SubjectAssignment>> paragraphs = new ArrayList<>();
        List<double[]> finals = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            double[] combined = context.combine(i);
            finals.add(combined);
            paragraphs.add(assign(combined, scores.get(i)::evidence, context::evidence, Cut.PARAGRAPH));
        }
        double[] whole = context.whole(finals);
        return new SubjectAnalysis(paragraphs, assign(whole, context::evidence, context::evidence, Cut.ITEM));
    }

    private static boolean isHeadline(Paragraph paragraph, WireItem item) {
        Headline headline = item.headline();
        return headline != null && headline.paragraph() == paragraph.index();
    }

    /** What is assigned: at least this score, at least this part of the strongest, at most so many. */
    private enum Cut {
        PARAGRAPH(0.40, 0.62, MOST_OF_PARAGRAPH),
        ITEM(0.25, 0.40, MOST_OF_ITEM);

        private final double least;
        private final double share;
        private final int most;

        Cut(double least, double share, int most) {
            this.least = least;
            this.share = share;
            this.most = most;
        }
    }

    private List<SubjectAssignment> assign(
            double[] scores, IntFunction<List<Evidence>> own, IntFunction<List<Evidence>> borrowed, Cut cut) {
        double strongest = 0;
        double sum = 0;
        for (double score : scores) {
            strongest = Math.max(strongest, score);
            sum += score;
        }
        List<SubjectAssignment> assigned = new ArrayList<>();
        for (int s = 0; s < scores.length; s++) {
            if (scores[s] >= cut.least && scores[s] >= cut.share * strongest) {
                List<Evidence> evidence = own.apply(s).isEmpty() ? borrowed.apply(s) : own.apply(s);
                assigned.add(new SubjectAssignment(
                        subjects.get(s).id(), percent(scores[s] / sum), percent(scores[s]), evidence));
            }
        }
        assigned.sort((a, b) -> Integer.compare(b.confidence(), a.confidence()));
        return assigned.size() > cut.most ? assigned.subList(0, cut.most) : assigned;
    }

    private static int percent(double share) {
        return (int) Math.round(100 * Math.min(1, share));
    }
}
