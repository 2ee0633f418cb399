package org.wirestream.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Scores predictions by the gold's measures: exact span and type for names (people, places and organisations together and
 * each alone, documents), half-overlap for events, exact span and value for dates, multi-label for subjects and desks.
 */
public final class Scorer {
    /** Subjects rarer than this in the gold do not count for the macro average. */
    private static final int MIN_SUBJECT = 3;

    private final Function<String, String> deskOf;

    /** @param deskOf the desk of a subject */
    public Scorer(Function<String, String> deskOf) {
        this.deskOf = deskOf;
    }

    /**
     * A score.
     *
     * @param measures by name, in the order in which they are shown
     * @param subjectF1 F1 of each subject that occurs often enough
     * @param macroF1 their mean
     * @param primaryDesk share of paragraphs whose main subject's desk is right
     * @param missing paragraphs of the gold without a prediction
     * @param differing paragraphs whose text is not the gold's
     * @param errors what was missed and what was wrong, for people
     */
    public record Score(
            Map<String, Measure> measures,
            Map<String, Double> subjectF1,
            double macroF1,
            double primaryDesk,
            int missing,
            int differing,
            List<String> errors) {}

    private record Key(String doc, int para) {}

    /** Scores predictions against the gold. */
    public Score score(List<GoldRecord> gold, List<GoldRecord> predicted) {
        Map<Key, GoldRecord> byKey = new HashMap<>();
        predicted.forEach(record -> byKey.put(new Key(record.doc(), record.para()), record));
        List<GoldRecord[]> pairs = new ArrayList<>();
        int missing = 0;
        int differing = 0;
        for (GoldRecord record : gold) {
            GoldRecord found = byKey.get(new Key(record.doc(), record.para()));
            missing += found == null ? 1 : 0;
            differing += found != null && !found.text().equals(record.text()) ? 1 : 0;
            pairs.add(new GoldRecord[] {record, found == null ? empty(record) : found});
        }
        List<String> errors = new ArrayList<>();
        Map<String, Measure> measures = new LinkedHashMap<>();
        measures.put("entities", sets(pairs, r -> names(r, Set.of("PER", "LOC", "ORG")), null, ""));
        for (String type : List.of("PER", "LOC", "ORG", "DOC")) {
            measures.put(type, sets(pairs, r -> names(r, Set.of(type)), errors, type));
        }
        measures.put("EVENT", events(pairs));
        measures.put("dates", sets(pairs, Scorer::dates, errors, "date"));
        measures.put("subjects", sets(pairs, r -> new TreeSet<>(r.subjects()), errors, "subject"));
        measures.put("desks", sets(pairs, this::desks, null, ""));
        Map<String, Double> subjectF1 = subjectF1(pairs);
        double macro = subjectF1.values().stream().mapToDouble(f -> f).average().orElse(0);
        return new Score(measures, subjectF1, macro, primaryDesk(pairs), missing, differing, errors);
    }

    private static GoldRecord empty(GoldRecord record) {
        return new GoldRecord(record.doc(), record.para(), record.text(), List.of(), List.of(), List.of(), null);
    }

    private static Set<String> names(GoldRecord record, Set<String> types) {
        return record.entities().stream()
                .filter(name -> types.contains(name.type()))
                .map(name -> name.start() + "-" + name.end() + " " + name.type() + " " + name.text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> dates(GoldRecord record) {
        return record.dates().stream()
                .map(date -> date.start() + "-" + date.end() + " " + date.iso() + " " + date.text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> desks(GoldRecord record) {
        return record.subjects().stream().map(deskOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Measure sets(
            List<GoldRecord[]> pairs,
            Function<GoldRecord, Set<String>> of,
            @Nullable List<String> errors,
            String name) {
        Measure total = new Measure(0, 0, 0);
        for (GoldRecord[] pair : pairs) {
            Set<String> gold = of.apply(pair[0]);
            Set<String> found = of.apply(pair[1]);
            Set<String> hits = new HashSet<>(gold);
            hits.retainAll(found);
            total = total.plus(new Measure(hits.size(), found.size() - hits.size(), gold.size() - hits.size()));
            if (errors != null) {
                String where = " %s p%02d ".formatted(pair[0].doc(), pair[0].para());
                gold.stream().filter(g -> !hits.contains(g)).forEach(g -> errors.add(name + " missed" + where + g));
                found.stream().filter(f -> !hits.contains(f)).forEach(f -> errors.add(name + " wrong" + where + f));
            }
        }
        return total;
    }

    /** One prediction for each gold event that it overlaps by at least half of the longer one. */
    private static Measure events(List<GoldRecord[]> pairs) {
        Measure total = new Measure(0, 0, 0);
        for (GoldRecord[] pair : pairs) {
            List<GoldRecord.Name> gold = events(pair[0]);
            List<GoldRecord.Name> left = new ArrayList<>(events(pair[1]));
            int hits = 0;
            for (GoldRecord.Name event : gold) {
                GoldRecord.Name hit = left.stream()
                        .filter(found -> 2 * overlap(event, found)
                                >= Math.max(event.end() - event.start(), found.end() - found.start()))
                        .findFirst()
                        .orElse(null);
                if (hit != null) {
                    left.remove(hit);
                    hits++;
                }
            }
            total = total.plus(new Measure(hits, left.size(), gold.size() - hits));
        }
        return total;
    }

    private static List<GoldRecord.Name> events(GoldRecord record) {
        return record.entities().stream()
                .filter(name -> name.type().equals("EVENT"))
                .toList();
    }

    private static int overlap(GoldRecord.Name a, GoldRecord.Name b) {
        return Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
    }

    private static Map<String, Double> subjectF1(List<GoldRecord[]> pairs) {
        Set<String> subjects = new TreeSet<>();
        pairs.forEach(pair -> subjects.addAll(pair[0].subjects()));
        Map<String, Double> f1 = new LinkedHashMap<>();
        for (String subject : subjects) {
            Measure measure = sets(pairs, r -> r.subjects().contains(subject) ? Set.of(subject) : Set.of(), null, "");
            if (measure.gold() >= MIN_SUBJECT) {
                f1.put(subject, measure.f1());
            }
        }
        return f1;
    }

    private double primaryDesk(List<GoldRecord[]> pairs) {
        int labelled = 0;
        int right = 0;
        for (GoldRecord[] pair : pairs) {
            String gold = pair[0].primary();
            if (gold != null) {
                labelled++;
                String found = pair[1].primary();
                right += found != null && deskOf.apply(found).equals(deskOf.apply(gold)) ? 1 : 0;
            }
        }
        return labelled == 0 ? 0 : (double) right / labelled;
    }
}
