package org.wirestream.dashboard;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wirestream.counts.CountSpan;
import org.wirestream.wire.ItemTime;

/**
 * A range of days or hours, both ends included, written as the counts topics write them.
 *
 * @param span days or hours
 */
record Window(String from, String to, CountSpan span) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    static Window days(LocalDate from, LocalDate to) {
        return new Window(from.toString(), to.toString(), CountSpan.DAY);
    }

    static Window hours(ZonedDateTime from, ZonedDateTime to) {
        return new Window(HOUR.format(from), HOUR.format(to), CountSpan.HOUR);
    }

    /** The days before this window. */
    Window before(int days) {
        if (span == CountSpan.DAY) {
            LocalDate first = LocalDate.parse(from);
            return days(first.minusDays(days), first.minusDays(1));
        }
        ZonedDateTime first = hour(from);
        return hours(first.minusDays(days), first.minusHours(1));
    }

    /** How many days or hours it has. */
    long size() {
        return span == CountSpan.DAY
                ? ChronoUnit.DAYS.between(LocalDate.parse(from), LocalDate.parse(to)) + 1
                : ChronoUnit.HOURS.between(hour(from), hour(to)) + 1;
    }

    /** Every day or hour of it. */
    List<String> all() {
        List<String> all = new ArrayList<>();
        if (span == CountSpan.DAY) {
            LocalDate first = LocalDate.parse(from);
            for (long i = 0; i < size(); i++) {
                all.add(first.plusDays(i).toString());
            }
        } else {
            ZonedDateTime first = hour(from);
            for (long i = 0; i < size(); i++) {
                all.add(HOUR.format(first.plusHours(i)));
            }
        }
        return all;
    }

    /** The days that it touches. */
    Window itsDays() {
        return new Window(from.substring(0, 10), to.substring(0, 10), CountSpan.DAY);
    }

    static ZonedDateTime hour(String text) {
        return ZonedDateTime.parse(text).withZoneSameInstant(ItemTime.WIRE_ZONE);
    }
}
