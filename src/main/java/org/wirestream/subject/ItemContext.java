package org.wirestream.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.wirestream.document.Evidence;
import org.wirestream.wire.Headline;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/**
 * What the rest of an item says about a paragraph.
 *
 * <p>The context of a paragraph is the item's mean strength, its headline's and that of the body paragraph before, as
 * independent hints. It lifts subjects that the paragraph itself speaks for, and stands in for them where the
 * paragraph says little (“他说，这一比例今后还将上升。”).
 */
final class ItemContext {
    private static final double HEADLINE = 0.6;
    private static final double BEFORE = 0.35;
    /** How far the context lifts a subject that the paragraph's own words speak for. */
    private static final double LIFT = 0.25;
    /** How far the context stands in for a paragraph that says nothing. */
    private static final double STAND_IN = 0.65;
    /** The first paragraphs of a wire item tell the news: the item's weight of paragraph n is 1 + LEAD / (n + 1). */
    private static final double LEAD = 2;

    private final List<Paragraph> paragraphs;
    private final List<ParagraphScore> scores;
    private final ParagraphScore headline;
    private final double[] mean;
    private final List<List<Evidence>> evidence;

    private ItemContext(List<Paragraph> paragraphs, List<ParagraphScore> scores, ParagraphScore headline) {
        this.paragraphs = paragraphs;
        this.scores = scores;
        this.headline = headline;
        this.mean = mean((paragraph, subject) -> scores.get(paragraph).strength(subject));
        this.evidence = collect(scores, headline.subjects());
    }

    /** The context in an item whose paragraphs have these scores. */
    static ItemContext of(WireItem item, List<ParagraphScore> scores, ParagraphScore silent) {
        Headline headline = item.headline();
        return new ItemContext(item.paragraphs(), scores, headline == null ? silent : scores.get(headline.paragraph()));
    }

    /** The strongest evidence for a subject anywhere in the item. */
    List<Evidence> evidence(int subject) {
        return evidence.get(subject);
    }

    /** A paragraph's scores in view of the item: 0 to 1; all 0 for a paragraph that is no body. */
    double[] combine(int index) {
        ParagraphScore score = scores.get(index);
        double[] combined = new double[mean.length];
        if (!paragraphs.get(index).isBody()) {
            return combined;
        }
        ParagraphScore before = before(index);
        double silence = 1 - score.strongest();
        double standIn = isSentence(paragraphs.get(index)) ? STAND_IN * silence * silence : 0;
        for (int s = 0; s < combined.length; s++) {
            double own = score.strength(s);
            double context =
                    1 - (1 - mean[s]) * (1 - HEADLINE * headline.strength(s)) * (1 - BEFORE * before.strength(s));
            double lift = (own > 0 ? LIFT : 0) + standIn;
            combined[s] = own + (1 - own) * context * lift;
        }
        return combined;
    }

    /** The item's scores from those of its paragraphs and its headline. */
    double[] whole(List<double[]> combined) {
        double[] whole = mean((paragraph, subject) -> combined.get(paragraph)[subject]);
        for (int s = 0; s < whole.length; s++) {
            whole[s] = 1 - (1 - whole[s]) * (1 - HEADLINE * headline.strength(s));
        }
        return whole;
    }

    private ParagraphScore before(int index) {
        for (int i = index - 1; i >= 0; i--) {
            if (paragraphs.get(i).isBody()) {
                return scores.get(i);
            }
        }
        return ParagraphScore.silent(mean.length);
    }

    private double[] mean(ToDoubleBiFunction<Integer, Integer> value) {
        double[] mean = new double[headline.subjects()];
        double weights = 0;
        int rank = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            if (paragraphs.get(i).isBody()) {
                double weight = Math.sqrt(scores.get(i).length()) * (1 + LEAD / ++rank);
                weights += weight;
                for (int s = 0; s < mean.length; s++) {
                    mean[s] += weight * value.applyAsDouble(i, s);
                }
            }
        }
        for (int s = 0; s < mean.length; s++) {
            mean[s] = weights == 0 ? 0 : mean[s] / weights;
        }
        return mean;
    }

    /** A line without the end of a sentence is a section head, a caption or a notice. */
    private static boolean isSentence(Paragraph paragraph) {
        String text = paragraph.folded().folded();
        return text.indexOf('。') >= 0 || text.indexOf('！') >= 0 || text.endsWith("；") || text.endsWith("：");
    }

    private static List<List<Evidence>> collect(List<ParagraphScore> scores, int subjects) {
        List<List<Evidence>> collected = new ArrayList<>();
        for (int s = 0; s < subjects; s++) {
            List<Evidence> ofSubject = new ArrayList<>();
            for (ParagraphScore score : scores) {
                for (Evidence each : score.evidence(s)) {
                    ofSubject.add(new Evidence(
                            each.paragraph(),
                            each.begin(),
                            each.end(),
                            each.text(),
                            each.weight() * score.strength(s)));
                }
            }
            collected.add(ParagraphScore.strongestFirst(ofSubject));
        }
        return collected;
    }
}
