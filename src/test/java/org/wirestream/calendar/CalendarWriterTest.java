package org.wirestream.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.Version;
import org.wirestream.document.DatedEvent;
import org.wirestream.document.EngineVersions;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EntityAnalysis;
import org.wirestream.wire.Headline;
import org.wirestream.wire.ItemTime;
import org.wirestream.wire.PubStatus;
import org.wirestream.wire.WireItem;

class CalendarWriterTest {
    private static DatedEvent event(String name, String when, @Nullable String where) {
        return new DatedEvent(null, name, when, where, 1, 0, name.length());
    }

    private static EnrichedItem item(String version, DatedEvent... events) {
        WireItem item = new WireItem(
                "urn:x:1",
                null,
                "digest",
                PubStatus.USABLE,
                Set.of(),
                new ItemTime(OffsetDateTime.parse("2026-03-01T06:30:00+08:00"), ItemTime.Source.FEED),
                null,
                null,
                new Headline("公报，全文", List.of(), 0),
                List.of(),
                "zh-Hans",
                List.of(),
                List.of());
        return new EnrichedItem(
                item,
                version,
                List.of(),
                new EntityAnalysis(List.of(), List.of(), List.of(), List.of(), List.of(events), List.of()),
                List.of(),
                new EngineVersions("engine", "vocabulary"));
    }

    private static String calendar(EnrichedItem... items) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CalendarWriter writer = new CalendarWriter(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        for (EnrichedItem item : items) {
            writer.write(item);
        }
        writer.end();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<String> uids(EnrichedItem item) {
        return calendar(item).lines().filter(line -> line.startsWith("UID:")).toList();
    }

    @Test
    void shouldWriteAllDayEvents() {
        EnrichedItem item = item("1", event("司法部长会议", "2026-05-10/2026-05-12", "波尔图"));
        assertThat(calendar(item))
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Wirestream//wirestream " + Version.current() + "//EN",
                        "CALSCALE:GREGORIAN",
                        "BEGIN:VEVENT",
                        uids(item).get(0),
                        "DTSTAMP:20260228T223000Z",
                        "DTSTART;VALUE=DATE:20260510",
                        "DTEND;VALUE=DATE:20260513",
                        "SUMMARY:司法部长会议",
                        "LOCATION:波尔图",
                        "DESCRIPTION:公报，全文",
                        "TRANSP:TRANSPARENT",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    @Test
    void shouldSayOfAnInventedEventThatItIsNone() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CalendarWriter writer = new CalendarWriter(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        OffsetDateTime time = OffsetDateTime.parse("2026-03-01T06:30:00+08:00");
        writer.write(new CalendarWriter.Source("urn:x:1", time, "公报", true), event("司法部长会议", "2026-05-10", null), 1);
        writer.end();
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("SUMMARY:【虚构】司法部长会议\r\n", "CATEGORIES:INVENTED\r\n", "COMMENT:为演示而虚构");
        assertThat(calendar(item("1", event("司法部长会议", "2026-05-10", null)))).doesNotContain("虚构", "INVENTED");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-10,20260510,20260511",
        "2026-12-31/2027-01-01,20261231,20270102",
        "2026-02,20260201,20260301",
        "2026,20260101,20270101",
        "2026-01/2026-03,20260101,20260401"
    })
    void shouldSpanTheWholeOfWhatIsKnown(String when, String first, String end) {
        assertThat(calendar(item("1", event("论坛", when, null))))
                .contains("DTSTART;VALUE=DATE:" + first + "\r\n", "DTEND;VALUE=DATE:" + end + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-02-30", "2026-05-12/2026-05-10", "20260510", "2026-13"})
    void shouldLeaveOutWhatIsNoDate(String when) {
        assertThat(calendar(item("1", event("论坛", when, null)))).isEmpty();
    }

    @Test
    void shouldKeepAnEventsUidThroughCorrections() {
        List<String> first = uids(item("1", event("论坛", "2026-05-10", null), event("论坛", "2026-06-10", null)));
        assertThat(first).doesNotHaveDuplicates();
        assertThat(uids(item("2", event("论坛", "2026-05-11", "里斯本"), event("论坛", "2026-06-10", null))))
                .isEqualTo(first);
    }

    @Test
    void shouldEscapeWhatHasAMeaning() {
        assertThat(calendar(item("1", event("甲;乙,丙\\丁\u0007\nBEGIN:VEVENT", "2026-05-10", null))))
                .contains("SUMMARY:甲\\;乙\\,丙\\\\丁\\nBEGIN:VEVENT\r\n");
    }

    @Test
    void shouldFoldLongLinesBetweenCharacters() {
        String name = "联合𠮷".repeat(40);
        String calendar = calendar(item("1", event(name, "2026-05-10", null)));
        assertThat(calendar.split("\r\n", -1)).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(calendar.replace("\r\n ", "")).contains("SUMMARY:" + name + "\r\n");
    }
}
