package org.wirestream.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what the dates of one item leave out, in text order: from the item's own date, or from the nearest date before.
 * Owned by one call.
 */
final class DateResolver {
    /** A day alone belongs to an earlier date's month only when that month is further from the item than this. */
    private static final int OTHER_TIME_DAYS = 45;
    /** A date ahead counts as this much further away, since wires report what has been. */
    private static final double AHEAD = 1.6;

    private final LocalDate item;
    /** The nearest date before, as far as it was given: year; month and day may be missing. */
    private @Nullable Value context;
    /** Whether a year was written in the sentence so far. */
    private @Nullable Integer governingYear;

    DateResolver(LocalDate item) {
        this.item = item;
    }

    /** A resolved date; its last unit is the finest that it names. */
    private record Value(
            int year, @Nullable Integer month, @Nullable Integer day) {
        String iso() {
            if (month == null) {
                return "%04d".formatted(year);
            }
            return day == null ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day);
        }

        static Value of(LocalDate date) {
            return new Value(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        }

        boolean isCalendar() {
            return day == null || month == null || YearMonth.of(year, month).isValidDay(day);
        }
    }

    void beginSentence() {
        governingYear = null;
    }

    /** The ISO 8601 value, or null when there is no such date. */
    @Nullable
    String resolve(Expression expression) {
        Partial from = expression.from();
        if (from.months() != null) {
            int year = year(from, from.months().first(), expression.planned());
            remember(new Value(year, from.months().last(), null), from.year());
            return "%04d-%02d/%04d-%02d"
                    .formatted(year, from.months().first(), year, from.months().last());
        }
        Value first = value(from, expression.planned());
        if (!first.isCalendar()) {
            return null;
        }
        Partial to = expression.to();
        if (to == null) {
            if (from.word() == null || !from.word().fromContext()) {
                remember(first, from.year());
            }
            return first.iso();
        }
        Value last = last(first, to);
        if (!last.isCalendar() || last.iso().compareTo(first.iso()) < 0) {
            return null;
        }
        remember(last, to.year() == null ? from.year() : to.year());
        return first.iso() + "/" + last.iso();
    }

    private void remember(Value value, @Nullable Integer writtenYear) {
        context = value;
        governingYear = writtenYear == null ? governingYear : writtenYear;
    }

    /** The end of an interval takes from its beginning what it leaves out, and lies after it. */
    private Value last(Value first, Partial to) {
        if (to.weekday() != null) {
            return Value.of(weekday(to.weekday()));
        }
        if (to.word() != null || to.year() != null) {
            return value(to, true);
        }
        if (to.month() == null) {
            return new Value(first.year, first.month, to.day());
        }
        boolean nextYear = first.month != null && to.month() < first.month;
        return new Value(nextYear ? first.year + 1 : first.year, to.month(), to.day());
    }

    private Value value(Partial partial, boolean planned) {
        if (partial.weekday() != null) {
            return Value.of(weekday(partial.weekday()));
        }
        RelativeWord word = partial.word();
        if (word != null && word.unit() == RelativeWord.Unit.DAY) {
            return Value.of(contextDay(word).plusDays(word.offset()));
        }
        if (word != null && word.unit() == RelativeWord.Unit.MONTH) {
            YearMonth month = contextMonth(word).plusMonths(word.offset());
            return new Value(month.getYear(), month.getMonthValue(), partial.day());
        }
        if (word != null || partial.year() != null) {
            return new Value(year(partial, 1, planned), partial.month(), partial.day());
        }
        if (partial.month() != null) {
            int year = governingYear != null ? governingYear : nearestYear(partial.month(), partial.day(), planned);
            return new Value(year, partial.month(), partial.day());
        }
        return dayAlone(partial.day() == null ? 1 : partial.day(), planned);
    }

    private LocalDate weekday(int days) {
        return item.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(days);
    }

    private int year(Partial partial, int month, boolean planned) {
        RelativeWord word = partial.word();
        if (partial.year() != null) {
            return partial.year();
        }
        if (word != null) {
            int base = word.fromContext() && context != null ? context.year : item.getYear();
            return base + word.offset();
        }
        return governingYear != null ? governingYear : partYear(month, planned);
    }

    /** A quarter that has not begun is last year's, unless it is announced. */
    private int partYear(int month, boolean planned) {
        return !planned && month > item.getMonthValue() ? item.getYear() - 1 : item.getYear();
    }

    private LocalDate contextDay(RelativeWord word) {
        if (word.fromContext() && context != null && context.month != null && context.day != null) {
            return LocalDate.of(context.year, context.month, context.day);
        }
        return item;
    }

    private YearMonth contextMonth(RelativeWord word) {
        if (word.fromContext() && context != null && context.month != null) {
            return YearMonth.of(context.year, context.month);
        }
        return YearMonth.from(item);
    }

    private int nearestYear(int month, @Nullable Integer day, boolean planned) {
        int best = item.getYear();
        double least = Double.MAX_VALUE;
        for (int year = item.getYear() - 1; year <= item.getYear() + 1; year++) {
            LocalDate candidate = YearMonth.of(year, month)
                    .atDay(Math.min(
                            day == null ? 15 : day, YearMonth.of(year, month).lengthOfMonth()));
            double distance = distance(candidate, planned);
            if (distance < least) {
                least = distance;
                best = year;
            }
        }
        return best;
    }

    private Value dayAlone(int day, boolean planned) {
        if (context != null && context.month != null && isOtherTime(context)) {
            return new Value(context.year, context.month, day);
        }
        YearMonth best = YearMonth.from(item);
        double least = Double.MAX_VALUE;
        for (int offset = -1; offset <= 1; offset++) {
            YearMonth month = YearMonth.from(item).plusMonths(offset);
            if (day <= month.lengthOfMonth()) {
                double distance = distance(month.atDay(day), planned);
                if (distance < least) {
                    least = distance;
                    best = month;
                }
            }
        }
        return new Value(best.getYear(), best.getMonthValue(), day);
    }

    private boolean isOtherTime(Value value) {
        int month = value.month == null ? 1 : value.month;
        return Math.abs(ChronoUnit.DAYS.between(YearMonth.of(value.year, month).atDay(15), item)) > OTHER_TIME_DAYS;
    }

    private double distance(LocalDate date, boolean planned) {
        long days = ChronoUnit.DAYS.between(item, date);
        boolean lessLikely = planned ? days < 0 : days > 0;
        return Math.abs(days) * (lessLikely ? AHEAD : 1);
    }
}
