package org.wirestream.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.wirestream.time.DateContext.Governor;

/**
 * Gives calendar expressions their values. What the text leaves out comes from the date spoken of before, else from the day
 * the wire was filed; of the dates that fit, the nearest is meant.
 */
final class DateResolver {
    /** A month of the same year is meant although one of the next or last year is nearer by no more than this. */
    private static final int SAME_YEAR_DAYS = 60;
    /** The same for a day of the same month. */
    private static final int SAME_MONTH_DAYS = 8;
    /** How far ahead in the next year a date without a year can be, and how far where the clause speaks of the future. */
    private static final int NEXT_YEAR_DAYS = 31;

    private static final int FUTURE_DAYS = 120;
    /** 2月29日 is at most this many years away (and eight around 1900 and 2100, where no wire is). */
    private static final int LEAP_YEARS = 4;
    /** Figures from January on (1至11月) that reach this far beyond the wire's day are those of the year before. */
    private static final int FIGURES_MONTHS = 2;

    /** A month or day this near to the wire's own is news. */
    private static final int NEWS_DAYS = 45;

    private final DateContext context;

    DateResolver(DateContext context) {
        this.context = context;
    }

    /** The value of an expression; null when it names no day, month or year that exists. */
    @Nullable
    DateValue resolve(Expression expression) {
        Setting setting = expression.setting();
        try {
            DateValue first = resolve(expression.first(), setting);
            Term last = expression.last();
            return first == null || last == null ? first : interval(expression.first(), first, last, setting);
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    private @Nullable DateValue interval(Term firstTerm, DateValue first, Term lastTerm, Setting setting) {
        DateValue last = end(lastTerm, first, setting);
        if (last == null || last.last().isBefore(first.first())) {
            return null;
        }
        DateValue whole = first.to(last);
        Governor governor = context.governor(setting);
        boolean yearIsOpen =
                governor == null || governor.date().getYear() != first.first().getYear();
        boolean figures = firstTerm.isBareMonth()
                && yearIsOpen
                && first.first().getMonthValue() == 1
                && last.last().isAfter(context.today().plusMonths(FIGURES_MONTHS));
        return figures ? yearEarlier(whole) : whole;
    }

    private static DateValue yearEarlier(DateValue months) {
        return DateValue.ofMonths(
                YearMonth.from(months.first()).minusYears(1),
                YearMonth.from(months.last()).minusYears(1));
    }

    /** The end of an interval takes what it leaves out from the beginning. */
    private @Nullable DateValue end(Term term, DateValue start, Setting setting) {
        if (term.isBareWeekday() && term.day() != null) {
            return DateValue.of(start.first()
                    .with(TemporalAdjusters.nextOrSame(DayOfWeek.of(term.day().amount() + 1))));
        }
        if (term.isBareDay() && term.day() != null) {
            int number = term.day().amount();
            LocalDate from = start.first();
            return DateValue.of(
                    number < from.getDayOfMonth()
                            ? YearMonth.from(from).plusMonths(1).atDay(number)
                            : from.withDayOfMonth(number));
        }
        if (term.year() == null && term.month() != null && term.month().isCalendar()) {
            int year = start.first().getYear();
            DateValue value = inYear(term, year);
            return value.last().isBefore(start.first()) ? inYear(term, year + 1) : value;
        }
        return resolve(term, setting);
    }

    private @Nullable DateValue resolve(Term term, Setting setting) {
        if (term.year() == null && term.month() == null) {
            return term.day() == null ? null : day(term.day(), setting);
        }
        if (term.year() == null && term.month() != null && term.month().isCalendar()) {
            return withoutYear(term, setting);
        }
        if (term.year() == null) {
            YearMonth month = term.month() == null ? null : month(term.month());
            if (month == null) {
                return null;
            }
            return term.day() == null
                    ? DateValue.of(month)
                    : DateValue.of(month.atDay(term.day().amount()));
        }
        Integer year = year(term.year());
        if (year == null) {
            return null;
        }
        return term.month() == null ? DateValue.ofYear(year) : inYear(term, year);
    }

    private static DateValue inYear(Term term, int year) {
        YearMonth month =
                YearMonth.of(year, term.month() == null ? 1 : term.month().amount());
        if (term.day() != null) {
            return DateValue.of(month.atDay(term.day().amount()));
        }
        return term.lastMonth() == 0
                ? DateValue.of(month)
                : DateValue.ofMonths(month, YearMonth.of(year, term.lastMonth()));
    }

    private @Nullable DateValue withoutYear(Term term, Setting setting) {
        Governor governor = context.governor(setting);
        if (governor != null) {
            return governed(term, governor, setting);
        }
        if (term.lastMonth() > 0) {
            return months(term, context.today());
        }
        return setting.delivery() ? delivery(term) : nearest(term, setting.future() ? FUTURE_DAYS : NEXT_YEAR_DAYS);
    }

    /** A story told from a year on stays in it, or goes over into the next, or comes back to the news. */
    private @Nullable DateValue governed(Term term, Governor governor, Setting setting) {
        LocalDate told = governor.date();
        DateValue same = inYear(term, told.getYear());
        if (governor.unit() == Unit.YEAR || term.lastMonth() > 0 || !same.last().isBefore(told)) {
            return same;
        }
        DateValue next = inYear(term, told.getYear() + 1);
        boolean known = !next.first().isAfter(context.today().plusDays(NEWS_DAYS));
        if (known && distance(next, told) < distance(same, told) - SAME_YEAR_DAYS) {
            return next;
        }
        DateValue news = governor.sentence() == setting.sentence() ? null : nearest(term, NEXT_YEAR_DAYS);
        boolean fresh =
                news != null && !news.first().isAfter(context.today()) && distance(news, context.today()) <= NEWS_DAYS;
        return fresh ? news : same;
    }

    /** A quarter or half year: this year's, or last year's when that is nearer or this year's is not over. */
    private static DateValue months(Term term, LocalDate reference) {
        DateValue now = inYear(term, reference.getYear());
        DateValue before = inYear(term, reference.getYear() - 1);
        boolean running = now.first().getMonthValue() == 1 && now.last().getMonthValue() > 6;
        boolean incomplete = running && now.last().isAfter(reference.plusMonths(1));
        return incomplete || distance(before, reference) < distance(now, reference) - SAME_YEAR_DAYS ? before : now;
    }

    /** A futures contract is for the next month of its name. */
    private DateValue delivery(Term term) {
        YearMonth now = YearMonth.from(context.today());
        DateValue value = inYear(term, now.getYear());
        return value.last().isBefore(now.atDay(1)) ? inYear(term, now.getYear() + 1) : value;
    }

    /**
     * The month or day nearest to the wire's own day.
     *
     * @param ahead how many days ahead a date of the next year can be: farther ahead the text says 明年, and a review of the
     *     year means its own months
     */
    private @Nullable DateValue nearest(Term term, int ahead) {
        LocalDate reference = context.today();
        DateValue best = null;
        long least = Long.MAX_VALUE;
        for (int years = -LEAP_YEARS; years <= LEAP_YEARS; years++) {
            YearMonth month = YearMonth.of(
                    reference.getYear() + years,
                    term.month() == null ? 1 : term.month().amount());
            if (term.day() == null || month.isValidDay(term.day().amount())) {
                DateValue value = inYear(term, month.getYear());
                long cost = distance(value, reference) - (years == 0 ? SAME_YEAR_DAYS : 0);
                if (cost < least && (years <= 0 || distance(value, reference) <= ahead || best == null)) {
                    least = cost;
                    best = value;
                }
            }
        }
        return best;
    }

    private @Nullable DateValue day(Ref ref, Setting setting) {
        LocalDate today = context.today();
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate narrative = context.narrativeDay();
        LocalDate day = switch (ref.base()) {
            case CALENDAR -> dayOfMonth(ref.amount(), setting);
            case ITEM -> (setting.quoted() ? context.speakerDay() : today).plusDays(ref.amount());
            case CONTEXT -> narrative == null ? null : narrative.plusDays(ref.amount());
            case CONTEXT_OR_ITEM -> (narrative == null ? today : narrative).plusDays(ref.amount());
            case WEEK -> monday.plusDays(ref.amount());
            case WEEKDAY -> weekday(DayOfWeek.of(ref.amount() + 1), setting.future());
        };
        return day == null ? null : DateValue.of(day);
    }

    private LocalDate weekday(DayOfWeek weekday, boolean future) {
        return context.today()
                .with(future ? TemporalAdjusters.nextOrSame(weekday) : TemporalAdjusters.previousOrSame(weekday));
    }

    private @Nullable LocalDate dayOfMonth(int number, Setting setting) {
        LocalDate wired = nearestDay(number, context.today());
        LocalDate spokenOf = context.day();
        if (spokenOf == null || wired == null) {
            return wired;
        }
        // A new sentence comes back from the history to the news.
        boolean news = Math.abs(ChronoUnit.DAYS.between(wired, context.today())) <= 1;
        return news && !context.isDayInSentence(setting.sentence()) ? wired : nearestDay(number, spokenOf);
    }

    private static @Nullable LocalDate nearestDay(int number, LocalDate reference) {
        LocalDate best = null;
        long least = Long.MAX_VALUE;
        for (int months = -1; months <= 1; months++) {
            YearMonth month = YearMonth.from(reference).plusMonths(months);
            if (month.isValidDay(number)) {
                LocalDate day = month.atDay(number);
                long cost = Math.abs(ChronoUnit.DAYS.between(day, reference)) - (months == 0 ? SAME_MONTH_DAYS : 0);
                if (cost < least) {
                    least = cost;
                    best = day;
                }
            }
        }
        return best;
    }

    private @Nullable YearMonth month(Ref ref) {
        YearMonth wired = YearMonth.from(context.today());
        YearMonth spokenOf = ref.amount() < 0 ? context.reportedMonth() : context.month();
        return switch (ref.base()) {
            case ITEM -> wired.plusMonths(ref.amount());
            case CONTEXT -> spokenOf == null ? null : spokenOf.plusMonths(ref.amount());
            default -> (spokenOf == null ? wired : spokenOf).plusMonths(ref.amount());
        };
    }

    private @Nullable Integer year(Ref ref) {
        Integer spokenOf = context.year();
        return switch (ref.base()) {
            case CALENDAR -> ref.amount();
            case ITEM -> context.today().getYear() + ref.amount();
            case CONTEXT -> spokenOf == null ? null : Integer.valueOf(spokenOf + ref.amount());
            default -> context.reportedYear() + ref.amount();
        };
    }

    private static long distance(DateValue value, LocalDate reference) {
        if (reference.isBefore(value.first())) {
            return ChronoUnit.DAYS.between(reference, value.first());
        }
        return Math.max(0, ChronoUnit.DAYS.between(value.last(), reference));
    }
}
