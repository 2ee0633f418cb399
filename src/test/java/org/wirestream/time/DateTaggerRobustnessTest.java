package org.wirestream.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.document.DateMention;
import org.wirestream.wire.WireItem;

class DateTaggerRobustnessTest {
    private static final int MEGABYTE = 1 << 20;
    private static final String[] PIECES = {
        "1", "2", "30", "29", "2017", "0", "9999", "二〇一七", "十", "三十一", "年", "月", "日", "号", "至", "到", "—", "-", "~", "、",
        "/", ".", " ", "\u3000", "，", "。", "；", "“", "”", "《", "》", "（", "）", "第", "前", "季度", "个月", "上半年", "去年", "同年",
        "次日", "当月", "上月", "今天", "下周", "周", "一", "星期", "天", "每", "近", "距", "将", "份", "度", "赛季", "世博会", "内", "元",
        "\u200B", "\uD83D", "\uDE00", "\uFFFD", "©", "a"
    };

    private final DateTagger tagger = new DateTagger();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldGiveSortedMentionsInsideTheTextForAnyText(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            WireItem item = Wires.item(LocalDate.of(2024, 2, 29), null, List.of(text(random, 60), text(random, 60)));
            int paragraph = 0;
            int end = 0;
            for (DateMention mention : tagger.tag(item)) {
                if (mention.paragraph() != paragraph) {
                    paragraph = mention.paragraph();
                    end = 0;
                }
                String text = item.paragraphs().get(paragraph).text();
                assertThat(mention.begin()).isGreaterThanOrEqualTo(end).isLessThan(mention.end());
                assertThat(text.substring(mention.begin(), mention.end())).isEqualTo(mention.text());
                assertThat(mention.iso()).matches("\\d{4}(-\\d\\d(-\\d\\d)?)?(/\\d{4}(-\\d\\d(-\\d\\d)?)?)?");
                end = mention.end();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void shouldFindTheSameInFullWidthDigitsAndPunctuation(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            String ascii = text(random, 40).replaceAll("[\u200B\uFFFDa\u3000]", "");
            List<DateMention> expected = tagger.tag(Wires.item(LocalDate.of(2026, 1, 30), null, List.of(ascii)));
            List<DateMention> actual =
                    tagger.tag(Wires.item(LocalDate.of(2026, 1, 30), null, List.of(fullWidth(ascii))));
            assertThat(actual)
                    .extracting(DateMention::iso)
                    .isEqualTo(expected.stream().map(DateMention::iso).toList());
            assertThat(actual)
                    .extracting(DateMention::begin)
                    .isEqualTo(expected.stream().map(DateMention::begin).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1月2日至",
                "1",
                "2017年",
                "二",
                "十",
                "《",
                "《》",
                "《2017年",
                "“",
                "第",
                "前",
                "今天",
                "去年同月",
                "周一",
                "将",
                "30日",
                " ",
                "1 ",
                "2017-",
                "2017-2018",
                "2016年8月至",
                "1、",
                "每年",
                "日"
            })
    @Timeout(60)
    void shouldTakeTimeInProportionToTheText(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());
        assertThatCode(() -> tagger.tag(Wires.item(LocalDate.of(2026, 1, 30), null, List.of(text))))
                .doesNotThrowAnyException();
    }

    @Test
    @Timeout(60)
    void shouldReadAMegabyteOfIntervals() {
        String text = "1月2日至3日，".repeat(MEGABYTE / 8);
        assertThat(tagger.tag(Wires.item(LocalDate.of(2026, 1, 30), null, List.of(text))))
                .hasSize(MEGABYTE / 8)
                .allSatisfy(mention -> assertThat(mention.iso()).isEqualTo("2026-01-02/2026-01-03"));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-30", "2024-02-29", "2025-12-31", "1999-03-01"})
    void shouldFindEveryDayOfTheYearAroundTheWire(String filed) {
        LocalDate today = LocalDate.parse(filed);
        for (long days = -Duration.ofDays(100).toDays(); days <= 30; days++) {
            LocalDate day = today.plusDays(days);
            String text = day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            assertThat(Wires.written(tagger.tag(Wires.item(filed, text)))).isEqualTo(text + "=" + day);
        }
    }

    @Test
    void shouldServeManyTextsWithoutMixingThem() {
        WireItem old = Wires.item("2001-07-16", "今年2014年9月5日，当天");
        WireItem next = Wires.item("2026-01-30", "9月19日，当天，同年");
        String alone = Wires.written(new DateTagger().tag(next));
        tagger.tag(old);
        assertThat(Wires.written(tagger.tag(next))).isEqualTo(alone);
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private static String fullWidth(String ascii) {
        StringBuilder wide = new StringBuilder();
        ascii.chars().forEach(c -> wide.append((char) ("0123456789~/".indexOf(c) >= 0 ? c + 0xFEE0 : c)));
        return wide.toString();
    }
}
