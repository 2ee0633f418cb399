package org.wirestream.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What an item has said of dates so far: what a later date leaves out is taken from here. For one item and one thread. */
final class DateContext {
    /** News happens within days of the wire: an earlier day does not become the "today" of a speaker. */
    private static final int NEWS_DAYS = 7;

    /**
     * A date whose year the text gives.
     *
     * @param date its last day
     * @param unit how finely it is given
     * @param sentence where it stands; -1 in the paragraph before
     * @param lasting whether a year goes on beyond its sentence
     */
    record Governor(LocalDate date, Unit unit, int sentence, boolean lasting) {}

    private final LocalDate today;

    private @Nullable LocalDate newsDay;
    private @Nullable Integer topicYear;
    private @Nullable Governor opening;
    private @Nullable Governor previousOpening;

    private @Nullable Governor governor;
    private @Nullable LocalDate day;
    private int daySentence;
    private @Nullable LocalDate narrativeDay;
    private @Nullable YearMonth month;
    private boolean monthAlone;
    private @Nullable Integer year;

    DateContext(LocalDate today) {
        this.today = today;
    }

    /** Forgets what holds within a paragraph only. */
    void beginParagraph() {
        previousOpening = opening == null ? null : new Governor(opening.date(), opening.unit(), -1, opening.lasting());
        opening = null;
        governor = null;
        day = null;
        narrativeDay = null;
        month = null;
        monthAlone = false;
        year = null;
    }

    /** The day the wire was filed. */
    LocalDate today() {
        return today;
    }

    /** The date whose year holds for a month without one; null when it is the wire's own. */
    @Nullable
    Governor governor(Setting setting) {
        Governor current = governor;
        if (current == null) {
            // A chronicle, one dated paragraph after another, gives the year once.
            return setting.opening() ? previousOpening : null;
        }
        boolean holds = current.unit() != Unit.YEAR || current.lasting() || current.sentence() == setting.sentence();
        return holds ? current : null;
    }

    /** The last day spoken of in the same paragraph; null when there is none. */
    @Nullable
    LocalDate day() {
        return day;
    }

    boolean isDayInSentence(int sentence) {
        return day != null && daySentence == sentence;
    }

    /** The day that 当天 means; null when the text has named none. */
    @Nullable
    LocalDate narrativeDay() {
        return narrativeDay != null ? narrativeDay : newsDay;
    }

    /** The day of which a quoted speaker says 今天. */
    LocalDate speakerDay() {
        LocalDate last = narrativeDay();
        return last != null && isNews(last) ? last : today;
    }

    /** The month that 当月 means; null when the text has named none. */
    @Nullable
    YearMonth month() {
        return month;
    }

    /** The month that figures were given for, as against the month of a day; null when there is none. */
    @Nullable
    YearMonth reportedMonth() {
        return monthAlone ? month : null;
    }

    /** The year that 同年 means; null when the paragraph has named none. */
    @Nullable
    Integer year() {
        return year;
    }

    /** The year that 上年 counts from. */
    int reportedYear() {
        Integer known = topicYear;
        Governor current = governor;
        if (current != null && current.unit() == Unit.YEAR) {
            return current.date().getYear();
        }
        YearMonth reported = reportedMonth();
        if (reported != null) {
            return reported.getYear();
        }
        return known != null ? known : today.getYear();
    }

    /** Remembers a resolved expression. */
    void remember(Expression expression, DateValue value) {
        Term term = expression.last() == null ? expression.first() : expression.last();
        Setting setting = expression.setting();
        LocalDate date = value.last();
        switch (value.lastUnit()) {
            case DAY -> rememberDay(date, setting);
            case MONTH -> {
                if (term.month() != null && term.month().base() == Ref.Base.CONTEXT_OR_ITEM) {
                    return;
                }
                month = YearMonth.from(date);
                monthAlone = !value.interval();
                year = date.getYear();
            }
            case YEAR -> rememberYear(term, date, setting);
        }
        if (value.lastUnit() != Unit.YEAR && !setting.since()) {
            governFrom(expression, value);
        }
    }

    private void rememberDay(LocalDate date, Setting setting) {
        if (!setting.since()) {
            day = date;
            daySentence = setting.sentence();
        }
        month = YearMonth.from(date);
        monthAlone = false;
        year = date.getYear();
        if (!setting.distant() && !setting.future()) {
            narrativeDay = date;
            if (isNews(date)) {
                newsDay = date;
            }
        }
    }

    private void rememberYear(Term term, LocalDate date, Setting setting) {
        boolean fromContext = term.year() != null
                && (term.year().base() == Ref.Base.CONTEXT || term.year().base() == Ref.Base.CONTEXT_OR_ITEM);
        if (fromContext) {
            return;
        }
        year = date.getYear();
        if (setting.topic() && date.getYear() <= today.getYear() + 1) {
            govern(new Governor(date, Unit.YEAR, setting.sentence(), setting.leading()), setting);
            if (setting.leading() && today.getYear() - date.getYear() <= 1) {
                topicYear = date.getYear();
            }
        }
    }

    private void govern(Governor next, Setting setting) {
        governor = next;
        if (setting.opening()) {
            opening = next;
        }
    }

    /** A month or day with its year governs what follows; one that took its year from there hands it on. */
    private void governFrom(Expression expression, DateValue value) {
        Setting setting = expression.setting();
        Term first = expression.first();
        Term last = expression.last();
        Governor current = governor(setting);
        if (first.year() != null || (last != null && last.year() != null)) {
            govern(new Governor(value.last(), value.lastUnit(), setting.sentence(), true), setting);
        } else if (current != null && first.month() != null && first.month().isCalendar()) {
            Unit unit = current.unit() == Unit.YEAR ? Unit.YEAR : value.lastUnit();
            govern(new Governor(value.last(), unit, setting.sentence(), true), setting);
        }
    }

    private boolean isNews(LocalDate date) {
        long days = ChronoUnit.DAYS.between(date, today);
        return days >= -1 && days <= NEWS_DAYS;
    }
}
