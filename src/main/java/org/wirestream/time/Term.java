package org.wirestream.time;

import org.jspecify.annotations.Nullable;

/**
 * One end of a calendar expression as written, not resolved. Offsets are UTF-16 code units in the folded text.
 *
 * @param begin first code unit
 * @param end one past the last
 * @param year the year, when the text gives it
 * @param month the month, when the text gives it; the first of them for a quarter or half year
 * @param lastMonth the last month of a quarter or half year, else 0
 * @param day the day, when the text gives it
 * @param open whether its unit stands only at the other end of the interval: the 8 of 8至9日
 */
record Term(
        int begin,
        int end,
        @Nullable Ref year,
        @Nullable Ref month,
        int lastMonth,
        @Nullable Ref day,
        boolean open) {

    static Term ofYear(int begin, int end, Ref year, boolean open) {
        return new Term(begin, end, year, null, 0, null, open);
    }

    static Term ofDay(int begin, int end, Ref day, boolean open) {
        return new Term(begin, end, null, null, 0, day, open);
    }

    /** The finest component given. */
    Unit unit() {
        if (day != null) {
            return Unit.DAY;
        }
        return month != null ? Unit.MONTH : Unit.YEAR;
    }

    boolean isYearOnly() {
        return unit() == Unit.YEAR;
    }

    /** 6月, 一季度: a numbered month of a year that is not said. */
    boolean isBareMonth() {
        return unit() == Unit.MONTH && year == null && month != null && month.isCalendar();
    }

    /** 30日: a numbered day of a month that is not said. */
    boolean isBareDay() {
        return month == null && year == null && day != null && day.isCalendar();
    }

    boolean isBareWeekday() {
        return day != null && day.base() == Ref.Base.WEEKDAY;
    }
}
