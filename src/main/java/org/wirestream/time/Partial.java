package org.wirestream.time;

import org.jspecify.annotations.Nullable;

/**
 * A date as written, before what it leaves out is filled in.
 *
 * @param word the relative word that it begins with (今年, 本月, 当天); null when there is none
 * @param year the year; null when left out
 * @param month the month, 1 to 12; null when left out
 * @param day the day of the month; null when left out
 * @param months the first and last month of a part of a year (一季度); null for none
 * @param weekday days from the Monday of the item's week (下周一 is 7); null when there is none
 */
record Partial(
        @Nullable RelativeWord word,
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day,
        @Nullable Months months,
        @Nullable Integer weekday) {
    /** A run of months in one year. */
    record Months(int first, int last) {}
}
