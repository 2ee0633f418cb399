package org.wirestream.wire;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.ItemTime.Source;

/** The item's own time: what the feed says, else a full date in the head, else the dateline, else the record's time. */
final class TimeResolver {
    /** A communiqué is filed at most days after the meeting that its place-and-date line names. */
    private static final int FILED_WITHIN_DAYS = 7;

    /** A dateline and a full date in the lead may agree by chance on an anniversary; old years are not believed. */
    private static final int LEAD_WITHIN_YEARS = 25;

    private static final List<String> ANNIVERSARY = List.of("周年", "年前", "纪念", "诞辰", "当年", "历史上", "那年");

    private TimeResolver() {}

    /**
     * @param time the item's time
     * @param dateline the dateline's date with its year; null when there is none
     */
    record Resolved(ItemTime time, @Nullable LocalDate dateline) {}

    /**
     * Resolves the time.
     *
     * @param dateline the dateline's date as written
     * @param lines the lines of the head that only date the item
     * @param lead the first paragraph of news, folded
     */
    static Resolved resolve(Feed feed, @Nullable WrittenDate dateline, List<PlaceDateLine> lines, String lead) {
        LocalDate received = feed.received().atZone(ItemTime.WIRE_ZONE).toLocalDate();
        OffsetDateTime feedTime = feed.time();
        LocalDate reference = feedTime == null
                ? received
                : feedTime.atZoneSameInstant(ItemTime.WIRE_ZONE).toLocalDate();
        ItemTime text = textDate(dateline, lines, lead, reference);
        LocalDate filed = dateline == null ? null : dateline.nearest(text == null ? reference : text.date());
        ItemTime time;
        if (feedTime != null) {
            time = new ItemTime(feedTime, Source.FEED);
        } else if (text != null) {
            time = text;
        } else if (filed != null) {
            time = ItemTime.of(filed, Source.DATELINE);
        } else {
            time = new ItemTime(feed.received().atZone(ItemTime.WIRE_ZONE).toOffsetDateTime(), Source.RECORD);
        }
        return new Resolved(time, filed);
    }

    private static @Nullable ItemTime textDate(
            @Nullable WrittenDate dateline, List<PlaceDateLine> lines, String lead, LocalDate reference) {
        for (PlaceDateLine line : lines) {
            LocalDate day = line.lastDay();
            if (day != null && line.isPublication()) {
                LocalTime time = line.time();
                return time == null
                        ? ItemTime.of(day, Source.TEXT_DATE)
                        : new ItemTime(day.atTime(time).atOffset(ZoneOffset.ofHours(8)), Source.TEXT_DATE);
            }
        }
        LocalDate full = dateline == null ? null : dateline.full();
        if (full != null) {
            return ItemTime.of(full, Source.TEXT_DATE);
        }
        for (PlaceDateLine line : lines) {
            LocalDate day = line.lastDay();
            if (day != null) {
                LocalDate filed = dateline == null ? null : dateline.nearest(day);
                if (filed != null && Math.abs(filed.toEpochDay() - day.toEpochDay()) <= FILED_WITHIN_DAYS) {
                    day = filed;
                }
                return ItemTime.of(day, Source.TEXT_DATE);
            }
        }
        LocalDate agreed = dateline == null ? null : agreedDate(dateline, lead, reference);
        return agreed == null ? null : ItemTime.of(agreed, Source.TEXT_DATE);
    }

    /** The one full date of the lead, if its month and day (or the interval it opens) are the dateline's. */
    private static @Nullable LocalDate agreedDate(WrittenDate dateline, String lead, LocalDate reference) {
        if (ANNIVERSARY.stream().anyMatch(lead::contains)) {
            return null;
        }
        LocalDate agreed = null;
        for (int i = 0; i < lead.length(); i++) {
            WrittenDate date = DateScanner.at(lead, i);
            if (date == null) {
                continue;
            }
            LocalDate first = date.full();
            if (first != null) {
                LocalDate filed = dateline.nearest(first);
                LocalDate last = intervalEnd(lead, date);
                boolean agrees = filed != null
                        && !filed.isBefore(first)
                        && !filed.isAfter(last == null ? first : last)
                        && Math.abs(filed.getYear() - reference.getYear()) <= LEAD_WITHIN_YEARS;
                if (!agrees || (agreed != null && !agreed.equals(filed))) {
                    return null;
                }
                agreed = filed;
            }
            i = date.range().end() - 1;
        }
        return agreed;
    }

    private static @Nullable LocalDate intervalEnd(String lead, WrittenDate first) {
        int at = first.range().end();
        WrittenDate last = Chars.isAnyOf("至到-—~", lead, at) ? DateScanner.at(lead, at + 1) : null;
        if (last == null) {
            return null;
        }
        int month = last.month() > 0 ? last.month() : first.month();
        int year = last.hasYear() ? last.year() : first.year();
        return new WrittenDate(year, month, last.day(), last.range()).full();
    }
}
