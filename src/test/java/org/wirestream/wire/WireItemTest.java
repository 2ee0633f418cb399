package org.wirestream.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.wire.MalformedWireException.Reason;
import org.wirestream.wire.Paragraph.Kind;

class WireItemTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Feed RECEIVED = Feed.silent(Instant.parse("2026-03-02T04:00:00Z"));

    private final WireParser parser = new WireParser(Limits.DEFAULT);

    private WireItem parse(String text) throws MalformedWireException {
        return parser.parse(text, RECEIVED);
    }

    private static List<String> spans(WireItem item) {
        return item.spans().stream()
                .map(s -> s.kind() + " "
                        + item.paragraphs().get(s.paragraph()).text().substring(s.begin(), s.end()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "新华社里斯本2月28日电（记者林晓 高远）葡萄牙政府说|xinhua|里斯本|2026-02-28|林晓,高远|葡萄牙政府说",
                "新华社里斯本2月28日电 葡萄牙政府说|xinhua|里斯本|2026-02-28|-|葡萄牙政府说",
                "新华社里斯本2月28日电葡萄牙政府说|xinhua|里斯本|2026-02-28|-|葡萄牙政府说",
                "新华社里斯本2月28日电(记者林晓)葡萄牙政府说|xinhua|里斯本|2026-02-28|林晓|葡萄牙政府说",
                "新华社里斯本２月２８日电（记者林晓　高远）葡萄牙政府说|xinhua|里斯本|2026-02-28|林晓,高远|葡萄牙政府说",
                "新华社北京/上海3月1日电（记者林晓、高远、周一鸣）各地发布|xinhua|北京,上海|2026-03-01|林晓,高远,周一鸣|各地发布",
                "新华社福州3月1日体育专电（记者林晓）决赛打响|xinhua|福州|2026-03-01|林晓|决赛打响",
                "新华社东京3月1日新媒体专电 据报道|xinhua|东京|2026-03-01|-|据报道",
                "新华社“雪龙”号/南极长城站1月28日电（记者林晓）考察队抵达|xinhua|“雪龙”号,南极长城站|2026-01-28|林晓|考察队抵达",
                "新华社联合国3月1日电（记者林晓）安理会开会|xinhua|联合国|2026-03-01|林晓|安理会开会",
                "新华社华盛顿12月31日电（记者林晓）跨年消息|xinhua|华盛顿|2025-12-31|林晓|跨年消息",
                "中新网3月1日电 气象部门发布预警|chinanews|-|2026-03-01|-|气象部门发布预警",
                "中新社香港3月1日电 (记者 林晓)香港特区政府|cns|香港|2026-03-01|林晓|香港特区政府",
                "本报北京2月27日电  （记者林晓）国务院日前|-|北京|2026-02-27|林晓|国务院日前",
                "本报讯（记者林晓）市民反映|-|-|-|林晓|市民反映",
                "央视网消息（新闻联播）：今天上午|cctv|-|-|-|今天上午",
                "新华社阿斯塔纳二〇一七年六月九日电 公报|xinhua|阿斯塔纳|2017-06-09|-|公报",
                "（中央社记者林晓台北27日电）行政部门表示|cna|-|2026-02-27|-|行政部门表示",
                "法新社巴黎3月1日电 法国总统说|afp|巴黎|2026-03-01|-|法国总统说",
            })
    void shouldReadDatelines(String line, String agency, String places, String date, String byline, String news)
            throws MalformedWireException {
        WireItem item = parse("一个标题\n" + line + "今天的内容如下。\n第二段正文在这里结束。");

        assertThat(item.agency() == null ? null : item.agency().id()).isEqualTo(agency);
        Dateline dateline = item.dateline();
        assertThat(dateline).isNotNull();
        if (agency == null || !agency.equals("cna")) {
            assertThat(dateline.places()).isEqualTo(places == null ? List.of() : List.of(places.split(",")));
            assertThat(item.byline()).isEqualTo(byline == null ? List.of() : List.of(byline.split(",")));
        }
        assertThat(dateline.date()).isEqualTo(date == null ? null : LocalDate.parse(date));
        Paragraph paragraph = item.paragraphs().get(1);
        assertThat(paragraph.text().substring(paragraph.newsBegin())).startsWith(news);
        assertThat(item.headlineText()).contains("一个标题");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "警方2日说，会议将于6月9日在电视台举行。",
                "他在电话里说新华社是一家通讯社。",
                "记者从该市1月2日电力部门获悉。",
            })
    void shouldFindNoDatelineInOrdinaryText(String text) throws MalformedWireException {
        assertThat(parse(text + "\n第二段。").dateline()).isNull();
    }

    @Test
    void shouldFindADatelineAfterALead() throws MalformedWireException {
        WireItem item = parse("海港大桥建成通车\n图为大桥全景。新华社发（张三摄）\n新华社宁波3月1日电（记者林晓）海港大桥1日通车。\n全长12公里。");
        assertThat(item.dateline().paragraph()).isEqualTo(2);
        assertThat(spans(item)).contains("PLACE 宁波", "REPORTER 林晓");
    }

    @Test
    void shouldTellStackedPlacesApart() throws MalformedWireException {
        assertThat(spans(parse("标题\n新华社广东汕头3月1日电（记者林晓）正文。\n第二段。")))
                .containsExactly("AGENCY 新华社", "PLACE 广东", "PLACE 汕头", "DATE 3月1日", "REPORTER 林晓");
        assertThat(spans(parse("标题\n新华社美国休斯敦3月1日电 正文。\n第二段。")))
                .containsExactly("AGENCY 新华社", "PLACE 美国", "PLACE 休斯敦", "DATE 3月1日");
    }

    @Test
    void shouldReadTheSeed() throws IOException, MalformedWireException {
        WireItem item = parser.parse(Files.readAllBytes(Path.of("seeds/sco-astana-2017-communique.txt")), RECEIVED);

        assertThat(item.paragraphs()).hasSize(51);
        assertThat(item.paragraphs().subList(0, 4))
                .extracting(Paragraph::kind)
                .containsExactly(Kind.DATELINE, Kind.HEADLINE, Kind.PLACE_DATE, Kind.BODY);
        assertThat(item.time().date()).isEqualTo("2017-06-09");
        assertThat(item.time().source()).isEqualTo(ItemTime.Source.TEXT_DATE);
        assertThat(item.headlineText()).contains("上海合作组织成员国元首理事会会议新闻公报");
        assertThat(item.id()).matches("urn:wire:xinhua:2017-06-09:[0-9a-f]{16}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "（国际）综述：各国应对热浪|各国应对热浪|国际;综述|ROUNDUP",
                "新闻分析丨油价为何上涨|油价为何上涨|新闻分析|ANALYSIS",
                "（财经·行情）16日国债期货收涨|16日国债期货收涨|财经·行情|",
                "更正：某地发生3.1级地震|某地发生3.1级地震|更正|CORRECTION",
                "撤稿：某地发生3.1级地震|某地发生3.1级地震|撤稿|WITHDRAWAL",
                "关于更正考试时间的问答|关于更正考试时间的问答||",
            })
    void shouldTakeMarkersOffHeadlines(String line, String headline, String markers, String signals)
            throws MalformedWireException {
        WireItem item = parse(line + "\n新华社北京3月1日电 正文在这里。\n第二段。");

        assertThat(item.headlineText()).contains(headline);
        assertThat(item.headline().markers()).isEqualTo(markers == null ? List.of() : List.of(markers.split(";")));
        assertThat(item.signals()).extracting(Signal::name).isEqualTo(signals == null ? List.of() : List.of(signals));
        assertThat(item.status()).isEqualTo("WITHDRAWAL".equals(signals) ? PubStatus.CANCELED : PubStatus.USABLE);
    }

    @Test
    void shouldGiveAStoryItsCorrectionAndItsWithdrawalOneId() throws MalformedWireException {
        String body = "\n新华社北京3月1日电（记者林晓）某地1日发生3.1级地震。\n无人员伤亡。";
        String id = parse("（国内）某地发生3.1级地震" + body).id();

        assertThat(parse("更正：某地发生3.1级地震" + body).id()).isEqualTo(id);
        assertThat(parse("撤稿：某地发生3.1级地震" + body).id()).isEqualTo(id);
        assertThat(parse("某地 发生3.1级地震\r\n" + body.strip()).id()).isEqualTo(id);
        assertThat(parse("某地发生4.1级地震" + body).id()).isNotEqualTo(id);
    }

    @Test
    void shouldReadAFlash() throws MalformedWireException {
        WireItem item = parse("新华社快讯：国际油价跌破每桶60美元");
        assertThat(item.signals()).containsExactly(Signal.FLASH);
        assertThat(item.headlineText()).contains("国际油价跌破每桶60美元");
    }

    @Test
    void shouldReadLinesOfTheirOwnForDateAndReporters() throws MalformedWireException {
        WireItem item = parse("新闻分析：油价为何上涨\n2026年2月27日\n新华社记者林晓　高远\n国际油价近日上涨。\n（完）");
        assertThat(item.paragraphs())
                .extracting(Paragraph::kind)
                .containsExactly(Kind.HEADLINE, Kind.PLACE_DATE, Kind.BYLINE, Kind.BODY, Kind.FOOTER);
        assertThat(item.byline()).containsExactly("林晓", "高远");
        assertThat(item.time().date()).isEqualTo("2026-02-27");
    }

    @Test
    void shouldDecodeUtf8AndGb18030WithAnyLineEndsToTheSameContent() throws MalformedWireException {
        String text = "标题一则\n新华社北京3月1日电 正文在这里，共两句。\n\u3000\u3000第二段。";
        WireItem plain = parser.parse(text.getBytes(StandardCharsets.UTF_8), RECEIVED);
        for (byte[] other : List.of(
                text.getBytes(GB18030),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                text.replace("\n", "\n \u3000\n").getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))) {
            WireItem item = parser.parse(other, RECEIVED);
            assertThat(item.digest()).isEqualTo(plain.digest());
            assertThat(item.id()).isEqualTo(plain.id());
        }
        assertThat(plain.paragraphs().get(2).text()).isEqualTo("\u3000\u3000第二段。");
    }

    @Test
    void shouldTellTraditionalScript() throws MalformedWireException {
        WireItem item = parse("聯合國秘書長發表講話\n新華社紐約3月1日電（記者林曉）聯合國秘書長說。\n第二段內容。");
        assertThat(item.language()).isEqualTo("zh-Hant");
        assertThat(item.agency().id()).isEqualTo("xinhua");
        assertThat(spans(item)).contains("AGENCY 新華社", "PLACE 紐約", "REPORTER 林曉");
    }

    @Test
    void shouldBelieveTheFeedFirst() throws MalformedWireException {
        Feed feed = new Feed(
                "story 7",
                "3",
                ItemTime.of(LocalDate.of(2020, 5, 6), ItemTime.Source.FEED).value(),
                PubStatus.WITHHELD,
                RECEIVED.received());
        WireItem item = parser.parse("标题\n新华社北京3月1日电 正文。\n第二段。", feed);
        assertThat(item.id()).isEqualTo("urn:wire:key:story%207");
        assertThat(item.time().date()).isEqualTo("2020-05-06");
        assertThat(item.dateline().date()).isEqualTo("2020-03-01");
        assertThat(item.status()).isEqualTo(PubStatus.WITHHELD);
    }

    @Test
    void shouldRefuseWhatIsNoText() {
        byte[] broken = "新华社北京3月1日电".getBytes(StandardCharsets.UTF_8);
        broken[4] = (byte) 0xFF;
        assertRefused(new byte[0], Reason.EMPTY);
        assertRefused(" \u3000\n\u200B\n".getBytes(StandardCharsets.UTF_8), Reason.BLANK);
        assertRefused(broken, Reason.CHARSET);
        assertRefused("ÀÉÎÕÜ déjà vu".getBytes(StandardCharsets.ISO_8859_1), Reason.CHARSET);
        assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, Reason.BINARY);
        assertRefused("a\u0000b".getBytes(StandardCharsets.UTF_8), Reason.NUL_CHARACTER);
        assertRefused(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80, 'a'}, Reason.LONE_SURROGATE);
        assertRefused("字\n".repeat(3_000).getBytes(StandardCharsets.UTF_8), Reason.TOO_MANY_PARAGRAPHS);
        assertRefused("字".repeat(20_001).getBytes(StandardCharsets.UTF_8), Reason.PARAGRAPH_TOO_LONG);
        assertRefused("字".repeat(200_000).getBytes(StandardCharsets.UTF_8), Reason.TEXT_TOO_LARGE);
        assertThatThrownBy(() -> parse("a\uD800b"))
                .isInstanceOfSatisfying(
                        MalformedWireException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.LONE_SURROGATE));
    }

    private void assertRefused(byte[] value, Reason reason) {
        assertThatThrownBy(() -> parser.parse(value, RECEIVED))
                .isInstanceOfSatisfying(MalformedWireException.class, e -> {
                    assertThat(e.reason()).isEqualTo(reason);
                    assertThat(e.getMessage()).isNotBlank();
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldReadOrRefuseAnything(long seed) {
        Random random = new Random(seed);
        String alphabet = "新华社北京1月2日电（记者张三）：、。\n\r\u3000 “”《》()题讯消息中央社记者年0一十〇\uFEFF\u200Bab-/";
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(120);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                WireItem item = parse(text.toString());
                item.spans()
                        .forEach(s -> assertThat(s.end())
                                .isBetween(
                                        s.begin() + 1,
                                        item.paragraphs()
                                                .get(s.paragraph())
                                                .text()
                                                .length()));
                item.paragraphs()
                        .forEach(p ->
                                assertThat(p.newsBegin()).isBetween(0, p.text().length()));
            } catch (MalformedWireException e) {
                assertThat(e.reason()).isIn(Reason.BLANK, Reason.EMPTY);
            }
        }
    }
}
