package org.wirestream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import org.wirestream.document.DateMention;
import org.wirestream.wire.Dateline;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;
import org.wirestream.wire.WireSpan;

/** What holds of a parsed item and its dates, whatever the text was. */
final class Promises {
    /** Far above what any item needs, and far below what a quadratic scan of a long one takes. */
    private static final Duration MOST = Duration.ofSeconds(10);

    private static final int LONG = 100_000;

    private Promises() {}

    /** Runs something within a bound of processor time that only very long inputs may exceed in proportion. */
    static void inTime(int bytes, Runnable work) {
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
        assertThat(Duration.ofNanos(took))
                .describedAs("processor time for %d bytes", bytes)
                .isLessThan(MOST.multipliedBy(1L + bytes / LONG));
    }

    static void check(MalformedWireException e) {
        assertThat(e.reason()).isNotNull();
        assertThat(e.getMessage()).hasSizeGreaterThan(20);
    }

    static void check(WireItem item) {
        assertThat(item.id()).isNotBlank();
        assertThat(item.digest()).matches("[0-9a-f]{64}");
        List<Paragraph> paragraphs = item.paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            String text = paragraph.text();
            assertThat(paragraph.index()).isEqualTo(i);
            assertThat(text).isNotBlank().doesNotContain("\n");
            assertThat(paragraph.newsBegin()).isBetween(0, text.length());
            checkFolding(paragraph);
        }
        for (WireSpan span : item.spans()) {
            assertThat(span(paragraphs.get(span.paragraph()), span.begin(), span.end()))
                    .isNotBlank();
        }
        Dateline dateline = item.dateline();
        if (dateline != null) {
            span(paragraphs.get(dateline.paragraph()), dateline.begin(), dateline.end());
        }
    }

    private static void checkFolding(Paragraph paragraph) {
        String folded = paragraph.folded().folded();
        int last = 0;
        for (int i = 0; i < folded.length(); i++) {
            int begin = paragraph.folded().sourceBegin(i);
            assertThat(begin).isBetween(last, paragraph.text().length() - 1);
            assertThat(paragraph.folded().sourceEnd(i + 1)).isEqualTo(begin + 1);
            assertThat(paragraph.folded().foldedOffset(begin)).isEqualTo(i);
            last = begin + 1;
        }
    }

    static void same(WireItem one, WireItem other) {
        assertThat(one.id()).isEqualTo(other.id());
        assertThat(one.digest()).isEqualTo(other.digest());
        assertThat(one.spans()).isEqualTo(other.spans());
        assertThat(one.dateline()).isEqualTo(other.dateline());
        assertThat(one.headline()).isEqualTo(other.headline());
    }

    static void checkDates(WireItem item, List<DateMention> dates) {
        int paragraph = 0;
        int end = 0;
        for (DateMention date : dates) {
            assertThat(date.paragraph()).isGreaterThanOrEqualTo(paragraph);
            end = date.paragraph() == paragraph ? end : 0;
            paragraph = date.paragraph();
            assertThat(date.begin()).isGreaterThanOrEqualTo(end);
            assertThat(span(item.paragraphs().get(paragraph), date.begin(), date.end()))
                    .isEqualTo(date.text());
            end = date.end();
            checkIso(date.iso());
        }
    }

    /** A day, month or year that exists, or an interval that does not run backwards. */
    private static void checkIso(String iso) {
        assertThat(iso).matches("[0-9]{4}(-[0-9]{2}){0,2}(/[0-9]{4}(-[0-9]{2}){0,2})?");
        int slash = iso.indexOf('/');
        LocalDate first = first(slash < 0 ? iso : iso.substring(0, slash));
        if (slash >= 0) {
            assertThat(first(iso.substring(slash + 1))).describedAs(iso).isAfterOrEqualTo(first);
        }
    }

    private static LocalDate first(String iso) {
        return switch (iso.length()) {
            case 4 -> Year.parse(iso).atDay(1);
            case 7 -> YearMonth.parse(iso).atDay(1);
            default -> LocalDate.parse(iso);
        };
    }

    /** The text of a span, which is inside its paragraph, not empty, and cuts no character in two. */
    static String span(Paragraph paragraph, int begin, int end) {
        String text = paragraph.text();
        assertThat(begin).isBetween(0, text.length() - 1);
        assertThat(end).isBetween(begin + 1, text.length());
        assertThat(cutsCharacter(text, begin) || cutsCharacter(text, end))
                .describedAs("%d to %d cuts a character of %s", begin, end, text)
                .isFalse();
        return text.substring(begin, end);
    }

    private static boolean cutsCharacter(String text, int at) {
        return at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
    }
}
