package org.wirestream.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wire texts and the dateline, byline and beginning of the news that the parser reads from them. */
class DatelineTest {
    private static final String REST = "\n第二段。";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // text | agency | places | date | reporters | news
                "新华社塔什干5月7日电（记者林远舟）会议7日举行。|xinhua|塔什干|2026-05-07|林远舟|会议7日举行。",
                "新华社塔什干5月7日电 会议7日举行。|xinhua|塔什干|2026-05-07|-|会议7日举行。",
                "新华社塔什干5月7日电　会议7日举行。|xinhua|塔什干|2026-05-07|-|会议7日举行。",
                "新华社塔什干5月7日电会议7日举行。|xinhua|塔什干|2026-05-07|-|会议7日举行。",
                "新华社塔什干５月７日电(记者林远舟、何一帆)会议举行。|xinhua|塔什干|2026-05-07|林远舟 何一帆|会议举行。",
                "新华社塔什干五月七日电（林远舟　何一帆）会议举行。|xinhua|塔什干|2026-05-07|林远舟 何一帆|会议举行。",
                "新华社成都5月7日体育专电（记者林远舟 何一帆 马可）比赛结束。|xinhua|成都|2026-05-07|林远舟 何一帆 马可|比赛结束。",
                "新华社成都5月7日新媒体专电 展览开幕。|xinhua|成都|2026-05-07|-|展览开幕。",
                "新华社成都5月7日专电（记者 王 强 实习生 林远舟）展览开幕。|xinhua|成都|2026-05-07|王强 林远舟|展览开幕。",
                "新华社成都5月7日电（记者林远舟、通讯员何一帆摄影报道）开幕。|xinhua|成都|2026-05-07|林远舟|开幕。",
                "新华社成都5月7日电（国际观察）局势升温。|xinhua|成都|2026-05-07|-|（国际观察）局势升温。",
                "新华社北京/上海5月7日电 两地启动。|xinhua|北京,上海|2026-05-07|-|两地启动。",
                "新华社北京／上海5月7日电 两地启动。|xinhua|北京,上海|2026-05-07|-|两地启动。",
                "新华社湖南岳阳5月7日电 汛情平稳。|xinhua|湖南,岳阳|2026-05-07|-|汛情平稳。",
                "新华社四川省绵阳市5月7日电 列车开行。|xinhua|四川省,绵阳市|2026-05-07|-|列车开行。",
                "新华社内蒙古赤峰5月7日电 草原返青。|xinhua|内蒙古,赤峰|2026-05-07|-|草原返青。",
                "新华社埃及卢克索5月7日电 文物出土。|xinhua|埃及,卢克索|2026-05-07|-|文物出土。",
                "新华社印度尼西亚泗水5月7日电 船只获救。|xinhua|印度尼西亚,泗水|2026-05-07|-|船只获救。",
                "新华社巴西利亚5月7日电 议会表决。|xinhua|巴西利亚|2026-05-07|-|议会表决。",
                "新华社墨西哥城5月7日电 议会表决。|xinhua|墨西哥城|2026-05-07|-|议会表决。",
                "新华社科罗廖夫（莫斯科州）5月7日电 航天员返回。|xinhua|科罗廖夫,莫斯科州|2026-05-07|-|航天员返回。",
                "新华社“探索”号/南极中山站2月7日电 考察队作业。|xinhua|“探索”号,南极中山站|2026-02-07|-|考察队作业。",
                "新华社西昌卫星发射中心5月7日电 火箭升空。|xinhua|西昌卫星发射中心|2026-05-07|-|火箭升空。",
                "新华社联合国5月7日电（记者约翰·米勒 尚文）安理会开会。|xinhua|联合国|2026-05-07|约翰·米勒 尚文|安理会开会。",
                "新华社开罗2017年5月7日电 会议举行。|xinhua|开罗|2017-05-07|-|会议举行。",
                "新华社开罗二〇一七年五月七日电 会议举行。|xinhua|开罗|2017-05-07|-|会议举行。",
                "据新华社开罗5月7日电 会议举行。|xinhua|开罗|2026-05-07|-|会议举行。",
                "新华网开罗5月7日电(记者林远舟)会议举行。|xinhuanet|开罗|2026-05-07|林远舟|会议举行。",
                "中新网5月7日电 据外媒消息。|chinanews|-|2026-05-07|-|据外媒消息。",
                "中新社香港5月7日电 (何一帆 林远舟)香港股市上涨。|cns|香港|2026-05-07|何一帆 林远舟|香港股市上涨。",
                "人民网北京5月7日电 （记者林远舟）会议举行。|people-cn|北京|2026-05-07|林远舟|会议举行。",
                "财联社5月7日电，央行开展操作。|cls|-|2026-05-07|-|央行开展操作。",
                "本报北京5月7日电  （记者林远舟）会议举行。|-|北京|2026-05-07|林远舟|会议举行。",
                "本报讯（记者林远舟 通讯员何一帆）会议举行。|-|-|-|林远舟 何一帆|会议举行。",
                "本报讯 记者林远舟报道：会议举行。|-|-|-|林远舟|会议举行。",
                "本报讯 日前，会议举行。|-|-|-|-|日前，会议举行。",
                "本报柏林专电（记者林远舟）会议举行。|-|柏林|-|林远舟|会议举行。",
                "临江晚报讯（记者林远舟）会议举行。|-|-|-|林远舟|会议举行。",
                "央视网消息（新闻联播）：会议举行。|cctv|-|-|-|会议举行。",
                "央视新闻消息，会议举行。|cctv|-|-|-|会议举行。",
                "央视网消息：据新华社开罗5月7日电（记者林远舟）会议举行。|xinhua|开罗|2026-05-07|林远舟|会议举行。",
                "新华社首尔5月7日电（记者林远舟）韩联社消息：会议举行。|xinhua|首尔|2026-05-07|林远舟|会议举行。",
                "法新社巴黎5月7日电（记者皮埃尔·马丁）会议举行。|afp|巴黎|2026-05-07|皮埃尔·马丁|会议举行。",
                "【路透社伦敦5月7日电】会议举行。|reuters|伦敦|2026-05-07|-|会议举行。",
                "（新华社开罗5月7日电 记者林远舟）会议举行。|xinhua|开罗|2026-05-07|林远舟|会议举行。",
                "【环球时报驻日本特约记者 林远舟】会议举行。|global-times|-|-|林远舟|会议举行。",
                "【环球时报综合报道】会议举行。|global-times|-|-|-|会议举行。",
                "【快讯】中新社北京5月7日电 会议举行。|cns|北京|2026-05-07|-|会议举行。",
                "（中央社記者林遠舟台北27日電）會議今天舉行，討論經濟問題。|cna|台北|2026-02-27|林遠舟|會議今天舉行，討論經濟問題。",
                "（中央社華盛頓26日綜合外電報導）國會將開會。|cna|華盛頓|2026-02-26|-|國會將開會。",
                "【中央社╱台北16日電】國會將開會。|cna|台北|2026-03-16|-|國會將開會。",
                "〔記者林遠舟／台北報導〕國會將開會。|-|台北|-|林遠舟|國會將開會。",
                "〔編譯林遠舟／綜合報導〕國會將開會。|-|-|-|林遠舟|國會將開會。",
                "〔記者林遠舟台北報導〕國會將開會。|-|台北|-|林遠舟|國會將開會。",
                "【聯合報／記者林遠舟／高雄報導】國會將開會。|udn|高雄|-|林遠舟|國會將開會。",
                "記者林遠舟／紐約報導 國會將開會。|-|紐約|-|林遠舟|國會將開會。",
            })
    void shouldReadTheHeadOfALine(
            String text, String agency, String places, String date, String reporters, String news) {
        WireItem item = Wires.parse(text + REST);
        Dateline dateline = requireNonNull(item.dateline());
        assertThat(item.agency() == null ? null : item.agency().id()).isEqualTo(agency);
        assertThat(dateline.places()).containsExactly(places == null ? new String[0] : places.split(","));
        assertThat(dateline.date() == null ? null : dateline.date().toString()).isEqualTo(date);
        assertThat(item.byline()).startsWith(reporters == null ? new String[0] : reporters.split(" "));
        assertThat(Wires.news(item.paragraphs().get(0))).isEqualTo(news);
        assertThat(item.paragraphs().get(0).isBody()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "据路透社5月7日报道，公司将裁员。",
                "据新华社5月7日消息，公司将裁员。",
                "新华社记者5月7日在现场看到，水位下降。",
                "5月7日，列车驶出车站。",
                "本报记者获悉，列车驶出车站。",
                "社会各界5月7日电贺大会召开。",
                "某报5月7日刊文说，局势复杂。",
                "中国外交部5月7日电话答复记者。",
                "【评论】新华社对此作了说明。",
            })
    void shouldNotTakeASentenceForADateline(String text) {
        WireItem item = Wires.parse(text + REST);
        assertThat(item.dateline()).isNull();
        assertThat(item.byline()).isEmpty();
        assertThat(item.paragraphs().get(0).newsBegin()).isZero();
    }

    @Test
    void shouldMarkEveryPartWithItsOffsets() {
        String text = "新华社广东汕头５月７日电（记者林远舟、约翰·米勒）会议举行。";
        WireItem item = Wires.parse(text + REST);
        assertThat(Wires.spans(item, WireSpan.Kind.AGENCY)).containsExactly("新华社");
        assertThat(Wires.spans(item, WireSpan.Kind.PLACE)).containsExactly("广东", "汕头");
        assertThat(Wires.spans(item, WireSpan.Kind.DATE)).containsExactly("５月７日");
        assertThat(Wires.spans(item, WireSpan.Kind.REPORTER)).containsExactly("林远舟", "约翰·米勒");
        Dateline dateline = requireNonNull(item.dateline());
        assertThat(text.substring(dateline.begin(), dateline.end())).isEqualTo("新华社广东汕头５月７日电（记者林远舟、约翰·米勒）");
    }

    @Test
    void shouldTellAnOrganisationAndAVesselFromAPlace() {
        WireItem seat = Wires.parse("新华社联合国5月7日电 安理会开会。");
        assertThat(Wires.spans(seat, WireSpan.Kind.ORGANISATION)).containsExactly("联合国");
        assertThat(Wires.spans(seat, WireSpan.Kind.PLACE)).isEmpty();
        WireItem vessel = Wires.parse("新华社“探索”号5月7日电 考察队作业。");
        assertThat(requireNonNull(vessel.dateline()).places()).containsExactly("“探索”号");
        assertThat(Wires.spans(vessel, WireSpan.Kind.PLACE)).isEmpty();
    }

    @Test
    void shouldFindOffsetsBehindInvisibleCharacters() {
        WireItem item = Wires.parse("\u3000\u3000新\u200B华社开\u200B罗5月7日电（记者林\u200B远舟）会议。" + REST);
        assertThat(Wires.spans(item, WireSpan.Kind.AGENCY)).containsExactly("新\u200B华社");
        assertThat(Wires.spans(item, WireSpan.Kind.PLACE)).containsExactly("开\u200B罗");
        assertThat(item.byline()).containsExactly("林远舟");
        assertThat(Wires.news(item.paragraphs().get(0))).isEqualTo("会议。");
        assertThat(item.paragraphs().get(0).text()).startsWith("\u3000\u3000新");
    }

    @Test
    void shouldFindADatelineUnderALead() {
        WireItem item = Wires.parse("图为工人检修设备。这是今年第三次。\n这也是一段图片说明。\n新华社武汉5月7日电（记者林远舟）江水上涨。");
        Dateline dateline = requireNonNull(item.dateline());
        assertThat(dateline.paragraph()).isEqualTo(2);
        assertThat(item.headline()).isNull();
        assertThat(item.paragraphs()).allMatch(Paragraph::isBody);
    }

    @Test
    void shouldFindADatelineAfterALeadInTheSameLine() {
        String text = "5月7日，列车驶出车站。新华社发（何一帆 摄） 新华社武汉5月7日电（记者林远舟）江水上涨。";
        WireItem item = Wires.parse(text + REST);
        Dateline dateline = requireNonNull(item.dateline());
        assertThat(text.substring(dateline.begin(), dateline.end())).isEqualTo("新华社武汉5月7日电（记者林远舟）");
        assertThat(dateline.places()).containsExactly("武汉");
        // The lead is news as well.
        assertThat(item.paragraphs().get(0).newsBegin()).isZero();
    }

    @Test
    void shouldReadADatelineInBracketsAtTheEnd() {
        WireItem item = Wires.parse("港口恢复运营\n5月7日，货轮驶入港口，装卸作业有序进行。\n（新华社宁波5月8日电）");
        assertThat(requireNonNull(item.dateline()).places()).containsExactly("宁波");
        assertThat(item.time().date()).hasToString("2026-05-08");
        assertThat(item.paragraphs())
                .extracting(Paragraph::kind)
                .containsExactly(Paragraph.Kind.HEADLINE, Paragraph.Kind.BODY, Paragraph.Kind.DATELINE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "新华社记者林远舟　何一帆|林远舟,何一帆",
                "新华社记者林远舟、何一帆|林远舟,何一帆",
                "本报记者 林远舟 何一帆|林远舟,何一帆",
                "□ 本报记者 林远舟|林远舟",
                "（新华社记者林远舟）|林远舟",
                "本报驻美国记者  林远舟|林远舟",
                "记者 林远舟 通讯员 何一帆|林远舟,何一帆",
                "新华社记者穆罕默德·阿里 林远舟|穆罕默德·阿里,林远舟",
            })
    void shouldReadABylineOfItsOwnLine(String line, String names) {
        WireItem item = Wires.parse("山村的新邮路\n新华社贵阳5月7日电 题：山村的新邮路\n" + line + "\n清晨六点，邮车出发了。");
        assertThat(item.byline()).containsExactly(names.split(","));
        assertThat(item.paragraphs().get(2).kind()).isEqualTo(Paragraph.Kind.BYLINE);
        assertThat(Wires.news(item.paragraphs().get(2))).isEmpty();
        assertThat(Wires.spans(item, WireSpan.Kind.REPORTER)).containsExactly(names.split(","));
    }

    @ParameterizedTest
    @ValueSource(strings = {"记者手记", "记者观察与思考", "记者从现场获悉。", "编辑部的故事", "新华社记者在现场看到，水位下降"})
    void shouldNotTakeASectionHeadOrASentenceForAByline(String line) {
        WireItem item = Wires.parse("山村的新邮路\n新华社贵阳5月7日电 清晨，邮车出发。\n" + line + "\n邮车走了很久。");
        assertThat(item.byline()).isEmpty();
        assertThat(item.paragraphs().get(2).kind()).isEqualTo(Paragraph.Kind.BODY);
    }

    @Test
    void shouldKeepAPhotographerOutOfTheByline() {
        WireItem item = Wires.parse("山村的新邮路\n新华社贵阳5月7日电（记者林远舟）清晨，邮车出发。\n新华社记者 何一帆 摄\n邮车走了很久。");
        assertThat(item.byline()).containsExactly("林远舟");
        assertThat(Wires.spans(item, WireSpan.Kind.REPORTER)).containsExactly("林远舟", "何一帆");
    }
}
