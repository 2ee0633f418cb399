package org.wirestream.calendar;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirestream.Version;
import org.wirestream.document.DatedEvent;
import org.wirestream.document.EnrichedItem;

/**
 * Writes dated events as one iCalendar object (RFC 5545) with an all-day event for each. An event of which only the month or
 * year is known spans all of it.
 *
 * <p>An event's UID is the same for every version of its item, so that a calendar replaces what it had.
 */
public final class CalendarWriter {
    /** A content line has at most so many octets, without its end (RFC 5545, 3.1). */
    private static final int LINE_OCTETS = 75;

    /** Before the name of an event that is none, where calendars show it. */
    private static final String INVENTED = "【虚构】";

    private static final String INVENTED_COMMENT = "为演示而虚构，并无此事。Invented for a demonstration.";

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final PrintStream out;
    private boolean begun;

    /** A calendar that goes to {@code out}. */
    public CalendarWriter(PrintStream out) {
        this.out = out;
    }

    /** Writes the events of an item; before the very first one the calendar's head. */
    public void write(EnrichedItem item) {
        Map<String, Integer> named = new HashMap<>();
        for (DatedEvent event : item.analysis().events()) {
            write(
                    new Source(
                            item.item().id(),
                            item.item().time().value(),
                            item.item().headlineText().orElse(null),
                            false),
                    event,
                    named.merge(event.name(), 1, Integer::sum));
        }
    }

    /**
     * The item that tells of an event.
     *
     * @param id the item's id
     * @param time the item's own time
     * @param headline the item's headline; null when it has none
     * @param invented whether it was invented for a demonstration, which the event then says: a calendar goes where nothing else
     *     would tell
     */
    public record Source(
            String id, OffsetDateTime time, @Nullable String headline, boolean invented) {}

    /**
     * Writes an event, unless its date is none.
     *
     * @param item the item that tells of it
     * @param ordinal 1 for the item's first event of that name, and so on
     */
    public void write(Source item, DatedEvent event, int ordinal) {
        AllDay.of(event.when()).ifPresent(days -> {
            begin();
            line("BEGIN:VEVENT");
            line("UID:" + uid(item.id(), event, ordinal));
            line("DTSTAMP:" + UTC.format(item.time().withOffsetSameInstant(ZoneOffset.UTC)));
            line("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(days.first()));
            line("DTEND;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(days.end()));
            line("SUMMARY:" + (item.invented() ? INVENTED : "") + escaped(event.name()));
            if (event.where() != null) {
                line("LOCATION:" + escaped(event.where()));
            }
            if (item.headline() != null) {
                line("DESCRIPTION:" + escaped(item.headline()));
            }
            if (item.invented()) {
                line("CATEGORIES:INVENTED");
                line("COMMENT:" + INVENTED_COMMENT);
            }
            line("TRANSP:TRANSPARENT");
            line("END:VEVENT");
        });
    }

    /** Writes the calendar's head, if it was not; whoever must answer with a calendar needs one without events too. */
    public void begin() {
        if (!begun) {
            begun = true;
            line("BEGIN:VCALENDAR");
            line("VERSION:2.0");
            line("PRODID:-//Wirestream//wirestream " + Version.current() + "//EN");
            line("CALSCALE:GREGORIAN");
        }
    }

    /** Ends the calendar, and says whether there was one: a calendar without events is none. */
    public boolean end() {
        if (begun) {
            line("END:VCALENDAR");
        }
        return begun;
    }

    private static String uid(String itemId, DatedEvent event, int ordinal) {
        String what = itemId + "\n" + event.name() + "\n" + ordinal;
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** A value of type TEXT; control characters other than line ends are not allowed in it. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                escaped.append("\\n");
            } else if (c == '\\' || c == ';' || c == ',') {
                escaped.append('\\').appendCodePoint(c);
            } else if (!Character.isISOControl(c)) {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** A content line, folded between characters where it is too long. */
    private void line(String content) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int c : content.codePoints().toArray()) {
            int length = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LINE_OCTETS) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.appendCodePoint(c);
            octets += length;
        }
        out.print(folded.append("\r\n"));
    }
}
