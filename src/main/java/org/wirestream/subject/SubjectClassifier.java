package org.wirestream.subject;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.Evidence;
import org.wirestream.document.Mention;
import org.wirestream.document.SubjectAssignment;
import org.wirestream.encoder.Encoding;
import org.wirestream.wire.Headline;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/**
 * Says what each paragraph of an item is about. Safe for use by many threads; the same item gives the same subjects.
 *
 * <p>A trained model judges what the lexicon finds in a paragraph ({@link ParagraphScorer}), in its headline, in the
 * paragraph before and in the item ({@link ItemContext}), and, where there is an encoder, the vectors of the paragraph and
 * of the item, else the paragraph's {@link Bigrams}. A subject is assigned when its probability reaches the subject's
 * threshold and is not far below the strongest; where none does, the first in rank that words of the item speak for,
 * unless the model says that the paragraph has none, which is a valid answer. A threshold that an operator set is kept in
 * that case too: nothing is assigned for want of better below it.
 *
 * <ul>
 *   <li><b>confidence</b>: how likely it is right to assign the subject, in percent; calibrated on documents that the model
 *       was not trained on.
 *   <li><b>relevance</b>: how much of the text is about it, in percent. In a paragraph, how likely the subject
 *       is the main one, as its share among all that are assigned; in an item, the share of the text with subjects that stands in paragraphs
 *       about it.
 * </ul>
 */
public final class SubjectClassifier {
    /** Part of the strongest subject's probability that another one must reach. */
    private static final double PARAGRAPH = 0.5;

    /**
     * A paragraph in which no subject reaches its threshold has the first in rank that words of the item speak for, unless
     * it is more likely than not that it has none.
     */
    private static final double NONE = 0.5;

    private static final double ITEM = 0.40;
    /** An item is about what is likely in a quarter of it. */
    private static final double ITEM_LEAST = 0.25;

    private static final int MOST_OF_PARAGRAPH = 4;
    private static final int MOST_OF_ITEM = 5;

    private final List<Subject> subjects;
    private final ParagraphScorer scorer;
    private final @Nullable SubjectModel model;
    /** For each subject the probability from which it is assigned where others are likely too. */
    private final double[] least;
    /** For each subject the probability below which it never is; 0 where the operator leaves that to the model. */
    private final double[] floors;

    private SubjectClassifier(
            List<Subject> subjects, ParagraphScorer scorer, @Nullable SubjectModel model, Thresholds set) {
        this.subjects = subjects;
        this.scorer = scorer;
        this.model = model;
        this.floors = probabilities(set.percent());
        Map<String, Integer> all =
                new HashMap<>(model == null ? Map.of() : model.thresholds().percent());
        all.putAll(set.percent());
        this.least = probabilities(all);
    }

    private double[] probabilities(Map<String, Integer> percent) {
        return subjects.stream()
                .mapToDouble(subject -> percent.getOrDefault(subject.id(), 0) / 100.0)
                .toArray();
    }

    /**
     * The classifier for the subjects that come with the program.
     *
     * @param set thresholds that count instead of those that were learned
     * @param vectors whether its model is the one that needs the paragraphs' vectors
     */
    public static SubjectClassifier load(Vocabulary vocabulary, Thresholds set, boolean vectors) {
        String name = vectors ? "accurate.model" : "fast.model";
        try (InputStream in = SubjectClassifier.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no " + name + " on the class path");
            }
            return untrained(vocabulary).with(SubjectModel.read(in, Thresholds.learned(vectors, vocabulary)), set);
        } catch (IOException e) {
            throw new UncheckedIOException("the subject model cannot be read", e);
        }
    }

    /** A classifier without a model, which one is trained on. */
    public static SubjectClassifier untrained(Vocabulary vocabulary) {
        List<Subject> subjects = List.copyOf(vocabulary.subjects());
        return new SubjectClassifier(
                subjects, new ParagraphScorer(Lexicon.load(subjects), subjects.size()), null, Thresholds.NONE);
    }

    /**
     * The same classifier with a model.
     *
     * @param set thresholds that count instead of the model's
     * @throws IllegalArgumentException when the model was trained on other subjects
     */
    public SubjectClassifier with(SubjectModel trained, Thresholds set) {
        List<String> ids = subjects.stream().map(Subject::id).toList();
        if (!trained.subjects().equals(ids)) {
            throw new IllegalArgumentException("the subject model was trained on other subjects; train it anew");
        }
        return new SubjectClassifier(subjects, scorer, trained, set);
    }

    /**
     * Classifies an item. Only body paragraphs have subjects.
     *
     * @param mentions the item's mentions: a name is no evidence for a subject
     * @param encodings the paragraphs' vectors; empty when the model needs none
     */
    public SubjectAnalysis classify(WireItem item, List<Mention> mentions, List<Encoding> encodings) {
        SubjectModel trained = model;
        if (trained == null) {
            throw new IllegalStateException("an untrained classifier cannot classify");
        }
        Map<Integer, List<Mention>> byParagraph = byParagraph(mentions);
        List<ParagraphScore> scores = scores(item, byParagraph);
        ItemContext context = ItemContext.of(item, scores, ParagraphScore.silent(subjects.size()));
        List<SubjectModel.Judgement> judgements = new ArrayList<>();
        for (ParagraphObservation seen :
                ParagraphObserver.observe(item, byParagraph, scores, context.combine(), encodings)) {
            judgements.add(seen == null ? SubjectModel.Judgement.nothing(subjects.size()) : trained.judge(seen));
        }
        List<List<SubjectAssignment>> paragraphs = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            Paragraph paragraph = item.paragraphs().get(i);
            ParagraphScore own = scores.get(i);
            Encoding encoding = encodings.isEmpty() ? null : encodings.get(i);
            IntPredicate spoken = subject -> !own.evidence(subject).isEmpty()
                    || !context.evidence(subject).isEmpty();
            paragraphs.add(assign(judgements.get(i), least, PARAGRAPH, MOST_OF_PARAGRAPH, spoken, subject -> {
                List<Evidence> evidence = own.evidence(subject);
                if (evidence.isEmpty()) {
                    evidence = encoding == null
                            ? PhraseEvidence.ofPairs(
                                    trained, subject, paragraph, byParagraph.getOrDefault(paragraph.index(), List.of()))
                            : PhraseEvidence.ofVectors(trained, subject, paragraph, encoding);
                }
                return evidence.isEmpty() ? context.evidence(subject) : evidence;
            }));
        }
        double[] likely = context.whole(
                judgements.stream().map(SubjectModel.Judgement::likely).toList());
        List<SubjectAssignment> whole = assign(
                new SubjectModel.Judgement(likely, likely, 1),
                leastOfItem(paragraphs),
                ITEM,
                MOST_OF_ITEM,
                subject -> false,
                context::evidence);
        return new SubjectAnalysis(paragraphs, withShareOfText(whole, paragraphs, scores));
    }

    /**
     * What the trained model sees of an item, paragraph by paragraph; null for a paragraph that is no body. To be trained
     * from.
     *
     * @param encodings the paragraphs' vectors; empty for a model without
     */
    public List<@Nullable ParagraphObservation> observe(
            WireItem item, List<Mention> mentions, List<Encoding> encodings) {
        Map<Integer, List<Mention>> byParagraph = byParagraph(mentions);
        List<ParagraphScore> scores = scores(item, byParagraph);
        ItemContext context = ItemContext.of(item, scores, ParagraphScore.silent(subjects.size()));
        return ParagraphObserver.observe(item, byParagraph, scores, context.combine(), encodings);
    }

    private static Map<Integer, List<Mention>> byParagraph(List<Mention> mentions) {
        return mentions.stream().collect(Collectors.groupingBy(Mention::paragraph));
    }

    private List<ParagraphScore> scores(WireItem item, Map<Integer, List<Mention>> byParagraph) {
        ParagraphScore silent = ParagraphScore.silent(subjects.size());
        List<ParagraphScore> scores = new ArrayList<>();
        for (Paragraph paragraph : item.paragraphs()) {
            scores.add(
                    paragraph.isBody() || isHeadline(paragraph, item)
                            ? scorer.score(paragraph, byParagraph.getOrDefault(paragraph.index(), List.of()))
                            : silent);
        }
        return scores;
    }

    private static boolean isHeadline(Paragraph paragraph, WireItem item) {
        Headline headline = item.headline();
        return headline != null && headline.paragraph() == paragraph.index();
    }

    private record Scored(int subject, double score, double rank) {}

    /** Assigns what reaches its threshold and a share of the strongest, by rank. */
    private List<SubjectAssignment> assign(
            SubjectModel.Judgement judgement,
            double[] from,
            double share,
            int most,
            IntPredicate spoken,
            IntFunction<List<Evidence>> evidence) {
        double[] likely = judgement.likely();
        double strongest = Arrays.stream(likely).max().orElse(0);
        List<Scored> byRank = IntStream.range(0, likely.length)
                .mapToObj(subject ->
                        new Scored(subject, likely[subject], judgement.ranks()[subject]))
                .sorted(Comparator.comparingDouble(Scored::rank).reversed())
                .toList();
        List<Scored> chosen = byRank.stream()
                .filter(each -> each.score() >= from[each.subject()] && each.score() >= share * strongest)
                .limit(most)
                .toList();
        if (chosen.isEmpty() && judgement.none() <= NONE) {
            chosen = byRank.stream()
                    .filter(each -> spoken.test(each.subject()))
                    .limit(1)
                    .filter(each -> each.score() >= floors[each.subject()])
                    .toList();
        }
        double sum = chosen.stream().mapToDouble(Scored::rank).sum();
        return chosen.stream()
                .map(each -> new SubjectAssignment(
                        subjects.get(each.subject()).id(),
                        (int) Math.round(100 * each.rank() / sum),
                        (int) Math.round(100 * each.score()),
                        evidence.apply(each.subject())))
                .toList();
    }

    /** What an operator wants from a confidence on, an item has only where it or one of its paragraphs has as much. */
    private double[] leastOfItem(List<List<SubjectAssignment>> paragraphs) {
        Set<String> assigned = paragraphs.stream()
                .flatMap(List::stream)
                .map(SubjectAssignment::subject)
                .collect(Collectors.toSet());
        return IntStream.range(0, floors.length)
                .mapToDouble(subject -> assigned.contains(subjects.get(subject).id())
                        ? ITEM_LEAST
                        : Math.max(ITEM_LEAST, floors[subject]))
                .toArray();
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
