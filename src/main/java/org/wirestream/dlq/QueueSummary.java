package org.wirestream.dlq;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What lies in the queue.
 *
 * @param reasons how many of each reason, the most frequent first
 * @param newest the last ones that were read, oldest first
 */
public record QueueSummary(List<ReasonCount> reasons, List<DeadLetter> newest) {
    public QueueSummary {
        reasons = List.copyOf(reasons);
        newest = List.copyOf(newest);
    }

    /**
     * The dead letters of one reason.
     *
     * @param reason the reason
     * @param letters how many there are
     * @param redriven how many of them were sent back
     * @param first when the first came
     * @param last when the last came
     */
    public record ReasonCount(String reason, long letters, long redriven, Instant first, Instant last) {
        private ReasonCount plus(ReasonCount other) {
            return new ReasonCount(
                    reason,
                    letters + other.letters,
                    redriven + other.redriven,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }
    }

    /** All dead letters. */
    public long letters() {
        return reasons.stream().mapToLong(ReasonCount::letters).sum();
    }

    /**
     * Reads the queue; memory is bounded by the number of reasons, of marks and of {@code newest}.
     *
     * @param newest how many letters to keep
     */
    public static QueueSummary of(DeadLetterQueue queue, LetterFilter filter, int newest) {
        Map<LetterId, Instant> redriven = queue.redriven();
        Map<String, ReasonCount> reasons = new TreeMap<>();
        Deque<DeadLetter> last = new ArrayDeque<>();
        queue.read(filter, letter -> {
            ReasonCount one = new ReasonCount(
                    letter.reason(), 1, redriven.containsKey(letter.id()) ? 1 : 0, letter.arrived(), letter.arrived());
            reasons.merge(letter.reason(), one, ReasonCount::plus);
            last.addLast(letter);
            if (last.size() > newest) {
                last.removeFirst();
            }
            return true;
        });
        List<ReasonCount> sorted = new ArrayList<>(reasons.values());
        sorted.sort(Comparator.comparingLong(ReasonCount::letters).reversed());
        return new QueueSummary(sorted, List.copyOf(last));
    }
}
