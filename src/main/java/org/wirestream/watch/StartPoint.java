package org.wirestream.watch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.ItemTime;

/**
 * Where reading begins.
 *
 * @param kind how the place is given
 * @param time for {@link Kind#TIME}: in each partition the first record with this timestamp or a later one, and all after it
 */
public record StartPoint(Kind kind, @Nullable Instant time) {
    /** The oldest record that there is. */
    public static final StartPoint BEGINNING = new StartPoint(Kind.BEGINNING, null);

    /** Only what comes from now on. */
    public static final StartPoint END = new StartPoint(Kind.END, null);

    /** How a place is given. */
    public enum Kind {
        BEGINNING,
        END,
        TIME
    }

    /** At a time. */
    public static StartPoint at(Instant time) {
        return new StartPoint(Kind.TIME, time);
    }

    /**
     * Reads {@code beginning}, {@code end}, a day (midnight in Beijing) or a date-time with offset.
     *
     * @throws IllegalArgumentException for anything else, with the notation in its message
     */
    public static StartPoint parse(String text) {
        String value = text.strip();
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "beginning" -> BEGINNING;
            case "end" -> END;
            default -> at(time(value));
        };
    }

    private static Instant time(String value) {
        try {
            return value.indexOf('T') < 0
                    ? LocalDate.parse(value).atStartOfDay(ItemTime.WIRE_ZONE).toInstant()
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'%s' is no place to begin; write beginning, end, 2017-06-09 or 2017-06-09T12:00:00+08:00"
                            .formatted(value),
                    e);
        }
    }
}
