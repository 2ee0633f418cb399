package org.wirestream.chaos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what came out with what should have. */
final class Verifier {
    private Verifier() {}

    static Verdict.Findings compare(Outputs expected, Outputs actual) {
        long lost = 0;
        long duplicated = 0;
        long outOfOrder = 0;
        for (String key : keys(expected.sequences(), actual.sequences())) {
            List<String> should = expected.sequences().getOrDefault(key, List.of());
            List<String> is = actual.sequences().getOrDefault(key, List.of());
            if (!should.equals(is)) {
                long missing = without(should, is);
                long more = without(is, should);
                lost += missing;
                duplicated += more;
                outOfOrder += missing == 0 && more == 0 ? 1 : 0;
            }
        }
        long wrongCounts = keys(expected.counts(), actual.counts()).stream()
                .filter(key -> !expected.counts()
                        .getOrDefault(key, List.of())
                        .equals(actual.counts().getOrDefault(key, List.of())))
                .count();
        return new Verdict.Findings(
                lost, duplicated, outOfOrder, wrongCounts, expected.letters().equals(actual.letters()));
    }

    /** The first differences, for people: where, and how many records should be and are there. */
    static List<String> differences(Outputs expected, Outputs actual, int most) {
        return keys(expected.sequences(), actual.sequences()).stream()
                .filter(key -> !expected.sequences()
                        .getOrDefault(key, List.of())
                        .equals(actual.sequences().getOrDefault(key, List.of())))
                .sorted()
                .limit(most)
                .map(key -> "%s: should be %s, is %s"
                        .formatted(
                                key,
                                brief(expected.sequences().getOrDefault(key, List.of())),
                                brief(actual.sequences().getOrDefault(key, List.of()))))
                .toList();
    }

    private static List<String> brief(List<String> digests) {
        return digests.stream()
                .map(digest -> digest.substring(0, Math.min(9, digest.length())))
                .toList();
    }

    private static Set<String> keys(Map<String, ?> one, Map<String, ?> other) {
        Set<String> keys = new HashSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    /** How many elements are left of a list when each of another has taken one away. */
    private static long without(List<String> list, List<String> other) {
        List<String> left = new ArrayList<>(list);
        other.forEach(left::remove);
        return left.size();
    }
}
