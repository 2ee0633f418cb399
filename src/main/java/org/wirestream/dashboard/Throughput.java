package org.wirestream.dashboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many records went in and came out by the minute, from counters that only grow. Safe for use by many threads. */
final class Throughput {
    private static final int MINUTES = 60;
    private static final Duration RECENT = Duration.ofMinutes(1);

    /** The last sample of each minute, and the very first. */
    private final NavigableMap<Instant, Sample> minutes = new TreeMap<>();

    private final Deque<Sample> recent = new ArrayDeque<>();

    /** The counters at a time. */
    record Sample(Instant at, long in, long processed, long published) {}

    record Rates(double in, double processed, double published) {}

    record Minute(String at, @JsonProperty("in") long in, long processed, long published) {}

    record View(@Nullable Rates perSecond, List<Minute> minutes) {}

    synchronized void add(Sample sample) {
        if (minutes.isEmpty()) {
            minutes.put(sample.at().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.MINUTES), sample);
        }
        minutes.put(sample.at().truncatedTo(ChronoUnit.MINUTES), sample);
        while (minutes.size() > MINUTES + 1) {
            minutes.pollFirstEntry();
        }
        recent.add(sample);
        while (recent.size() > 2 && !recent.getFirst().at().isAfter(sample.at().minus(RECENT))) {
            recent.removeFirst();
        }
    }

    synchronized View view() {
        List<Minute> view = new ArrayList<>();
        Sample before = null;
        for (var minute : minutes.entrySet()) {
            Sample sample = minute.getValue();
            if (before != null) {
                view.add(new Minute(
                        minute.getKey().toString(),
                        Math.max(0, sample.in() - before.in()),
                        Math.max(0, sample.processed() - before.processed()),
                        Math.max(0, sample.published() - before.published())));
            }
            before = sample;
        }
        return new View(rates(), view);
    }

    private @Nullable Rates rates() {
        if (recent.size() < 2) {
            return null;
        }
        Sample first = recent.getFirst();
        Sample last = recent.getLast();
        double seconds = Duration.between(first.at(), last.at()).toMillis() / 1000.0;
        return seconds <= 0
                ? null
                : new Rates(
                        rate(last.in() - first.in(), seconds),
                        rate(last.processed() - first.processed(), seconds),
                        rate(last.published() - first.published(), seconds));
    }

    private static double rate(long records, double seconds) {
        return Math.max(0, Math.round(records / seconds * 100) / 100.0);
    }
}
