package org.wirestream.stream;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
 * @param counts what the last version counts for
 * @param received timestamp of the raw record of the last accepted content, in ms since the epoch; 0 in states written before
 *     there was one
 */
record ItemState(
        String version,
        long sequence,
        @Nullable String feedVersion,
        List<String> digests,
        PubStatus status,
        Map<Integer, List<String>> desks,
        List<Counted> counts,
        long received) {
    /** One count of the item. */
    record Counted(CountKey key, Count count) {}

    /** The same with the time of its raw record. */
    ItemState receivedAt(long timestamp) {
        return new ItemState(version, sequence, feedVersion, digests, status, desks, counts, timestamp);
    }
}
