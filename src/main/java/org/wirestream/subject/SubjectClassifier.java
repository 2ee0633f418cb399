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
import java.util.function.IntFunction;
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
 * of the item. A subject is assigned when its probability reaches the subject's threshold and is not far below the
 * strongest; a paragraph without any subject is a valid answer.
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

    /** A paragraph in which no subject reaches its threshold has the strongest one, if it is this likely. */
    private static final double BEST_GUESS = 0.30;

    private static final double ITEM = 0.40;
    /** An item is about what is likely in a quarter of it. */
    private static final double ITEM_LEAST = 0.25;

    private static final int MOST_OF_PARAGRAPH = 4;
    private static final int MOST_OF_ITEM = 5;

    private final List<Subject> subjects;
    private final ParagraphScorer scorer;
    private final @Nullable SubjectModel model;

    private SubjectClassifier(List<Subject> subjects, ParagraphScorer scorer, @Nullable SubjectModel model) {
        this.subjects = subjects;
        this.scorer = scorer;
        this.model = model;
    }

    /**
     * The classifier for the subjects that come with the program.
     *
     * @param vectors whether its model is the one that needs the paragraphs' vectors
     */
    public static SubjectClassifier load(Vocabulary vocabulary, boolean vectors) {
        String name = vectors ? "accurate.model" : "fast.model";
        try (InputStream in = SubjectClassifier.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no " + name + " on the class path");
            }
            return untrained(vocabulary).with(SubjectModel.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException("the subject model cannot be read", e);
        }
    }

    /** A classifier without a model, which one is trained on. */
    public static SubjectClassifier untrained(Vocabulary vocabulary) {
        List<Subject> subjects = List.copyOf(vocabulary.subjects());
        return new SubjectClassifier(subjects, new ParagraphScorer(Lexicon.load(subjects), subjects.size()), null);
    }

    /**
     * The same classifier with a model.
     *
     * @throws IllegalArgumentException when the model was trained on other subjects
     */
    public SubjectClassifier with(SubjectModel trained) {
        List<String> ids = subjects.stream().map(Subject::id).toList();
        if (!trained.subjects().equals(ids)) {
            throw new IllegalArgumentException("the subject model was trained on other subjects; train it anew");
        }
        return new SubjectClassifier(subjects, scorer, trained);
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
        List<ParagraphScore> scores = scores(item, mentions);
        ItemContext context = ItemContext.of(item, scores, ParagraphScore.silent(subjects.size()));
        List<double[]> probabilities = new ArrayList<>();
        List<double[]> ranks = new ArrayList<>();
        for (ParagraphObservation seen : ParagraphObserver.observe(item, scores, context.combine(), encodings)) {
            double[] likely =
                    seen == null ? new double[subjects.size()] : trained.any().probabilities(seen);
            probabilities.add(likely);
            ranks.add(seen == null ? likely : trained.ranks(likely, seen));
        }
        List<List<SubjectAssignment>> paragraphs = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            Paragraph paragraph = item.paragraphs().get(i);
            ParagraphScore own = scores.get(i);
            Encoding encoding = encodings.isEmpty() ? null : encodings.get(i);
            paragraphs.add(assign(
                    probabilities.get(i), ranks.get(i), trained.thresholds(), PARAGRAPH, MOST_OF_PARAGRAPH, subject -> {
                        List<Evidence> evidence = own.evidence(subject);
                        if (evidence.isEmpty() && encoding != null) {
                            evidence = VectorEvidence.find(trained, subject, paragraph, encoding);
                        }
                        return evidence.isEmpty() ? context.evidence(subject) : evidence;
                    }));
        }
        double[] least = new double[subjects.size()];
        Arrays.fill(least, ITEM_LEAST);
        double[] likely = context.whole(probabilities);
        List<SubjectAssignment> whole = assign(likely, likely, least, ITEM, MOST_OF_ITEM, context::evidence);
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
        List<ParagraphScore> scores = scores(item, mentions);
        ItemContext context = ItemContext.of(item, scores, ParagraphScore.silent(subjects.size()));
        return ParagraphObserver.observe(item, scores, context.combine(), encodings);
    }

    private List<ParagraphScore> scores(WireItem item, List<Mention> mentions) {
        Map<Integer, List<Mention>> byParagraph = mentions.stream().collect(Collectors.groupingBy(Mention::paragraph));
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
            double[] scores,
            double[] ranks,
            double[] least,
            double share,
            int most,
            IntFunction<List<Evidence>> evidence) {
        double strongest = Arrays.stream(scores).max().orElse(0);
        List<Scored> chosen = IntStream.range(0, scores.length)
                .mapToObj(subject -> new Scored(subject, scores[subject], ranks[subject]))
                .filter(each -> each.score() >= least[each.subject()] || isBestGuess(each, scores, least))
                .filter(each -> each.score() > 0 && each.score() >= share * strongest)
                .sorted(Comparator.comparingDouble(Scored::rank).reversed())
                .limit(most)
                .toList();
        double sum = chosen.stream().mapToDouble(Scored::rank).sum();
        return chosen.stream()
                .map(each -> new SubjectAssignment(
                        subjects.get(each.subject()).id(),
                        (int) Math.round(100 * each.rank() / sum),
                        (int) Math.round(100 * each.score()),
                        evidence.apply(each.subject())))
                .toList();
    }

    private static boolean isBestGuess(Scored candidate, double[] scores, double[] least) {
        return candidate.score() >= BEST_GUESS
                && IntStream.range(0, scores.length)
                        .noneMatch(other -> scores[other] > candidate.score() || scores[other] >= least[other]);
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
