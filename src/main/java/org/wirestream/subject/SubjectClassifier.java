package org.wirestream.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
 *   <li><b>confidence</b>: how likely it is right to assign the subject, in percent; from the score by a curve that was
 *       measured on hand-annotated wire items ({@link Confidence}).
 *   <li><b>relevance</b>: how much of the text is about it, in percent. In a paragraph, the subject's share of the scores
 *       of all that are assigned; in an item, the share of the text with subjects that stands in paragraphs about it.
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
    public static SubjectClassifier load(Vocabulary vocabulary) {
        List<Subject> subjects = List.copyOf(vocabulary.subjects());
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
        List<double[]> combined = context.combine();
        for (int i = 0; i < scores.size(); i++) {
            paragraphs.add(assign(combined.get(i), scores.get(i)::evidence, context::evidence, Cut.PARAGRAPH));
        }
        List<SubjectAssignment> whole = assign(context.whole(combined), context::evidence, context::evidence, Cut.ITEM);
        return new SubjectAnalysis(paragraphs, withShareOfText(whole, paragraphs, scores));
    }

    private static boolean isHeadline(Paragraph paragraph, WireItem item) {
        Headline headline = item.headline();
        return headline != null && headline.paragraph() == paragraph.index();
    }

    /** What is assigned: at least this score, at least this part of the strongest, at most so many. */
    private enum Cut {
        PARAGRAPH(0.52, 0.79, MOST_OF_PARAGRAPH),
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

    private record Scored(int subject, double score) {}

    private List<SubjectAssignment> assign(
            double[] scores, IntFunction<List<Evidence>> own, IntFunction<List<Evidence>> borrowed, Cut cut) {
        double strongest = Arrays.stream(scores).max().orElse(0);
        List<Scored> chosen = IntStream.range(0, scores.length)
                .mapToObj(subject -> new Scored(subject, scores[subject]))
                .filter(each -> each.score() >= cut.least && each.score() >= cut.share * strongest)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(cut.most)
                .toList();
        double sum = chosen.stream().mapToDouble(Scored::score).sum();
        List<SubjectAssignment> assigned = new ArrayList<>();
        for (Scored each : chosen) {
            List<Evidence> evidence = own.apply(each.subject());
            assigned.add(new SubjectAssignment(
                    subjects.get(each.subject()).id(),
                    (int) Math.round(100 * each.score() / sum),
                    Confidence.percent(each.score()),
                    evidence.isEmpty() ? borrowed.apply(each.subject()) : evidence));
        }
        return assigned;
    }

    private static List<SubjectAssignment> withShareOfText(
            List<SubjectAssignment> whole, List<List<SubjectAssignment>> paragraphs, List<ParagraphScore> scores) {
        Map<String, Integer> covered = new HashMap<>();
        int length = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            int paragraphLength = scores.get(i).length();
            length += paragraphs.get(i).isEmpty() ? 0 : paragraphLength;
            paragraphs.get(i).forEach(each -> covered.merge(each.subject(), paragraphLength, Integer::sum));
        }
        double all = Math.max(1, length);
        return whole.stream()
                .map(each -> new SubjectAssignment(
                        each.subject(),
                        (int) Math.round(100 * covered.getOrDefault(each.subject(), 0) / all),
                        each.confidence(),
                        each.evidence()))
                .toList();
    }
}
