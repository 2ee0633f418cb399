package org.wirestream.counts;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one version of an item counts for. An item has one day, at most one hour and is in the total once, so its day's counts
 * say all: the others are the same numbers under other keys.
 *
 * @param days its counts by day
 * @param hour the begin of its hour; null when its time of day is not known, so that it is in no hour
 */
public record Contribution(
        Map<CountKey, Count> days, @Nullable String hour) {
    /** Of an item that counts for nothing. */
    public static final Contribution NONE = new Contribution(Map.of(), null);

    /** The counts under every key. */
    public Map<CountKey, Count> rows() {
        Map<CountKey, Count> rows = new TreeMap<>(CountKey.ORDER);
        days.forEach((key, count) -> {
            rows.put(key, count);
            if (hour != null) {
                rows.put(key.inHour(hour), count);
            }
            rows.put(key.inTotal(), count);
        });
        return rows;
    }

    /** What turns the counts of an older version into those of this one; entries that change nothing are left out. */
    public Map<CountKey, Count> minus(Contribution older) {
        Map<CountKey, Count> before = older.rows();
        Map<CountKey, Count> difference = rows();
        before.forEach((key, count) -> {
            Count now = difference.get(key);
            Count change = (now == null ? new Count(count.label(), 0, 0, 0) : now).minus(count);
            if (change.isZero()) {
                difference.remove(key);
            } else {
                difference.put(key, change);
            }
        });
        return difference;
    }
}
