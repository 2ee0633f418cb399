package org.wirestream.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The days of an ISO 8601 date or interval.
 *
 * @param first the first day
 * @param end the day after the last
 */
public record AllDay(LocalDate first, LocalDate end) {
    /** Reads a day, month, year, or an interval of them; empty for anything else. */
    public static Optional<AllDay> of(String iso) {
        try {
            int slash = iso.indexOf('/');
            AllDay from = one(slash < 0 ? iso : iso.substring(0, slash));
            AllDay to = slash < 0 ? from : one(iso.substring(slash + 1));
            return to.end().isAfter(from.first()) ? Optional.of(new AllDay(from.first(), to.end())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static AllDay one(String iso) {
        return switch (iso.length()) {
            case 4 -> {
                LocalDate first = Year.parse(iso).atDay(1);
                yield new AllDay(first, first.plusYears(1));
            }
            case 7 -> {
                LocalDate first = YearMonth.parse(iso).atDay(1);
                yield new AllDay(first, first.plusMonths(1));
            }
            default -> {
                LocalDate day = LocalDate.parse(iso);
                yield new AllDay(day, day.plusDays(1));
            }
        };
    }
}
