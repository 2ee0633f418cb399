package org.wirestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.document.EntityType;
import org.wirestream.encoder.Encoder;
import org.wirestream.encoder.Encoding;
import org.wirestream.gazetteer.GazetteerEntry;
import org.wirestream.gazetteer.Overlay;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.MalformedWireException.Reason;
import org.wirestream.wire.WireItem;

/** What one item can cost, however hostile: time in proportion to its length, and an end. */
@Timeout(300)
class BoundsTest {
    /** Characters of the shorter text, all in one paragraph. */
    private static final int LENGTH = Integer.getInteger("bounds.length", 10_000);

    /** Twice the text takes twice the time; four times if anything in it is quadratic. */
    private static final double MOST = 3;

    private static final int ROUNDS = 3;
    private static final int ATTEMPTS = 5;
    private static final Feed FEED = Feed.silent(Instant.parse("2026-03-02T04:00:00Z"));
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final Enricher ENRICHER = Enricher.load(Engine.FAST).within(Duration.ofMinutes(10));
    private static final RawDecoder DECODER = new RawDecoder(new Limits(1 << 26, 1 << 24, 1 << 20));

    static List<Named<IntFunction<String>>> hostilePieces() {
        return List.of(
                piece("（"),
                piece("（）"),
                piece("）"),
                piece("、"),
                piece("《"),
                piece("“”"),
                piece("“他说，"),
                piece("“‘”’"),
                piece("的"),
                piece("张"),
                piece("a"),
                piece(" "),
                piece("1"),
                piece("6月9日、"),
                piece("2017年至"),
                piece("中国、"),
                piece("中俄两国"),
                piece("联合国第三届论坛"),
                piece("普京表示，"),
                piece("联合国（以下简称“"),
                piece("外交部长"),
                Named.of("aliases", i -> "上海合作组织（以下简称“上合%d”）".formatted(i)),
                Named.of("people", i -> "张%c%c说，".formatted('一' + i % 5_000, '丁' + i % 4_999)),
                Named.of("organisations", i -> "第%d研究委员会（简称研%d）".formatted(i, i)));
    }

    private static Named<IntFunction<String>> piece(String text) {
        return Named.of("“%s”".formatted(text), i -> text);
    }

    private static String text(IntFunction<String> piece, int length) {
        StringBuilder text = new StringBuilder("新华社北京1月5日电 ");
        for (int i = 0; text.length() < length; i++) {
            text.append(piece.apply(i));
        }
        return text.append("。完").toString();
    }

    @ParameterizedTest
    @MethodSource("hostilePieces")
    void shouldEnrichInTimeProportionalToTheText(IntFunction<String> piece) throws Exception {
        WireItem once = decode(text(piece, LENGTH), "text/plain");
        WireItem twice = decode(text(piece, 2 * LENGTH), "text/plain");

        assertInProportion(() -> ENRICHER.enrich(once, "1"), () -> ENRICHER.enrich(twice, "1"));
    }

    @Test
    void shouldLayEntriesOverATextOfNamesInTimeProportionalToIt() throws Exception {
        Overlay overlay = Overlay.of(IntStream.range(0, 1_000)
                .mapToObj(i -> new GazetteerEntry(
                        "甲%c".formatted('一' + i), EntityType.ORG, null, List.of("乙%c".formatted('一' + i)), null, null))
                .toList());
        IntFunction<String> piece = i -> "甲%c乙%c ".formatted('一' + i % 1_000, '一' + i % 999);
        WireItem once = decode(text(piece, LENGTH), "text/plain");
        WireItem twice = decode(text(piece, 2 * LENGTH), "text/plain");

        assertInProportion(
                () -> ENRICHER.enrich(once, "1", overlay, StageListener.NONE),
                () -> ENRICHER.enrich(twice, "1", overlay, StageListener.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<br>",
                "<p>甲",
                "<blockquote>",
                "<b>",
                "<li>甲</li>",
                "<tr><td>",
                "&amp;",
                "<a href=x>甲",
                "<!--",
                "<",
                "\\n甲"
            })
    void shouldReadMarkupInTimeProportionalToIt(String piece) throws Exception {
        String once = "{\"uri\":\"urn:x:1\",\"body_html\":\"甲%s\"}".formatted(piece.repeat(LENGTH));
        String twice = "{\"uri\":\"urn:x:1\",\"body_html\":\"甲%s\"}".formatted(piece.repeat(2 * LENGTH));

        assertInProportion(() -> decode(once, "application/json"), () -> decode(twice, "application/json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"（", "、", "6月9日", "的", "“"})
    void shouldRefuseAMegabyteAtOnce(String piece) {
        byte[] value = piece.repeat((1 << 20) / piece.length()).getBytes(StandardCharsets.UTF_8);

        long began = THREADS.getCurrentThreadCpuTime();
        assertThatExceptionOfType(MalformedWireException.class)
                .isThrownBy(() -> new RawDecoder(Limits.DEFAULT).decode(value, null, FEED))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TEXT_TOO_LARGE));
        assertThat(THREADS.getCurrentThreadCpuTime() - began).isLessThan(100_000_000);
    }

    @Test
    void shouldGiveUpAnItemThatTakesTooLong() throws Exception {
        WireItem item = decode(text(i -> "普京表示，", LENGTH), "text/plain");

        assertThatExceptionOfType(ItemTooCostlyException.class)
                .isThrownBy(() -> ENRICHER.within(Duration.ofMillis(1)).enrich(item, "1"))
                .withMessageContaining("limits.item.seconds");
    }

    @Test
    void shouldKeepNoMoreVectorsThanItMayWhateverTheItem() throws Exception {
        WireItem item = decode("甲乙丙丁\n戊己庚辛\n壬癸子丑\n寅卯辰巳", "text/plain");
        try (Encoder encoder = Encoder.load()) {
            ItemEncodings encodings =
                    new ItemEncodings(encoder, item, new TimeLimit(Duration.ofMinutes(1)), /* maxPieces= */ 8);
            encodings.keep(new ParagraphThreads(0));
            Encoding first = encodings.get(0);
            Encoding third = encodings.get(2);
            encodings.get(3);

            assertThat(encodings.get(0)).isSameAs(first);
            assertThat(encodings.get(1)).isSameAs(encodings.get(1));
            assertThat(encodings.get(2)).isNotSameAs(third);
            assertThat(encodings.get(2).mean()).isEqualTo(third.mean());
        }
    }

    private static WireItem decode(String value, String contentType) throws MalformedWireException {
        return DECODER.decode(value.getBytes(StandardCharsets.UTF_8), contentType, FEED);
    }

    private interface Work {
        void run() throws Exception;
    }

    /**
     * The best of some rounds each, in processor time, and of some attempts: other work and the compiler disturb single ones, but
     * what takes four times the time takes it each time.
     */
    private static void assertInProportion(Work once, Work twice) throws Exception {
        once.run();
        double shorter = best(once);
        double longer = best(twice);
        for (int attempt = 1; attempt < ATTEMPTS && longer >= MOST * shorter; attempt++) {
            shorter = best(once);
            longer = best(twice);
        }
        assertThat(longer / shorter)
                .describedAs("%.0f ms for the text, %.0f ms for twice the text", shorter / 1e6, longer / 1e6)
                .isLessThan(MOST);
    }

    private static double best(Work work) throws Exception {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long began = THREADS.getCurrentThreadCpuTime();
            work.run();
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - began);
        }
        return best;
    }
}
