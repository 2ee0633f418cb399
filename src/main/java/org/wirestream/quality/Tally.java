package org.wirestream.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Counts hits, wrong and missed labels, measure by measure, and keeps the errors. */
final class Tally {
    /** Code units of text that an error shows on each side. */
    private static final int CONTEXT = 12;

    private final List<Pair> pairs;
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final List<Disagreement> errors = new ArrayList<>();

    Tally(List<Pair> pairs) {
        this.pairs = pairs;
    }

    Map<String, Measure> measures() {
        return measures;
    }

    List<Disagreement> errors() {
        return errors;
    }

    /** A hit is an equal label. */
    void count(String measure, Function<GoldRecord, Set<Label>> labels) {
        count(measure, labels, Label::equals);
    }

    /** A hit is a label that overlaps enough and is not taken by an earlier one. */
    void countOverlaps(String measure, Function<GoldRecord, Set<Label>> labels) {
        count(measure, labels, Label::overlaps);
    }

    private interface Hit {
        boolean is(Label gold, Label predicted);
    }

    private void count(String measure, Function<GoldRecord, Set<Label>> labels, Hit hit) {
        int hits = 0;
        int wrong = 0;
        int missed = 0;
        for (Pair pair : pairs) {
            Set<Label> unused = new LinkedHashSet<>(labels.apply(pair.predicted()));
            for (Label gold : labels.apply(pair.gold())) {
                Optional<Label> found =
                        unused.stream().filter(label -> hit.is(gold, label)).findFirst();
                if (found.isPresent()) {
                    unused.remove(found.get());
                    hits++;
                } else {
                    missed++;
                    errors.add(error(measure, true, pair, gold));
                }
            }
            wrong += unused.size();
            unused.forEach(label -> errors.add(error(measure, false, pair, label)));
        }
        measures.put(measure, new Measure(hits, wrong, missed));
    }

    private static Disagreement error(String measure, boolean missed, Pair pair, Label label) {
        String text = pair.gold().text();
        int end = Math.max(0, Math.min(label.end(), text.length()));
        int start = Math.max(0, Math.min(label.start(), end));
        return new Disagreement(
                measure,
                missed,
                pair.gold().doc(),
                pair.gold().para(),
                label.name(),
                end == 0 ? "" : text.substring(Math.max(0, start - CONTEXT), start),
                text.substring(start, end),
                end == 0 ? "" : text.substring(end, Math.min(text.length(), end + CONTEXT)));
    }
}
