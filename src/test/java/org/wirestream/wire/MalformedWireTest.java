package org.wirestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.wire.MalformedWireException.Reason;

/** Bytes and texts that are no wire, and those that are in spite of their encoding. */
class MalformedWireTest {
    private static final String STORY = "两国签署文件\n新华社开罗5月7日电（记者林远舟）两国7日签署了关于加强合作的文件。";
    private final WireParser parser = new WireParser(Limits.DEFAULT);

    static Stream<Arguments> malformedBytes() {
        return Stream.of(
                Arguments.of("no bytes", new byte[0], Reason.EMPTY),
                Arguments.of("only a byte order mark", bytes(0xEF, 0xBB, 0xBF), Reason.EMPTY),
                Arguments.of("spaces", " \n\u3000\u200B\r\n".getBytes(StandardCharsets.UTF_8), Reason.BLANK),
                Arguments.of("NUL", "两国\0签署".getBytes(StandardCharsets.UTF_8), Reason.NUL_CHARACTER),
                Arguments.of("control", "两国\u0001签署".getBytes(StandardCharsets.UTF_8), Reason.BINARY),
                Arguments.of("gzip", bytes(0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0xFF, 0xC3, 0x28), Reason.BINARY),
                Arguments.of("Latin-1", "déjà vu à Paris".getBytes(StandardCharsets.ISO_8859_1), Reason.CHARSET),
                Arguments.of("cut UTF-8", cut(STORY.getBytes(StandardCharsets.UTF_8)), Reason.CHARSET),
                Arguments.of("Big5", "立法院今天三讀通過經濟法案，總統府表示歡迎。".getBytes(Charset.forName("Big5")), Reason.CHARSET),
                Arguments.of(
                        "EUC-KR", "한국 정부는 오늘 새로운 경제 정책을 발표했다.".getBytes(Charset.forName("EUC-KR")), Reason.CHARSET),
                Arguments.of("EUC-JP", "日本政府は今日、新しい経済政策を発表した。".getBytes(Charset.forName("EUC-JP")), Reason.CHARSET),
                Arguments.of("Shift_JIS", "日本政府は今日、経済政策を発表した。".getBytes(Charset.forName("Shift_JIS")), Reason.CHARSET),
                Arguments.of("UTF-16 without mark", "两国".getBytes(StandardCharsets.UTF_16LE), Reason.CHARSET),
                Arguments.of("odd UTF-16", bytes(0xFF, 0xFE, 0x24, 0x4E, 0x56), Reason.CHARSET),
                Arguments.of("CESU-8", bytes('a', 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80), Reason.LONE_SURROGATE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedBytes")
    void shouldSayWhyBytesAreNoWire(String what, byte[] value, Reason reason) {
        assertThatExceptionOfType(MalformedWireException.class)
                .as(what)
                .isThrownBy(() -> parser.parse(value, Wires.FEED))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeGreaterThan(30));
    }

    @ParameterizedTest
    @CsvSource({
        "a\uD800b, LONE_SURROGATE",
        "a\uDC00, LONE_SURROGATE",
        "a\uD83D, LONE_SURROGATE",
        "a\u0085\u0086, BINARY"
    })
    void shouldSayWhyATextIsNoWire(String text, Reason reason) {
        assertThatExceptionOfType(MalformedWireException.class)
                .isThrownBy(() -> parser.parse(text, Wires.FEED))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16", "x-UTF-16LE-BOM"})
    void shouldReadTheEncodingsOfWires(String charset) throws MalformedWireException {
        WireItem item = parser.parse(STORY.getBytes(Charset.forName(charset)), Wires.FEED);
        assertThat(item.headlineText()).contains("两国签署文件");
        assertThat(item.byline()).containsExactly("林远舟");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "新华社快讯：东北海域发生6.1级地震。",
                "（中央社記者林遠舟台北27日電）立法院今天三讀通過經濟法案，總統府發言人表示歡迎，並說這對國家發展有利。",
            })
    void shouldReadShortAndTraditionalTextsInGb18030(String text) throws MalformedWireException {
        WireItem item = parser.parse(text.getBytes(Charset.forName("GB18030")), Wires.FEED);
        assertThat(item.paragraphs().get(0).text()).isEqualTo(text);
    }

    @Test
    void shouldReadTheSeedInGb18030() throws IOException, MalformedWireException {
        String seed = Files.readString(Path.of("seeds/sco-astana-2017-communique.txt"));
        WireItem item = parser.parse(seed.getBytes(Charset.forName("GB18030")), Wires.FEED);
        assertThat(item.digest()).isEqualTo(Wires.parse(seed).digest());
    }

    @Test
    void shouldAcceptAReplacementCharacterThatTheSourceLeft() throws MalformedWireException {
        assertThat(parser.parse("规划到二\uFFFD三五年，基本实现目标。", Wires.FEED).paragraphs())
                .hasSize(1);
    }

    @Test
    void shouldHoldTheLimitsQuickly() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertReason("字\n".repeat(100_000), Reason.TOO_MANY_PARAGRAPHS);
            assertReason("字".repeat(150_000), Reason.PARAGRAPH_TOO_LONG);
            assertReason("字".repeat(1_000_000), Reason.TEXT_TOO_LARGE);
            assertReason("\n".repeat(500_000), Reason.BLANK);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"（", "新华社", "1", "1月", "1 ", "记者", "綜合報導／", "年月日", " ", "。新华社", "|", "﹁【〔", "本报", "記者"})
    void shouldTakeLinearTimeForAnyRepetition(String unit) {
        String line = unit.repeat(19_000 / unit.length());
        String text = (line + "\n").repeat(8) + "完。";
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> parser.parse(text, Wires.FEED));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldThrowNothingElseAndKeepOffsetsInside(long seed) {
        Random random = new Random(seed);
        String[] parts = {
            "新华社",
            "本报",
            "中央社",
            "記者",
            "记者",
            "北京",
            "广东",
            "1月5日",
            "二〇二六年",
            "31日",
            "电",
            "電",
            "讯",
            "消息",
            "：",
            "（",
            "）",
            "【",
            "】",
            "/",
            "／",
            "、",
            "\n",
            "\n",
            " ",
            "\u3000",
            "\u200B",
            "张三",
            "约翰·史密斯",
            "题：",
            "快讯",
            "更正",
            "08版 - ",
            "。",
            "，",
            "|",
            "2026-01-05",
            "10:20",
            "至",
            "来源：",
            "(完)",
            "𠮷",
            "😀",
            "“",
            "”",
            "号",
            "a",
            "９",
            "\uFFFD",
            "報導",
            "摄",
            "——",
            "《",
            "》",
            "据"
        };
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(40); k >= 0; k--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            parseAndCheck(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void shouldThrowNothingElseForRandomBytes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] value = new byte[random.nextInt(60)];
            random.nextBytes(value);
            try {
                assertInside(parser.parse(value, Wires.FEED));
            } catch (MalformedWireException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private void parseAndCheck(String text) {
        try {
            assertInside(parser.parse(text, Wires.FEED));
        } catch (MalformedWireException e) {
            assertThat(e.reason()).as(text).isEqualTo(Reason.BLANK);
        }
    }

    private static void assertInside(WireItem item) {
        for (Paragraph paragraph : item.paragraphs()) {
            assertThat(paragraph.newsBegin()).isBetween(0, paragraph.text().length());
        }
        for (WireSpan span : item.spans()) {
            String text = item.paragraphs().get(span.paragraph()).text();
            assertThat(span.begin()).isLessThan(span.end());
            assertThat(span.end()).isLessThanOrEqualTo(text.length());
            assertThat(text.substring(span.begin(), span.end())).isNotBlank();
        }
        Dateline dateline = item.dateline();
        if (dateline != null) {
            assertThat(dateline.begin()).isLessThan(dateline.end());
            assertThat(dateline.end())
                    .isLessThanOrEqualTo(
                            item.paragraphs().get(dateline.paragraph()).text().length());
        }
    }

    private void assertReason(String text, Reason reason) {
        assertThatExceptionOfType(MalformedWireException.class)
                .isThrownBy(() -> parser.parse(text.getBytes(StandardCharsets.UTF_8), Wires.FEED))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] cut(byte[] value) {
        return Arrays.copyOf(value, value.length - 1);
    }
}
