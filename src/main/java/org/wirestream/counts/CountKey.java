package org.wirestream.counts;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a count is of. It has a day, or an hour, or neither: then it is taken over all time.
 *
 * @param kind what is counted
 * @param day the item's own day in Beijing, ISO 8601
 * @param hour the begin of the item's own hour in Beijing, {@code 2017-06-09T08:00:00+08:00}
 * @param id the subject, desk, entity, … counted
 */
public record CountKey(
        CountKind kind, @Nullable String day, @Nullable String hour, String id) {
    static final Comparator<CountKey> ORDER = Comparator.comparing(CountKey::kind)
            .thenComparing(CountKey::span)
            .thenComparing(key -> key.day == null ? "" : key.day)
            .thenComparing(key -> key.hour == null ? "" : key.hour)
            .thenComparing(CountKey::id);

    /** A day's count. */
    public static CountKey ofDay(CountKind kind, String day, String id) {
        return new CountKey(kind, day, null, id);
    }

    /** The count of the same thing in an hour. */
    CountKey inHour(String hourOfItem) {
        return new CountKey(kind, null, hourOfItem, id);
    }

    /** The count of the same thing over all time. */
    CountKey inTotal() {
        return new CountKey(kind, null, null, id);
    }

    /**
     * The count of a span.
     *
     * @param period the day or hour; nothing for all time
     */
    public static CountKey of(CountKind kind, CountSpan span, String period, String id) {
        return switch (span) {
            case DAY -> ofDay(kind, period, id);
            case HOUR -> new CountKey(kind, null, period, id);
            case TOTAL -> new CountKey(kind, null, null, id);
        };
    }

    /** The day or hour; nothing for all time. */
    public String period() {
        return switch (span()) {
            case DAY -> Objects.requireNonNull(day);
            case HOUR -> Objects.requireNonNull(hour);
            case TOTAL -> "";
        };
    }

    /** Over what the count is taken. */
    public CountSpan span() {
        if (day != null) {
            return CountSpan.DAY;
        }
        return hour != null ? CountSpan.HOUR : CountSpan.TOTAL;
    }
}
