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

    /**
     * How well predictions agree with the gold.
     *
     * @param measures by name, in the order in which they are shown: entities (PER, LOC and ORG together), each type, dates,
     *     subjects, desks
     * @param subjectF1 F1 of each subject that occurs often enough
     * @param macroF1 their mean
     * @param primaryDesk share of the paragraphs with a main subject whose main subject's desk is right
     * @param primaries number of these paragraphs
     * @param paragraphs number of paragraphs in the gold
     * @param missing how many of them have no prediction
     * @param differing how many have a prediction for another text
     * @param disagreements what was missed and what was wrong, measure by measure
     */
    public record Score(
            Map<String, Measure> measures,
            Map<String, Double> subjectF1,
            double macroF1,
            double primaryDesk,
            int primaries,
            int paragraphs,
            int missing,
            int differing,
            List<Disagreement> disagreements) {}

    /** What names a paragraph. */
    private record Key(String doc, int para) {
        static Map<Key, GoldRecord> index(Collection<GoldRecord> records) {
            Map<Key, GoldRecord> index = new LinkedHashMap<>();
            records.forEach(record -> index.put(new Key(record.doc(), record.para()), record));
            return index;
        }
    }

    /** Scores predictions; what has no prediction counts as missed. Of two records of one paragraph the later counts. */
    public Score score(Collection<GoldRecord> gold, Collection<GoldRecord> predicted) {
        List<Pair> pairs = pairs(gold, predicted);
        Tally tally = new Tally(pairs);
        tally.count("entities", record -> names(record, NAMES));
        for (String type : List.of("PER", "LOC", "ORG", "DOC")) {
            tally.count(type, record -> names(record, Set.of(type)));
        }
        tally.countOverlaps("EVENT", record -> names(record, Set.of("EVENT")));
        tally.count("dates", Scorer::dates);
        tally.count("subjects", record -> labels(Set.copyOf(record.subjects())));
        tally.count("desks", record -> labels(desks(record)));
        Map<String, Double> subjects = subjectF1(pairs);
        List<Pair> primaries =
                pairs.stream().filter(pair -> pair.gold().primary() != null).toList();
        long right = primaries.stream().filter(this::hasRightDesk).count();
        return new Score(
                tally.measures(),
                subjects,
                subjects.values().stream().mapToDouble(f1 -> f1).average().orElse(0),
                primaries.isEmpty() ? 0 : (double) right / primaries.size(),
                primaries.size(),
                pairs.size(),
                (int) pairs.stream().filter(Pair::isMissing).count(),
                (int) pairs.stream().filter(Pair::textDiffers).count(),
                tally.errors());
    }

    private static List<Pair> pairs(Collection<GoldRecord> gold, Collection<GoldRecord> predicted) {
        Map<Key, GoldRecord> predictions = Key.index(predicted);
        List<Pair> pairs = new ArrayList<>();
        Key.index(gold).forEach((key, paragraph) -> {
            GoldRecord nothing =
                    new GoldRecord(key.doc(), key.para(), paragraph.text(), List.of(), List.of(), List.of(), null);
            GoldRecord prediction = predictions.get(key);
            pairs.add(new Pair(paragraph, prediction == null ? nothing : prediction, prediction == null));
        });
        return pairs;
    }

    private static Set<Label> names(GoldRecord paragraph, Set<String> types) {
        return paragraph.entities().stream()
                .filter(entity -> types.contains(entity.type()))
                .map(entity -> new Label(entity.start(), entity.end(), entity.type()))
                .sorted(IN_TEXT)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Label> dates(GoldRecord paragraph) {
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

    private Set<String> desks(GoldRecord paragraph) {
        return paragraph.subjects().stream()
                .flatMap(subject -> deskOf.apply(subject).stream())
                .collect(Collectors.toSet());
    }

    private boolean hasRightDesk(Pair pair) {
        return desk(pair.gold()).equals(desk(pair.predicted()));
    }

    private Optional<String> desk(GoldRecord paragraph) {
        return Optional.ofNullable(paragraph.primary()).flatMap(deskOf);
    }

    private static Map<String, Double> subjectF1(List<Pair> pairs) {
        Map<String, Double> f1 = new LinkedHashMap<>();
        pairs.stream()
                .flatMap(pair -> pair.gold().subjects().stream())
                .distinct()
                .sorted()
                .forEach(subject -> {
                    Measure measure = measure(subject, pairs);
                    if (measure.gold() >= ENOUGH) {
                        f1.put(subject, measure.f1());
                    }
                });
        return f1;
    }

    private static Measure measure(String subject, List<Pair> pairs) {
        int hits = 0;
        int wrong = 0;
        int missed = 0;
        for (Pair pair : pairs) {
            boolean is = pair.gold().subjects().contains(subject);
            boolean said = pair.predicted().subjects().contains(subject);
            hits += is && said ? 1 : 0;
            wrong += !is && said ? 1 : 0;
            missed += is && !said ? 1 : 0;
        }
        return new Measure(hits, wrong, missed);
    }
}
