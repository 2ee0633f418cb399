package org.wirestream.wire;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirestream.wire.Paragraph.Kind;

/** Wire texts and the headline, its markers and signals, and the part that each line plays. */
class HeadlineTest {
    private static final String STORY = "\n新华社开罗5月7日电（记者林远舟）会议7日举行。\n第二段说明了有关情况。";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // first line | headline | markers | signals
                "两国签署文件|两国签署文件|-|-",
                "两国签署文件！|两国签署文件！|-|-",
                "部长：合作前景广阔 各方期待落实|部长：合作前景广阔 各方期待落实|-|-",
                "（国际）两国签署文件|两国签署文件|国际|-",
                "（财经·行情）铜价收涨|铜价收涨|财经·行情|-",
                "(体育)(5)北方队夺冠|北方队夺冠|体育 5|-",
                "【快讯】两国签署文件|两国签署文件|快讯|FLASH",
                "（更正）两国签署文件|两国签署文件|更正|CORRECTION",
                "更正：两国签署文件|两国签署文件|更正|CORRECTION",
                "两国签署文件（更正）|两国签署文件|更正|CORRECTION",
                "（国际·更正）两国签署文件|两国签署文件|国际·更正|CORRECTION",
                "撤稿：两国签署文件|两国签署文件|撤稿|WITHDRAWAL",
                "稿件撤销：两国签署文件|两国签署文件|稿件撤销|WITHDRAWAL",
                "（国际）综述：多国加强防灾|多国加强防灾|国际 综述|ROUNDUP",
                "国际综述：多国加强防灾|多国加强防灾|国际综述|ROUNDUP",
                "背景资料：世界海洋日|世界海洋日|背景资料|BACKGROUNDER",
                "通讯：山村的新邮路|山村的新邮路|通讯|FEATURE",
                "专访：合作前景广阔|合作前景广阔|专访|FEATURE",
                "稿件预告：今日重点|今日重点|稿件预告|ADVISORY",
                "08版 - 工业经济回升|工业经济回升|08版|-",
                "第12版：工业经济回升|工业经济回升|第12版|-",
                "两国关于合作的联合声明（全文）|两国关于合作的联合声明|全文|-",
                // A story about a correction, a flash or a withdrawal is none.
                "报社就更正声明致歉|报社就更正声明致歉|-|-",
                "期刊撤稿数量上升|期刊撤稿数量上升|-|-",
                "外媒分析：油价将上涨|外媒分析：油价将上涨|-|-",
                "难民署：洪灾造成损失|难民署：洪灾造成损失|-|-",
            })
    void shouldPartTheHeadlineFromItsMarkers(String line, String headline, String markers, String signals) {
        WireItem item = Wires.parse(line + STORY);
        Headline read = requireNonNull(item.headline());
        assertThat(read.text()).isEqualTo(headline);
        assertThat(read.markers()).containsExactly(markers == null ? new String[0] : markers.split(" "));
        assertThat(item.signals())
                .containsExactlyInAnyOrderElementsOf(
                        signals == null
                                ? List.of()
                                : Arrays.stream(signals.split(" "))
                                        .map(Signal::valueOf)
                                        .toList());
        assertThat(item.paragraphs()).extracting(Paragraph::kind).containsExactly(Kind.HEADLINE, Kind.BODY, Kind.BODY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "新闻分析丨警报解除了吗？",
                "新闻分析｜警报解除了吗？",
                "新闻分析│警报解除了吗？",
            })
    void shouldReadAMarkerBeforeABar(String line) {
        WireItem item = Wires.parse(line + STORY);
        assertThat(item.headlineText()).contains("警报解除了吗？");
        assertThat(item.signals()).containsExactly(Signal.ANALYSIS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "新华社快讯：东北海域发生6.1级地震。|东北海域发生6.1级地震|xinhua",
                "快讯！油价突破百元|油价突破百元|-",
                "快讯：油价突破百元。交易员说，这是首次。|油价突破百元|-",
            })
    void shouldReadAFlashThatIsOneLine(String line, String headline, String agency) {
        WireItem item = Wires.parse(line);
        assertThat(item.signals()).containsExactly(Signal.FLASH);
        assertThat(item.headlineText()).contains(headline);
        assertThat(item.agency() == null ? "-" : item.agency().id()).isEqualTo(agency);
        // It is all the news there is.
        assertThat(item.paragraphs().get(0).kind()).isEqualTo(Kind.BODY);
        assertThat(Wires.news(item.paragraphs().get(0))).startsWith(headline);
    }

    @Test
    void shouldTakeAMarkerFromALineOfItsOwn() {
        WireItem item = Wires.parse("新华社快讯\n某国总统宣布辞职" + STORY);
        assertThat(item.signals()).containsExactly(Signal.FLASH);
        assertThat(item.headline()).isEqualTo(new Headline("某国总统宣布辞职", List.of("新华社快讯"), 1));
    }

    @Test
    void shouldReadATitleInsideTheDateline() {
        WireItem item = Wires.parse("新华社贵阳5月7日电题：山村的新邮路\n新华社记者林远舟、实习生何一帆\n清晨六点，邮车出发。\n邮车走了很久。");
        assertThat(item.headline()).isEqualTo(new Headline("山村的新邮路", List.of(), 0));
        assertThat(item.byline()).containsExactly("林远舟", "何一帆");
        assertThat(item.paragraphs())
                .extracting(Paragraph::kind)
                .containsExactly(Kind.HEADLINE, Kind.BYLINE, Kind.BODY, Kind.BODY);
        assertThat(Wires.news(item.paragraphs().get(0))).isEqualTo("山村的新邮路");
    }

    @Test
    void shouldReadATitleRepeatedAfterTheDateline() {
        WireItem item = Wires.parse("综述丨多国加强防灾合作\n新华社曼谷5月7日电　综述丨多国加强防灾合作\n新华社记者林远舟\n多国近日加强合作。");
        assertThat(item.headlineText()).contains("多国加强防灾合作");
        assertThat(item.paragraphs())
                .extracting(Paragraph::kind)
                .containsExactly(Kind.HEADLINE, Kind.HEADLINE, Kind.BYLINE, Kind.BODY);
    }

    @Test
    void shouldKeepALeadThatRepeatsTheHeadlineAsNews() {
        WireItem item = Wires.parse("国际铜价7日下跌\n新华社伦敦5月7日电 国际铜价7日下跌。\n截至收盘，铜价下跌百分之一。");
        assertThat(item.paragraphs()).extracting(Paragraph::kind).containsExactly(Kind.HEADLINE, Kind.BODY, Kind.BODY);
    }

    @Test
    void shouldReadSubheadsUntilTheDateline() {
        WireItem item = Wires.parse("山村的新邮路\n——乡邮员的一天" + STORY);
        assertThat(item.headlineText()).contains("山村的新邮路");
        assertThat(item.paragraphs().get(1).kind()).isEqualTo(Kind.HEADLINE);
    }

    @Test
    void shouldReadAHeadlineWrappedOverLines() {
        WireItem item = Wires.parse("甲国和乙国关于加强合作的联合声明\n甲国和乙国\n关于加强合作的联合声明\n应邀请，总统对甲国进行访问。");
        assertThat(item.paragraphs())
                .extracting(Paragraph::kind)
                .containsExactly(Kind.HEADLINE, Kind.HEADLINE, Kind.HEADLINE, Kind.BODY);
    }

    @Test
    void shouldTakeAllForNewsWhenThereIsNoHead() {
        WireItem item = Wires.parse("一段没有任何头部的文字，以句号结束。\n又一段文字。");
        assertThat(item.headline()).isNull();
        assertThat(item.dateline()).isNull();
        assertThat(item.agency()).isNull();
        assertThat(item.paragraphs()).allMatch(paragraph -> paragraph.isBody() && paragraph.newsBegin() == 0);
    }

    @Test
    void shouldNotMakeTheOnlyLineAHeadline() {
        WireItem item = Wires.parse("两国签署文件");
        assertThat(item.headline()).isNull();
        assertThat(item.paragraphs().get(0).isBody()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "（完）",
                "(完)",
                "责任编辑：何一帆",
                "【责任编辑:何一帆】",
                "责编：何一帆 审核：林远舟",
                "人 民 网 版 权 所 有 ，未 经 书 面 授 权 禁 止 使 用",
                "Copyright © 2026 example. All Rights Reserved",
            })
    void shouldTellTheFoot(String line) {
        WireItem item = Wires.parse("两国签署文件" + STORY + "\n" + line);
        assertThat(item.paragraphs().get(3).kind()).isEqualTo(Kind.FOOTER);
        assertThat(item.paragraphs().get(2).kind()).isEqualTo(Kind.BODY);
    }

    @Test
    void shouldCountNonBlankLines() {
        WireItem item = Wires.parse("两国签署文件\r\n\r\n \u3000\u200B\r　　新华社开罗5月7日电 会议举行。\n");
        assertThat(item.paragraphs()).extracting(Paragraph::index).containsExactly(0, 1);
        assertThat(item.paragraphs()).extracting(Paragraph::text).containsExactly("两国签署文件", "　　新华社开罗5月7日电 会议举行。");
    }

    @Test
    void shouldReadTheHeadOfTheSeed() throws IOException {
        WireItem item = Wires.parse(Files.readString(Path.of("seeds/sco-astana-2017-communique.txt")));
        assertThat(item.headline()).isEqualTo(new Headline("上海合作组织成员国元首理事会会议新闻公报", List.of(), 1));
        assertThat(requireNonNull(item.dateline()).places()).containsExactly("阿斯塔纳");
        assertThat(item.time().date()).hasToString("2017-06-09");
        assertThat(item.time().source()).isEqualTo(ItemTime.Source.TEXT_DATE);
        assertThat(item.paragraphs().subList(0, 4))
                .extracting(Paragraph::kind)
                .containsExactly(Kind.DATELINE, Kind.HEADLINE, Kind.PLACE_DATE, Kind.BODY);
        assertThat(item.paragraphs().subList(3, item.paragraphs().size())).allMatch(Paragraph::isBody);
    }

    @Test
    void shouldPutAHeadlineGivenApartFirst() throws MalformedWireException {
        WireParser parser = new WireParser(Limits.DEFAULT);
        WireItem item = parser.parse("两国签署文件。", "新华社开罗5月7日电 会议举行。", Wires.FEED);
        assertThat(item.headlineText()).contains("两国签署文件。");
        assertThat(item.paragraphs()).extracting(Paragraph::kind).containsExactly(Kind.HEADLINE, Kind.BODY);
        WireItem same = parser.parse("两国签署文件", "　两国签署文件\n新华社开罗5月7日电 会议举行。", Wires.FEED);
        assertThat(same.paragraphs()).hasSize(2);
        WireItem none = parser.parse(" ", "新华社开罗5月7日电 会议举行。", Wires.FEED);
        assertThat(none.headline()).isNull();
    }

    @Test
    void shouldTellTraditionalScript() {
        assertThat(Wires.parse("總統府昨天說，將檢討國際經濟政策。").language()).isEqualTo("zh-Hant");
        assertThat(Wires.parse("著名作家于里面发言，后来离开。").language()).isEqualTo("zh-Hans");
        assertThat(Wires.parse("展览展出“國寶”等文物，吸引了很多观众，专家说这说明传统艺术受欢迎。").language()).isEqualTo("zh-Hans");
    }
}
