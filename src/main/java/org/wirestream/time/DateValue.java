package org.wirestream.time;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A resolved calendar expression.
 *
 * @param first its first day
 * @param last its last day
 * @param firstUnit how finely its beginning is given
 * @param lastUnit how finely its end is given
 * @param interval whether it is an interval and not one day, month or year
 */
record DateValue(LocalDate first, LocalDate last, Unit firstUnit, Unit lastUnit, boolean interval) {
    static DateValue of(LocalDate day) {
        return new DateValue(day, day, Unit.DAY, Unit.DAY, false);
    }

    static DateValue of(YearMonth month) {
        return new DateValue(month.atDay(1), month.atEndOfMonth(), Unit.MONTH, Unit.MONTH, false);
    }

    static DateValue ofMonths(YearMonth first, YearMonth last) {
        return new DateValue(first.atDay(1), last.atEndOfMonth(), Unit.MONTH, Unit.MONTH, !first.equals(last));
    }

    static DateValue ofYear(int year) {
        return new DateValue(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Unit.YEAR, Unit.YEAR, false);
    }

    /** The interval from this value to a later one. */
    DateValue to(DateValue end) {
        return new DateValue(first, end.last, firstUnit, end.lastUnit, true);
    }

    /** ISO 8601: {@code 2017-06-09}, {@code 2017-06}, {@code 2017}, or two of them with a solidus. */
    String iso() {
        String start = iso(first, firstUnit);
        return interval ? start + "/" + iso(last, lastUnit) : start;
    }

    private static String iso(LocalDate date, Unit unit) {
        // LocalDate pads the year to four digits.
        String full = date.toString();
        return switch (unit) {
            case YEAR -> full.substring(0, full.length() - 6);
            case MONTH -> full.substring(0, full.length() - 3);
            case DAY -> full;
        };
    }
}
