package org.wirestream.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A calendar date as written; what the text leaves out is 0.
 *
 * @param year the year, or 0
 * @param month the month, or 0
 * @param day the day of the month
 * @param range where it stands in the folded text
 */
record WrittenDate(int year, int month, int day, Range range) {
    boolean hasYear() {
        return year > 0;
    }

    /** The date, when it is written in full and exists. */
    @Nullable
    LocalDate full() {
        return hasYear() && month > 0 ? date(year, month, day) : null;
    }

    /** The date with what is left out filled in so that it is nearest to another date; null when no such date exists. */
    @Nullable
    LocalDate nearest(LocalDate reference) {
        if (hasYear()) {
            return full();
        }
        LocalDate best = null;
        // Leap days are up to eight years apart (1896, 1904); other dates need the years next to the reference only.
        for (int step = -8; step <= 8; step++) {
            LocalDate candidate = month > 0
                    ? date(reference.getYear() + step, month, day)
                    : date(
                            reference.plusMonths(step).getYear(),
                            reference.plusMonths(step).getMonthValue(),
                            day);
            if (candidate != null && (best == null || distance(candidate, reference) < distance(best, reference))) {
                best = candidate;
            }
        }
        return best;
    }

    private static long distance(LocalDate a, LocalDate b) {
        return Math.abs(a.toEpochDay() - b.toEpochDay());
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
