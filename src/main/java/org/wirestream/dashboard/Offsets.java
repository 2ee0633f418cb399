package org.wirestream.dashboard;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far {@code wire.items} was read: the last offset of each partition. Written {@code 0-12.1-5}; as the id of an event it means
 * the same at every dashboard of the cluster. Immutable.
 */
record Offsets(Map<Integer, Long> last) {
    private static final int MAX_LENGTH = 1000;
    private static final int MAX_PARTITIONS = 100;

    Offsets {
        last = Map.copyOf(last);
    }

    static final Offsets NONE = new Offsets(Map.of());

    /** Reads what {@link #toString} writes; empty for anything else. */
    static Optional<Offsets> parse(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Map<Integer, Long> last = new TreeMap<>();
        try {
            for (String part : text.split("\\.", MAX_PARTITIONS + 1)) {
                int dash = part.indexOf('-');
                if (dash < 0) {
                    return Optional.empty();
                }
                last.put(
                        Integer.parseUnsignedInt(part.substring(0, dash)),
                        Long.parseUnsignedLong(part.substring(dash + 1)));
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.of(new Offsets(last));
    }

    Offsets with(int partition, long offset) {
        Map<Integer, Long> changed = new TreeMap<>(last);
        changed.put(partition, offset);
        return new Offsets(changed);
    }

    /** The last offset of a partition; -1 when nothing of it was read. */
    long of(int partition) {
        return last.getOrDefault(partition, -1L);
    }

    @Override
    public String toString() {
        return new TreeMap<>(last)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "-" + entry.getValue())
                        .collect(Collectors.joining("."));
    }
}
