package org.wirestream.time;

/**
 * One component of a date as written: a number, or a distance.
 *
 * @param base what {@code amount} counts from
 * @param amount the calendar number, or the distance in the component's unit
 */
record Ref(Base base, int amount) {
    /** What an amount counts from. */
    enum Base {
        /** Nothing: it is the number of the year, month or day itself. */
        CALENDAR,
        /** The day the wire was filed. */
        ITEM,
        /** The date spoken of before. */
        CONTEXT,
        /** The date spoken of before, else the day the wire was filed. */
        CONTEXT_OR_ITEM,
        /** The Monday of the week in which the wire was filed, in days. */
        WEEK,
        /** A weekday of no particular week, Monday being 0. */
        WEEKDAY
    }

    static Ref calendar(int number) {
        return new Ref(Base.CALENDAR, number);
    }

    boolean isCalendar() {
        return base == Base.CALENDAR;
    }
}
