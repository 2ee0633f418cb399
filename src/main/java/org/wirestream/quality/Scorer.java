package org.wirestream.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares predictions with the gold.
 *
 * <p>PER, LOC, ORG, DOC and dates: exact span and type or ISO value, micro-averaged. EVENT: a hit overlaps the gold one by at
 * least half of the longer span. Subjects and desks: micro-averaged over paragraphs; subjects also macro-averaged over those
 * that the gold has at least {@value #ENOUGH} times. Stateless.
 */
public final class Scorer {
    private static final int ENOUGH = 3;
    private static final Set<String> NAMES = Set.of("PER", "LOC", "ORG");
    private static final Comparator<Label> IN_TEXT =
            Comparator.comparingInt(Label::start).thenComparingInt(Label::end).thenComparing(Label::name);

    private final Function<String, Optional<String>> deskOf;

    /** @param deskOf the desk of a subject; empty for an unknown subject */
    public Scorer(Function<String, Optional<String>> deskOf) {
        this.deskOf = deskOf;
    }

    /** Scores predictions; what has no prediction counts as missed. */
    public Scores score(Collection<GoldParagraph> gold, Collection<GoldParagraph> predicted) {
        List<Pair> pairs = pairs(gold, predicted);
        Tally tally = new Tally(pairs);
        tally.count("entities", p -> entities(p, NAMES));
        for (String type : List.of("PER", "LOC", "ORG", "DOC")) {
            tally.count(type, p -> entities(p, Set.of(type)));
        }
        tally.countOverlaps("EVENT", p -> entities(p, Set.of("EVENT")));
        tally.count("dates", Scorer::dates);
        tally.count("subjects", p -> labels(Set.copyOf(p.subjects())));
        tally.count("desks", p -> labels(desks(p)));
        Map<String, Double> subjects = subjectF1(pairs);
        double macro = subjects.isEmpty()
                ? 0
                : subjects.values().stream().mapToDouble(f1 -> f1).sum() / subjects.size();
        List<Pair> primaries =
                pairs.stream().filter(pair -> pair.gold().primary() != null).toList();
        int right = (int) primaries.stream().filter(this::hasRightDesk).count();
        return new Scores(
                tally.measures(),
                subjects,
                Measure.rounded(macro),
                Measure.rounded(Measure.ratio(right, primaries.size())),
                primaries.size(),
                pairs.size(),
                (int) pairs.stream().filter(Pair::isMissing).count(),
                (int) pairs.stream().filter(Pair::textDiffers).count(),
                tally.errors());
    }

    private static List<Pair> pairs(Collection<GoldParagraph> gold, Collection<GoldParagraph> predicted) {
        Map<ParagraphKey, GoldParagraph> predictions = ParagraphKey.index(predicted);
        List<Pair> pairs = new ArrayList<>();
        ParagraphKey.index(gold).forEach((key, paragraph) -> {
            GoldParagraph nothing =
                    new GoldParagraph(key.doc(), key.para(), paragraph.text(), List.of(), List.of(), List.of(), null);
            GoldParagraph prediction = predictions.get(key);
            pairs.add(new Pair(paragraph, prediction == null ? nothing : prediction, prediction == null));
        });
        return pairs;
    }

    private static Set<Label> entities(GoldParagraph paragraph, Set<String> types) {
        return paragraph.entities().stream()
                .filter(entity -> types.contains(entity.type()))
                .map(entity -> new Label(entity.start(), entity.end(), entity.type()))
                .sorted(IN_TEXT)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Label> dates(GoldParagraph paragraph) {
        return paragraph.dates().stream()
                .map(date -> new Label(date.start(), date.end(), date.iso()))
                .sorted(IN_TEXT)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Label> labels(Set<String> names) {
        return names.stream()
                .sorted()
                .map(name -> new Label(0, 0, name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> desks(GoldParagraph paragraph) {
        return paragraph.subjects().stream()
                .flatMap(subject -> deskOf.apply(subject).stream())
                .collect(Collectors.toSet());
    }

    private boolean hasRightDesk(Pair pair) {
        return desk(pair.gold()).equals(desk(pair.predicted()));
    }

    private Optional<String> desk(GoldParagraph paragraph) {
        return Optional.ofNullable(paragraph.primary()).flatMap(deskOf);
    }

    private static Map<String, Double> subjectF1(List<Pair> pairs) {
        Map<String, Double> f1 = new LinkedHashMap<>();
        pairs.stream()
                .flatMap(pair -> pair.gold().subjects().stream())
                .distinct()
                .sorted()
                .forEach(subject -> {
                    int gold = 0;
                    int predicted = 0;
                    int hits = 0;
                    for (Pair pair : pairs) {
                        boolean is = pair.gold().subjects().contains(subject);
                        boolean said = pair.predicted().subjects().contains(subject);
                        gold += is ? 1 : 0;
                        predicted += said ? 1 : 0;
                        hits += is && said ? 1 : 0;
                    }
                    if (gold >= ENOUGH) {
                        f1.put(
                                subject,
                                Measure.of(hits, predicted - hits, gold - hits).f1());
                    }
                });
        return f1;
    }
}
