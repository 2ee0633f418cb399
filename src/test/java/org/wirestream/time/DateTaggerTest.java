package org.wirestream.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.document.DateMention;
import org.wirestream.wire.Feed;
import org.wirestream.wire.ItemTime;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.WireItem;
import org.wirestream.wire.WireParser;

/** Every example stands in an item of 15 March 2023, a Wednesday. */
class DateTaggerTest {
    private final DateTagger tagger = new DateTagger();

    private List<DateMention> tag(String text) throws MalformedWireException {
        Feed feed = new Feed(
                null,
                null,
                ItemTime.of(LocalDate.of(2023, 3, 15), ItemTime.Source.FEED).value(),
                null,
                Instant.EPOCH);
        return tagger.tag(new WireParser(new Limits(1 << 24, 1 << 22, 100)).parse(text, feed));
    }

    private List<String> values(String text) throws MalformedWireException {
        return tag(text).stream().map(d -> d.text() + "=" + d.iso()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "会议2022年11月3日召开|2022年11月3日=2022-11-03",
                "会议定于二〇二三年六月九日召开|二〇二三年六月九日=2023-06-09",
                "展会将于4月2日开幕|4月2日=2023-04-02",
                "去年他赢得冠军|去年=2022",
                "据统计，今年前三季度|今年前三季度=2023-01/2023-09",
                "一季度出口增长|一季度=2023-01/2023-03",
                "四季度出口下降|四季度=2022-10/2022-12",
                "2022年上半年|2022年上半年=2022-01/2022-06",
                "1至2月投资增长|1至2月=2023-01/2023-02",
                "2022年5月8日至11日访问|2022年5月8日至11日=2022-05-08/2022-05-11",
                "2022年12月29日至2023年1月3日|2022年12月29日至2023年1月3日=2022-12-29/2023-01-03",
                "12月29日至1月3日假期|12月29日至1月3日=2022-12-29/2023-01-03",
                "2021至2022年度|2021至2022年度=2021/2022",
                "任期为2023-2024年|2023-2024年=2023/2024",
                "总统14日说|14日=2023-03-14",
                "总统28日说|28日=2023-02-28",
                "他昨日抵达，今天离开|昨日=2023-03-14;今天=2023-03-15",
                "本月8日启程|本月8日=2023-03-08",
                "上月出口下降|上月=2023-02",
                "下周一开幕|下周一=2023-03-20",
                "11月份价格上涨|11月份=2022-11",
                "事发2022年7月1日，当天有雨，次日放晴|2022年7月1日=2022-07-01;当天=2022-07-01;次日=2022-07-02",
                "2022年，较上年增长|2022年=2022;上年=2021",
                "2022年3月1日签署，9月5日生效|2022年3月1日=2022-03-01;9月5日=2022-09-05",
                "截至2018年年底|2018年=2018",
                "发布于2023-03-01|2023-03-01=2023-03-01",
                "３月１日上午|３月１日=2023-03-01",
            })
    void shouldFindAndResolve(String text, String expected) throws MalformedWireException {
        assertThat(values(text)).containsExactly(expected.split(";"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2月30日不存在",
                "有效期3日，连续5日降雨",
                "30日均线上方，10日元一张",
                "每年6月1日是儿童节",
                "《2030年议程》和《2016年至2018年纲要》",
                "他近日表示，目前没有进展，过去三年里",
                "20世纪90年代，1990年代",
                "气温上升12.5度，共2023人",
                "3年来，5个月后，两天内",
                "日本和日元，本日报道",
            })
    void shouldLeaveAlone(String text) throws MalformedWireException {
        assertThat(values(text)).isEmpty();
    }

    @Test
    void shouldGiveTheSameForAsciiAndFullWidth() throws MalformedWireException {
        assertThat(tag("2022年5月8日至11日，举行(5月8日)。"))
                .extracting(DateMention::iso)
                .isEqualTo(tag("２０２２年５月８日至１１日,举行（５月８日）。").stream()
                        .map(DateMention::iso)
                        .toList());
    }

    @Test
    void shouldTakeTodayFromTheDateline() throws MalformedWireException {
        assertThat(values("标题\n新华社巴黎3月14日电（记者林晓）法国总统14日说，当天天气晴好。\n他今天离开。"))
                .containsExactly("3月14日=2023-03-14", "14日=2023-03-14", "当天=2023-03-14", "今天=2023-03-14");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldSurviveAnything(long seed) throws MalformedWireException {
        Random random = new Random(seed);
        String alphabet = "0123456789年月日至到-—今去本上下当一二十〇季度半周《》。，";
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder("文");
            for (int j = random.nextInt(60); j > 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            int end = 0;
            for (DateMention date : tag(text.toString())) {
                assertThat(date.begin()).isGreaterThanOrEqualTo(end);
                assertThat(text.substring(date.begin(), date.end())).isEqualTo(date.text());
                end = date.end();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1月2日至", "9", "2023年", "今年", "《1月", "二〇"})
    void shouldTakeTimeThatGrowsWithTheText(String unit) throws MalformedWireException {
        WireItem[] items = new WireItem[2];
        for (int i = 0; i < 2; i++) {
            Feed feed = Feed.silent(Instant.EPOCH);
            items[i] = new WireParser(new Limits(1 << 24, 1 << 24, 10)).parse(unit.repeat((i + 1) * 20_000), feed);
        }
        tagger.tag(items[0]);
        long once = time(items[0]);
        long twice = time(items[1]);
        assertThat(twice).isLessThan(6 * once + 500_000_000L);
    }

    private long time(WireItem item) {
        long begin = System.nanoTime();
        tagger.tag(item);
        return System.nanoTime() - begin;
    }
}
