package org.wirestream.subject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wirestream.document.Evidence;
import org.wirestream.wire.Headline;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/**
 * What the rest of an item says about a paragraph.
 *
 * <p>The context of a paragraph is the mean strength of the item's other paragraphs, the headline's strength and that of
 * the body paragraph before, as independent hints. It lifts subjects that the paragraph itself speaks for, and stands in
 * for them where the paragraph says little (“他说，这一比例今后还将上升。”).
 */
final class ItemContext {
    private static final double HEADLINE = 0.6;
    private static final double BEFORE = 0.35;
    /** How far the context lifts a subject that the paragraph's own words speak for. */
    private static final double LIFT = 0.25;
    /** How far the context stands in for a paragraph that says nothing. */
    private static final double STAND_IN = 0.65;
    /** The first paragraphs of a wire item tell the news: the nth weighs 1 + LEAD / n. */
    private static final double LEAD = 2;

    private final List<Paragraph> paragraphs;
    private final List<ParagraphScore> scores;
    private final ParagraphScore headline;
    private final ParagraphScore silent;
    /** How much each paragraph counts for the item; 0 for a paragraph that is no body. */
    private final double[] weights;

    private final double[] sums;
    private final double weight;
    private final List<List<Evidence>> evidence;

    private ItemContext(
            List<Paragraph> paragraphs, List<ParagraphScore> scores, ParagraphScore headline, ParagraphScore silent) {
        this.paragraphs = paragraphs;
        this.scores = scores;
        this.headline = headline;
        this.silent = silent;
        this.weights = weights(paragraphs, scores);
        this.weight = Arrays.stream(weights).sum();
        this.sums = new double[silent.subjects()];
        for (int i = 0; i < weights.length; i++) {
            for (int s = 0; s < sums.length; s++) {
                sums[s] += weights[i] * scores.get(i).strength(s);
            }
        }
        this.evidence = collect(scores, silent.subjects());
    }

    /** The context in an item whose paragraphs have these scores. */
    static ItemContext of(WireItem item, List<ParagraphScore> scores, ParagraphScore silent) {
        Headline headline = item.headline();
        if (headline == null || headline.paragraph() < 0 || headline.paragraph() >= scores.size()) {
            return new ItemContext(item.paragraphs(), scores, silent, silent);
        }
        return new ItemContext(item.paragraphs(), scores, scores.get(headline.paragraph()), silent);
    }

    /** The strongest evidence for a subject anywhere in the item. */
    List<Evidence> evidence(int subject) {
        return evidence.get(subject);
    }

    /** Every paragraph's scores in view of the item: 0 to 1; all 0 for a paragraph that is no body. */
    List<double[]> combine() {
        List<double[]> combined = new ArrayList<>();
        ParagraphScore before = silent;
        for (int i = 0; i < scores.size(); i++) {
            combined.add(combine(i, before));
            before = paragraphs.get(i).isBody() ? scores.get(i) : before;
        }
        return combined;
    }

    private double[] combine(int index, ParagraphScore before) {
        ParagraphScore score = scores.get(index);
        double[] combined = new double[sums.length];
        if (weights[index] == 0) {
            return combined;
        }
        double silence = 1 - score.strongest();
        double standIn = isSentence(paragraphs.get(index)) ? STAND_IN * silence * silence : 0;
        double others = weight - weights[index];
        for (int s = 0; s < combined.length; s++) {
            double own = score.strength(s);
            double mean = others < 1e-6 ? 0 : Math.max(0, sums[s] - weights[index] * own) / others;
            double context = 1 - (1 - mean) * (1 - HEADLINE * headline.strength(s)) * (1 - BEFORE * before.strength(s));
            double lift = (own > 0 ? LIFT : 0) + standIn;
            combined[s] = own + (1 - own) * context * lift;
        }
        return combined;
    }

    /** The item's scores from those of its paragraphs and its headline. */
    double[] whole(List<double[]> combined) {
        double[] whole = new double[sums.length];
        for (int s = 0; s < whole.length; s++) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * combined.get(i)[s];
            }
            double mean = weight == 0 ? 0 : sum / weight;
            whole[s] = 1 - (1 - mean) * (1 - HEADLINE * headline.strength(s));
        }
        return whole;
    }

    private static double[] weights(List<Paragraph> paragraphs, List<ParagraphScore> scores) {
        double[] weights = new double[scores.size()];
        int rank = 0;
        for (int i = 0; i < weights.length; i++) {
            if (paragraphs.get(i).isBody()) {
                weights[i] = Math.sqrt(scores.get(i).length()) * (1 + LEAD / ++rank);
            }
        }
        return weights;
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
