package org.wirestream.dlq;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wirestream.watch.StartPoint;

/**
 * Which dead letters are meant; what is empty does not restrict.
 *
 * @param ids these only
 * @param reasons with one of these reasons
 * @param since those that came from there on
 */
public record LetterFilter(Set<LetterId> ids, Set<String> reasons, StartPoint since) {
    /** All. */
    public static final LetterFilter ALL = new LetterFilter(Set.of(), Set.of(), StartPoint.BEGINNING);

    public LetterFilter {
        ids = Set.copyOf(ids);
        reasons = Set.copyOf(reasons);
    }

    /** The same in words. */
    String text() {
        List<String> parts = new ArrayList<>();
        if (!ids.isEmpty()) {
            parts.add(String.join(
                    ", ", new TreeSet<>(ids).stream().map(LetterId::toString).toList()));
        }
        if (!reasons.isEmpty()) {
            parts.add("reason " + String.join(", ", new TreeSet<>(reasons)));
        }
        if (since.time() != null) {
            parts.add("since " + since.time());
        }
        return parts.isEmpty() ? "all" : String.join("; ", parts);
    }

    boolean takes(DeadLetter letter) {
        return (ids.isEmpty() || ids.contains(letter.id())) && (reasons.isEmpty() || reasons.contains(letter.reason()));
    }
}
