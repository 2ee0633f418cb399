package org.wirestream.wire;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that only says when, or when and where: 2007年10月19日, （2017年6月8日至9日，阿斯塔纳）, 2026-01-30 10:20 来源：新华网.
 *
 * @param first the date, or the first of an interval
 * @param last the last of an interval; the same as {@code first} for one date
 * @param time the time of day, when written
 * @param place where the place stands in the folded line, when named
 * @param agency the source that the line names
 */
record PlaceDateLine(
        WrittenDate first,
        WrittenDate last,
        @Nullable LocalTime time,
        @Nullable Range place,
        @Nullable AgencyMatch agency) {
    private static final int MAX_LENGTH = 60;
    private static final int MAX_PLACE = 20;

    /** Whether the line dates the item's publication rather than an event with its place. */
    boolean isPublication() {
        return place == null && first.equals(last);
    }

    /** The last day in full; null when the line has no year or no such day. */
    @Nullable
    LocalDate lastDay() {
        return last.full();
    }

    /** Reads such lines. */
    static final class Grammar {
        private final AgencyList agencies;
        private final PlaceNames places;
        private final WordSet labels;

        Grammar(AgencyList agencies, PlaceNames places) {
            this.agencies = agencies;
            this.places = places;
            this.labels = new WordSet(WordLists.byKind("head-words.tsv").getOrDefault("label", List.of()));
        }

        @Nullable
        PlaceDateLine read(String text) {
            int begin = Chars.skipSpace(text, 0);
            int end = Chars.trimEnd(text, text.length(), begin);
            if (end - begin > MAX_LENGTH || begin >= end) {
                return null;
            }
            boolean bracket = Chars.closing(text, begin) != 0 && Chars.closeOf(text, begin, MAX_LENGTH) == end - 1;
            return bracket ? new Scan(text, begin + 1, end - 1, true).line() : new Scan(text, begin, end, false).line();
        }

        private final class Scan {
            private final String text;
            private final int end;
            private final boolean bracket;
            private int at;
            private @Nullable Range place;
            private @Nullable AgencyMatch agency;
            private @Nullable LocalTime time;

            Scan(String text, int begin, int end, boolean bracket) {
                this.text = text;
                this.end = end;
                this.bracket = bracket;
                this.at = Chars.skipSpace(text, begin);
            }

            @Nullable
            PlaceDateLine line() {
                int label = labels.lengthAt(text, at, end);
                if (label > 0 && Chars.startsAt(text, at + label, '：')) {
                    at = Chars.skipSpace(text, at + label + 1);
                }
                if (bracket && !leadingPlace()) {
                    return null;
                }
                WrittenDate first = DateScanner.at(text, at);
                if (first == null || first.range().end() > end) {
                    return null;
                }
                at = first.range().end();
                WrittenDate last = interval(first);
                weekday();
                time();
                return rest(first) ? new PlaceDateLine(first, last, time, place, agency) : null;
            }

            /** （阿斯塔纳，2017年6月9日）. */
            private boolean leadingPlace() {
                if (DateScanner.at(text, at) != null) {
                    return true;
                }
                for (int i = at; i < Math.min(end, at + MAX_PLACE); i++) {
                    if ((text.charAt(i) == '，' || text.charAt(i) == ' ' || DateScanner.at(text, i) != null) && i > at) {
                        place = new Range(at, i);
                        at = Chars.skipSpace(text, text.charAt(i) == '，' ? i + 1 : i);
                        return true;
                    }
                    if (!Chars.isHan(text.charAt(i)) && text.charAt(i) != '·') {
                        return false;
                    }
                }
                return false;
            }

            private WrittenDate interval(WrittenDate first) {
                if (!Chars.isAnyOf("至-—~到", text, at)) {
                    return first;
                }
                int next = at;
                while (next < end && "至-—~到".indexOf(text.charAt(next)) >= 0) {
                    next++;
                }
                WrittenDate last = DateScanner.at(text, next);
                if (last == null || last.range().end() > end) {
                    return first;
                }
                at = last.range().end();
                return new WrittenDate(
                        last.hasYear() ? last.year() : first.year(),
                        last.month() > 0 ? last.month() : first.month(),
                        last.day(),
                        last.range());
            }

            private void weekday() {
                int i = Chars.skipSpace(text, at);
                int word = Chars.startsAt(text, i, '（') ? i + 1 : i;
                if (text.startsWith("星期", word) || text.startsWith("周", word)) {
                    int day = word + (text.startsWith("星期", word) ? 2 : 1);
                    if (Chars.isAnyOf("一二三四五六日天", text, day)) {
                        at = word > i && Chars.startsAt(text, day + 1, '）') ? day + 2 : day + 1;
                    }
                }
            }

            /** 10:20 or 10:20:30. */
            private void time() {
                int i = Chars.skipSpace(text, at);
                int stop = i;
                while (stop < end && (Chars.isDigit(text.charAt(stop)) || Chars.isAnyOf(":：", text, stop))) {
                    stop++;
                }
                String[] parts =
                        text.substring(i, Math.max(i, stop)).replace('：', ':').split(":", -1);
                if (parts.length < 2 || parts.length > 3) {
                    return;
                }
                int[] units = new int[3];
                for (int k = 0; k < parts.length; k++) {
                    if (parts[k].isEmpty() || parts[k].length() > 2) {
                        return;
                    }
                    units[k] = Integer.parseInt(parts[k]);
                }
                if (units[0] < 24 && units[1] < 60 && units[2] < 60) {
                    time = LocalTime.of(units[0], units[1], units[2]);
                    at = stop;
                }
            }

            private boolean rest(WrittenDate date) {
                int i = at;
                while (i < end && "， /·|".indexOf(text.charAt(i)) >= 0) {
                    i++;
                }
                if (i >= end) {
                    return true;
                }
                for (String source : new String[] {"来源：", "来源:", "来源"}) {
                    if (text.startsWith(source, i)) {
                        agency = agencies.at(text, Chars.skipSpace(text, i + source.length()), end);
                        return true;
                    }
                }
                AgencyMatch named = agencies.at(text, i, end);
                if (named != null && named.range().end() == end) {
                    agency = named;
                    return true;
                }
                boolean isPlace = place == null
                        && i > at
                        && end - i <= MAX_PLACE
                        && text.substring(i, end).chars().allMatch(c -> Chars.isHan((char) c) || c == '·' || c == ' ')
                        && (bracket || (date.hasYear() && places.isKnown(text.substring(i, end))));
                if (isPlace) {
                    place = new Range(i, end);
                }
                return isPlace;
            }
        }
    }
}
