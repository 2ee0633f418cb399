package org.wirestream.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An item's own time: the feed's, a full date in the head, the dateline's in the year nearest to the record's time. */
final class TimeResolver {
    private static final Pattern FULL =
            Pattern.compile("(\\d{4}|[" + HanNumerals.DIGITS + "]{4})年([\\d十" + HanNumerals.DIGITS + "]{1,3})月([\\d十"
                    + HanNumerals.DIGITS + "]{1,3})日|(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})");
    /** A head date this near to the dateline's day gives it its year. */
    private static final int NEAR_DAYS = 31;

    private TimeResolver() {}

    static ItemTime resolve(Feed feed, Head head, List<FoldedText> lines) {
        if (feed.time() != null) {
            return new ItemTime(feed.time(), ItemTime.Source.FEED);
        }
        LocalDate received = feed.received().atZone(ItemTime.WIRE_ZONE).toLocalDate();
        LocalDate inHead = headDate(head, lines);
        DatelineGrammar.Found dateline = head.dateline();
        if (dateline != null && dateline.hasDate()) {
            if (dateline.year() != null) {
                LocalDate date = date(dateline.year(), dateline.month(), dateline.day(), received);
                if (date != null) {
                    return ItemTime.of(date, ItemTime.Source.TEXT_DATE);
                }
            }
            LocalDate fromHead = inHead == null ? null : nearest(dateline, inHead);
            if (fromHead != null && inHead != null && days(fromHead, inHead) <= NEAR_DAYS) {
                return ItemTime.of(fromHead, ItemTime.Source.TEXT_DATE);
            }
            LocalDate agreed = agreedDate(dateline, head, lines);
            if (agreed != null) {
                return ItemTime.of(agreed, ItemTime.Source.TEXT_DATE);
            }
            LocalDate nearest = nearest(dateline, received);
            if (nearest != null) {
                return ItemTime.of(nearest, ItemTime.Source.DATELINE);
            }
        }
        if (inHead != null) {
            return ItemTime.of(inHead, ItemTime.Source.TEXT_DATE);
        }
        Instant at = feed.received();
        return new ItemTime(at.atZone(ItemTime.WIRE_ZONE).toOffsetDateTime(), ItemTime.Source.RECORD);
    }

    /** The dateline's day in the year, or month, nearest to a date; null when there is no such day. */
    static @Nullable LocalDate nearest(DatelineGrammar.Found dateline, LocalDate near) {
        LocalDate best = null;
        for (int offset = -1; offset <= 1; offset++) {
            LocalDate candidate = dateline.month() == null
                    ? date(
                            near.plusMonths(offset).getYear(),
                            near.plusMonths(offset).getMonthValue(),
                            dateline.day(),
                            near)
                    : date(near.getYear() + offset, dateline.month(), dateline.day(), near);
            if (candidate != null && (best == null || days(candidate, near) < days(best, near))) {
                best = candidate;
            }
        }
        return best;
    }

    /** The last full date of the lines under the headline. */
    private static @Nullable LocalDate headDate(Head head, List<FoldedText> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (head.kinds().get(i) == Paragraph.Kind.PLACE_DATE) {
                LocalDate date = firstFullDate(lines.get(i).folded());
                if (date != null) {
                    return date;
                }
            }
        }
        return null;
    }

    /** A full date in the first news paragraph counts only when it names the dateline's own day. */
    private static @Nullable LocalDate agreedDate(DatelineGrammar.Found dateline, Head head, List<FoldedText> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (head.kinds().get(i) == Paragraph.Kind.BODY) {
                Matcher matcher = FULL.matcher(lines.get(i).folded());
                while (matcher.find()) {
                    LocalDate date = full(matcher);
                    if (date != null
                            && date.getDayOfMonth() == dateline.day()
                            && dateline.month() != null
                            && date.getMonthValue() == dateline.month()) {
                        return date;
                    }
                }
                return null;
            }
        }
        return null;
    }

    private static @Nullable LocalDate firstFullDate(String text) {
        Matcher matcher = FULL.matcher(text);
        while (matcher.find()) {
            LocalDate date = full(matcher);
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable LocalDate full(Matcher m) {
        int first = m.group(1) != null ? 1 : 4;
        try {
            return LocalDate.of(
                    HanNumerals.parse(m.group(first)),
                    HanNumerals.parse(m.group(first + 1)),
                    HanNumerals.parse(m.group(first + 2)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate date(int year, @Nullable Integer month, int day, LocalDate near) {
        try {
            return LocalDate.of(year, month == null ? near.getMonthValue() : month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static long days(LocalDate a, LocalDate b) {
        return Math.abs(ChronoUnit.DAYS.between(a, b));
    }
}
