package org.wirestream.dashboard;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirestream.counts.CountKey;
import org.wirestream.counts.CountKind;
import org.wirestream.counts.CountSpan;

/**
 * The counts as their topics have them, in a bounded number of rows. When there are too many, the oldest hours go first, then
 * the oldest days; totals are never given up, but new ones are not taken when nothing else is left. Safe for use by many threads.
 */
final class CountStore {
    private final int maxRows;
    private final Map<CountSpan, Buckets> spans = new EnumMap<>(CountSpan.class);
    private final Map<CountKind, Map<String, String>> labels = new EnumMap<>(CountKind.class);
    private int rows;
    private boolean complete = true;

    CountStore(int maxRows) {
        this.maxRows = maxRows;
    }

    private Buckets buckets(CountSpan span) {
        return spans.computeIfAbsent(span, s -> new Buckets());
    }

    private Map<String, String> labels(CountKind kind) {
        return labels.computeIfAbsent(kind, k -> new HashMap<>());
    }

    /** How full the store is, and whether it has everything that its topics have. */
    record Size(int rows, int maxRows, boolean complete) {}

    /** The rows of a span: by day or hour (one name for the total), then by kind and id. */
    private static final class Buckets {
        private final NavigableMap<String, Map<CountKind, Map<String, Measures>>> at = new TreeMap<>();
        /** Days and hours up to here were given up. */
        private String givenUp = "";
    }

    /** Takes a record of a count topic; no measures is a tombstone. */
    synchronized void put(CountKey key, String label, @Nullable Measures measures) {
        if (measures == null && key.span() == CountSpan.TOTAL) {
            labels(key.kind()).remove(key.id());
        }
        Buckets buckets = buckets(key.span());
        String at = at(key);
        Map<CountKind, Map<String, Measures>> bucket = buckets.at.get(at);
        Map<String, Measures> ids = bucket == null ? null : bucket.get(key.kind());
        if (measures == null) {
            if (bucket != null && ids != null && ids.remove(key.id()) != null) {
                rows--;
                if (ids.isEmpty()) {
                    bucket.remove(key.kind());
                }
                if (bucket.isEmpty()) {
                    buckets.at.remove(at);
                }
            }
            return;
        }
        boolean isNew = ids == null || !ids.containsKey(key.id());
        if (isNew && !makeRoom(buckets, at)) {
            complete = false;
            return;
        }
        buckets.at
                .computeIfAbsent(at, a -> new EnumMap<>(CountKind.class))
                .computeIfAbsent(key.kind(), kind -> new HashMap<>())
                .put(key.id(), measures);
        labels(key.kind()).put(key.id(), label);
        rows += isNew ? 1 : 0;
    }

    private static String at(CountKey key) {
        if (key.day() != null) {
            return key.day();
        }
        return key.hour() != null ? key.hour() : "~";
    }

    /** Whether a row may be added; gives up what is older. */
    private boolean makeRoom(Buckets wanted, String at) {
        while (rows >= maxRows) {
            Buckets hours = buckets(CountSpan.HOUR);
            Buckets days = buckets(CountSpan.DAY);
            Buckets from = hours.at.isEmpty() ? days : hours;
            if (from.at.isEmpty()) {
                return false;
            }
            Map.Entry<String, Map<CountKind, Map<String, Measures>>> oldest = from.at.pollFirstEntry();
            rows -= oldest.getValue().values().stream().mapToInt(Map::size).sum();
            from.givenUp = oldest.getKey();
            complete = false;
        }
        return at.compareTo(wanted.givenUp) > 0;
    }

    /** The counts of a kind over all time, by id. */
    synchronized Map<String, Measures> total(CountKind kind) {
        Map<CountKind, Map<String, Measures>> bucket =
                buckets(CountSpan.TOTAL).at.get("~");
        return bucket == null ? Map.of() : new HashMap<>(bucket.getOrDefault(kind, Map.of()));
    }

    /** The counts of a kind summed over days or hours, both ends included, by id. */
    synchronized Map<String, Measures> sum(CountSpan span, CountKind kind, String from, String to) {
        Map<String, Measures> sum = new HashMap<>();
        range(span, from, to)
                .values()
                .forEach(bucket -> bucket.getOrDefault(kind, Map.of())
                        .forEach((id, measures) -> sum.merge(id, measures, Measures::plus)));
        return sum;
    }

    /** The counts of one id by day or hour; days and hours without it are left out. */
    synchronized Map<String, Measures> series(CountSpan span, CountKind kind, String id, String from, String to) {
        Map<String, Measures> series = new HashMap<>();
        range(span, from, to).forEach((at, bucket) -> {
            Measures measures = bucket.getOrDefault(kind, Map.of()).get(id);
            if (measures != null) {
                series.put(at, measures);
            }
        });
        return series;
    }

    /** The counts of a kind by day or hour, over all ids. */
    synchronized Map<String, Measures> sums(CountSpan span, CountKind kind, String from, String to) {
        Map<String, Measures> sums = new HashMap<>();
        range(span, from, to).forEach((at, bucket) -> {
            Measures sum = bucket.getOrDefault(kind, Map.of()).values().stream().reduce(Measures.NONE, Measures::plus);
            if (sum.items() > 0) {
                sums.put(at, sum);
            }
        });
        return sums;
    }

    private NavigableMap<String, Map<CountKind, Map<String, Measures>>> range(CountSpan span, String from, String to) {
        NavigableMap<String, Map<CountKind, Map<String, Measures>>> at = buckets(span).at;
        return from.compareTo(to) > 0 ? new TreeMap<>() : at.subMap(from, true, to, true);
    }

    /** The newest day or hour that is counted; null when there is none. */
    synchronized @Nullable String newest(CountSpan span) {
        NavigableMap<String, Map<CountKind, Map<String, Measures>>> at = buckets(span).at;
        return at.isEmpty() ? null : at.lastKey();
    }

    /** The label of an id as the counts give it; the id itself when it was never counted. */
    synchronized String label(CountKind kind, String id) {
        return labels(kind).getOrDefault(id, id);
    }

    synchronized Size size() {
        return new Size(rows, maxRows, complete);
    }
}
