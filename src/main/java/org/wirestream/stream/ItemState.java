package org.wirestream.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirestream.counts.Contribution;
import org.wirestream.counts.Count;
import org.wirestream.counts.CountKey;
import org.wirestream.wire.PubStatus;

/**
 * What the topology remembers of an item: enough to tell repeats, and to take back what the last version published.
 *
 * @param version the version last published
 * @param sequence how many versions were accepted
 * @param feedVersion the feed's version of the last accepted content; null when the feed gives none
 * @param digests digests of the accepted contents, newest last
 * @param status publication status of the last version
 * @param desks for each published paragraph, by index, the desks it was routed to
 * @param counts what the last version counts for, by day
 * @param hour the hour in which it is counted too; null when in none
 * @param counted whether the rows of counts know its counts; false in states written before there were such rows
 * @param received timestamp of the raw record of the last accepted content, in ms since the epoch; 0 in states written before
 *     there was one
 * @param maker versions of what made the published records; null in states written before it was kept
 */
record ItemState(
        String version,
        long sequence,
        @Nullable String feedVersion,
        List<String> digests,
        PubStatus status,
        Map<Integer, List<String>> desks,
        List<Counted> counts,
        @Nullable String hour,
        boolean counted,
        long received,
        @Nullable String maker) {
    /** One count of the item. */
    record Counted(CountKey key, Count count) {
        static List<Counted> of(Contribution contribution) {
            return contribution.days().entrySet().stream()
                    .map(entry -> new Counted(entry.getKey(), entry.getValue()))
                    .toList();
        }
    }

    /** What the last version counts for. */
    Contribution contribution() {
        Map<CountKey, Count> days = new HashMap<>();
        counts.forEach(counted -> days.put(counted.key(), counted.count()));
        return new Contribution(days, hour);
    }

    /** The same item when the rows of counts know it. */
    ItemState inRows() {
        return new ItemState(
                version, sequence, feedVersion, digests, status, desks, counts, hour, true, received, maker);
    }

    /**
     * The same item with what it counts for.
     *
     * @param inRows whether the rows of counts know it
     */
    ItemState counting(Contribution contribution, boolean inRows) {
        return new ItemState(
                version,
                sequence,
                feedVersion,
                digests,
                status,
                desks,
                Counted.of(contribution),
                contribution.hour(),
                inRows,
                received,
                maker);
    }

    /** The same with the time of its raw record, and what made its records. */
    ItemState of(long timestamp, String made) {
        return new ItemState(
                version, sequence, feedVersion, digests, status, desks, counts, hour, counted, timestamp, made);
    }

    /** Whether a content is the last that was accepted. */
    boolean isLatest(String digest) {
        return !digests.isEmpty() && digests.get(digests.size() - 1).equals(digest);
    }
}
