package org.wirestream.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The item's own time and where it was read.
 *
 * @param value the time; midnight in Beijing where only a date is known
 * @param source where it was read
 */
public record ItemTime(OffsetDateTime value, Source source) {
    /** Chinese wires are dated in Beijing time. */
    public static final ZoneId WIRE_ZONE = ZoneId.of("Asia/Shanghai");

    private static final int LAST_YEAR = 9999;

    /** The order in which sources are believed. */
    public enum Source {
        FEED,
        TEXT_DATE,
        DATELINE,
        RECORD
    }

    /**
     * Reads a feed's date and time with offset.
     *
     * @throws DateTimeException when it is none, or of a year that records cannot tell in ISO 8601's four digits
     */
    public static OffsetDateTime parse(String value) {
        OffsetDateTime time = OffsetDateTime.parse(value);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            throw new DateTimeException("the year is not one of 0000 to 9999");
        }
        return time;
    }

    /** A date without a time of day. */
    public static ItemTime of(LocalDate date, Source source) {
        return new ItemTime(date.atStartOfDay().atOffset(ZoneOffset.ofHours(8)), source);
    }

    /** The begin of the hour in Beijing; empty where only a date is known, which midnight stands for. */
    public Optional<OffsetDateTime> hour() {
        OffsetDateTime beijing = value.atZoneSameInstant(WIRE_ZONE).toOffsetDateTime();
        return beijing.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? Optional.empty()
                : Optional.of(beijing.truncatedTo(ChronoUnit.HOURS));
    }

    /** The calendar day in Beijing. */
    public LocalDate date() {
        return value.atZoneSameInstant(WIRE_ZONE).toLocalDate();
    }
}
