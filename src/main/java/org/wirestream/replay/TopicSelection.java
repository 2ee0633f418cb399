package org.wirestream.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a topic are meant; what is empty or null does not restrict.
 *
 * @param since those with this timestamp or a later one
 * @param until those with an earlier timestamp
 * @param offsets those in one of these stretches
 * @param ids those of one of these items
 */
public record TopicSelection(
        @Nullable Instant since, @Nullable Instant until, List<OffsetRange> offsets, Set<String> ids) {
    /** Every record. */
    public static final TopicSelection ALL = new TopicSelection(null, null, List.of(), Set.of());

    public TopicSelection {
        offsets = List.copyOf(offsets);
        ids = Set.copyOf(ids);
    }

    /** Whether place and time choose a record; its id is looked at apart, since it may have to be worked out. */
    boolean takesPlaceOf(ConsumerRecord<?, ?> message) {
        return (since == null || message.timestamp() >= since.toEpochMilli())
                && (until == null || message.timestamp() < until.toEpochMilli())
                && (offsets.isEmpty()
                        || offsets.stream().anyMatch(range -> range.contains(message.partition(), message.offset())));
    }

    /** The first offset that may be meant; {@link Long#MAX_VALUE} when none of the partition is. */
    long first(int partition) {
        return offsets.isEmpty() ? 0 : named(partition, OffsetRange::from).min().orElse(Long.MAX_VALUE);
    }

    /** The offset behind the last one that may be meant. */
    long end(int partition) {
        long last = offsets.isEmpty()
                ? Long.MAX_VALUE
                : named(partition, OffsetRange::to).max().orElse(-1);
        return last == Long.MAX_VALUE ? last : last + 1;
    }

    private LongStream named(int partition, ToLongFunction<OffsetRange> end) {
        return offsets.stream().filter(range -> range.partition() == partition).mapToLong(end);
    }

    /** The same in words. */
    public String text() {
        List<String> parts = new ArrayList<>();
        if (since != null) {
            parts.add("since " + since);
        }
        if (until != null) {
            parts.add("until " + until);
        }
        if (!offsets.isEmpty()) {
            parts.add("offsets "
                    + String.join(
                            ", ", offsets.stream().map(OffsetRange::toString).toList()));
        }
        if (!ids.isEmpty()) {
            parts.add("items " + String.join(", ", new TreeSet<>(ids)));
        }
        return parts.isEmpty() ? "everything" : String.join("; ", parts);
    }
}
