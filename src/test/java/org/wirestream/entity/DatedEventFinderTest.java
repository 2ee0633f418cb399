package org.wirestream.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.document.DatedEvent;

class DatedEventFinderTest {
    private static final Map<String, String> SEED_DATES = Map.ofEntries(
            Map.entry("2016年11月2日至3日", "2016-11-02/2016-11-03"),
            Map.entry("2017年4月20日至21日", "2017-04-20/2017-04-21"),
            Map.entry("2016年8月至2017年6月", "2016-08/2017-06"),
            Map.entry("2016年9月13日", "2016-09-13"),
            Map.entry("2017年3月30日", "2017-03-30"),
            Map.entry("2016年11月29日至30日", "2016-11-29/2016-11-30"),
            Map.entry("2016年9月21日至22日", "2016-09-21/2016-09-22"),
            Map.entry("2017年4月5日至6日", "2017-04-05/2017-04-06"),
            Map.entry("2016年9月29日至30日", "2016-09-29/2016-09-30"),
            Map.entry("2016年10月20日", "2016-10-20"),
            Map.entry("2016年10月28日", "2016-10-28"),
            Map.entry("2017年6月2日", "2017-06-02"),
            Map.entry("2017年6月7日", "2017-06-07"),
            Map.entry("2016年10月12日", "2016-10-12"),
            Map.entry("2016年9月4日", "2016-09-04"),
            Map.entry("2017年4月14日", "2017-04-14"),
            Map.entry("2016年9月5日至12日", "2016-09-05/2016-09-12"),
            Map.entry("2016年9月20日", "2016-09-20"),
            Map.entry("2016年10月19日", "2016-10-19"),
            Map.entry("2016年6月8日", "2016-06-08"),
            Map.entry("2016年9月25日至11月1日", "2016-09-25/2016-11-01"),
            Map.entry("2016年6月7日", "2016-06-07"),
            Map.entry("2017年6月8日", "2017-06-08"),
            Map.entry("2017年5月11日至12日", "2017-05-11/2017-05-12"),
            Map.entry("2017年4月25日至27日", "2017-04-25/2017-04-27"),
            Map.entry("2017年6月7日至11日", "2017-06-07/2017-06-11"),
            Map.entry("2017年6月6日", "2017-06-06"),
            Map.entry("2017年6月8日至9日", "2017-06-08/2017-06-09"),
            Map.entry("2017年5月14日至15日", "2017-05-14/2017-05-15"),
            Map.entry("2017年6月10日至9月10日", "2017-06-10/2017-09-10"),
            Map.entry("2017年1月29日至2月8日", "2017-01-29/2017-02-08"),
            Map.entry("2018年6月", "2018-06"),
            Map.entry("2016年", "2016"));

    private final DatedEventFinder finder = new DatedEventFinder();

    /** Events as {@code name|when|where}, separated by semicolons. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                // Date and place in parentheses
                "举行了卫生部长会议({2019年5月8日=2019-05-08},大连)→卫生部长会议|2019-05-08|大连",
                "旅游论坛（{5月8日=2019-05-08}，大连；{6月1日=2019-06-01}，三亚）→旅游论坛|2019-05-08|大连;旅游论坛|2019-06-01|三亚",
                "与会者高度评价旅游论坛（{5月8日=2019-05-08}）成果→旅游论坛|2019-05-08|",
                "环保会议（大连，{2019年5月8日=2019-05-08}）→环保会议|2019-05-08|大连",
                "首脑（总理）会议（{5月8日=2019-05-08}，大连）、财长会议（{5月9日=2019-05-09}，三亚）以及第三届青年节（{5月10日=2019-05-10}，大连、三亚）"
                        + "→首脑（总理）会议|2019-05-08|大连;财长会议|2019-05-09|三亚;第三届青年节|2019-05-10|大连、三亚",
                "{“友谊-2019”联合演习=event}（{5月8日=2019-05-08}，大连）→“友谊-2019”联合演习|2019-05-08|大连",
                // Name, date, place, verb
                "第三届旅游论坛{8日=2019-05-08}在{大连=loc}开幕→第三届旅游论坛|2019-05-08|大连",
                "第三届旅游论坛将于{5月8日=2019-05-08}至下旬在{大连=loc}举行→",
                "第三届旅游论坛将于{5月8日=2019-05-08}在{大连=loc}举行→第三届旅游论坛|2019-05-08|大连",
                "为期三天的旅游论坛{8日=2019-05-08}上午在{大连=loc}国际会议中心隆重开幕→旅游论坛|2019-05-08|大连国际会议中心",
                "下次理事会会议于{2020年=2020}在{大连=loc}召开→下次理事会会议|2020|大连",
                "旅游论坛在{大连=loc}于{5月8日=2019-05-08}举行→旅游论坛|2019-05-08|大连",
                // Date first
                "{5月8日=2019-05-08}，第三届旅游论坛在{大连=loc}举行→第三届旅游论坛|2019-05-08|大连",
                "{5月8日=2019-05-08}，由协会主办的旅游论坛在{大连=loc}举行→旅游论坛|2019-05-08|大连",
                // Verb first
                "高度评价{5月8日=2019-05-08}在{大连=loc}召开的成员国首脑（总理）理事会会议成果→成员国首脑（总理）理事会会议|2019-05-08|大连",
                "{8日=2019-05-08}在{大连=loc}举行的“绿色”国际高峰论坛成果丰硕→“绿色”国际高峰论坛|2019-05-08|大连",
                "协会{8日=2019-05-08}在{大连=loc}举办首届{绿色博览会=event}→绿色博览会|2019-05-08|大连",
            })
    void shouldFindEventsWithDates(String text, String events) {
        assertThat(describe(RelationFixture.of(text))).isEqualTo(events == null ? "" : events);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "《合作协定》（{2019年5月8日=2019-05-08}，大连）",
                "画家{王五=per}（{1950年=1950}，大连）",
                "旅游论坛（见附件）",
                "旅游论坛原定于{5月8日=2019-05-08}在{大连=loc}举行",
                "因此取消{5月8日=2019-05-08}在{大连=loc}举行的旅游论坛",
                "{8日=2019-05-08}在主管部门推动下举行磋商",
                "工厂{8日=2019-05-08}在{大连=loc}举行升旗",
            })
    void shouldNotTakeOtherThingsForEvents(String text) {
        assertThat(describe(RelationFixture.of(text))).isEmpty();
    }

    @Test
    void shouldNameTheEntityOfAMarkedEvent() {
        RelationFixture given = RelationFixture.of("{旅游论坛=event}({8日=2019-05-08},大连)、财长会({9日=2019-05-09},大连)");
        assertThat(finder.find(given.item(), given.mentions(), given.dates()))
                .extracting(DatedEvent::entity)
                .containsExactly("event:旅游论坛");
    }

    @Test
    void shouldFindEveryMeetingOfTheSeed() {
        RelationFixture seed = RelationFixture.seed(Map.of("上合组织", "org"), SEED_DATES);
        List<DatedEvent> events = finder.find(seed.item(), seed.mentions(), seed.dates());
        assertThat(describe(seed, events, 45).split(";", -1))
                .containsExactly(
                        "成员国政府首脑(总理)理事会会议|2016-11-02/2016-11-03|比什凯克",
                        "外交部长理事会会议|2017-04-20/2017-04-21|阿斯塔纳",
                        "国家协调员理事会会议|2016-08/2017-06|阿斯塔纳、北京、比什凯克",
                        "地区反恐怖机构理事会会议|2016-09-13|阿拉木图",
                        "地区反恐怖机构理事会会议|2017-03-30|塔什干",
                        "总检察长会议|2016-11-29/2016-11-30|三亚",
                        "最高法院院长会议|2016-09-21/2016-09-22|杜尚别",
                        "安全会议秘书会议|2017-04-05/2017-04-06|阿斯塔纳",
                        "财长和央行行长会晤|2016-09-29/2016-09-30|比什凯克",
                        "教育部长会议|2016-10-20|杜尚别",
                        "司法部长会议|2016-10-28|阿拉木图",
                        "文化部长会议|2017-06-02|阿斯塔纳",
                        "国防部长会议|2017-06-07|阿斯塔纳",
                        "经贸部长会议|2016-10-12|比什凯克",
                        "科技部长会议|2016-09-04|伊赛克湖州",
                        "禁毒部门领导人会议|2017-04-14|阿斯塔纳",
                        "“和平使命-2016”联合反恐演习|2016-09-05/2016-09-12|巴雷克奇",
                        "总参谋长(联合参谋部参谋长)会议|2016-09-20|乔蓬阿塔",
                        "“合作-2016”联合反恐演习|2016-10-19|杜尚别",
                        "边防部门领导人会议|2016-06-08|奇姆肯特",
                        "“团结-2016”边防联合行动|2016-09-25/2016-11-01|成员国边境地区",
                        "实业家委员会理事会会议|2016-06-07|阿斯塔纳",
                        "银行联合体理事会会议|2017-06-08|阿斯塔纳",
                        "银联体和实业家委员会联合商务论坛|2017-06-08|阿斯塔纳",
                        "上合组织论坛|2017-05-11/2017-05-12|塔什干",
                        "第十一届教育周|2017-04-25/2017-04-27|阿斯塔纳",
                        "上合组织青年论坛|2017-06-07/2017-06-11|阿斯塔纳",
                        "成员国领军学者研讨会|2017-06-06|阿斯塔纳");
    }

    @Test
    void shouldFindTheOtherEventsOfTheSeed() {
        RelationFixture seed = RelationFixture.seed(
                Map.of("阿斯塔纳", "loc", "比什凯克", "loc", "北京", "loc", "中华人民共和国", "country:CN"), SEED_DATES);
        List<DatedEvent> events = finder.find(seed.item(), seed.mentions(), seed.dates());
        assertThat(describe(seed, events, 3)).isEqualTo("成员国元首理事会会议|2017-06-08/2017-06-09|阿斯塔纳");
        assertThat(describe(seed, events, 34)).isEqualTo("上合组织成员国政府首脑(总理)理事会会议|2016-11-02/2016-11-03|比什凯克");
        assertThat(describe(seed, events, 35)).isEqualTo("“一带一路”国际合作高峰论坛|2017-05-14/2017-05-15|北京");
        assertThat(describe(seed, events, 46)).isEqualTo("司法部长会议|2016-10-28|阿拉木图");
        assertThat(describe(seed, events, 47)).isEqualTo("2017年阿斯塔纳专项世博会|2017-06-10/2017-09-10|阿斯塔纳");
        assertThat(describe(seed, events, 48)).isEqualTo("第二十八届世界大学生冬季运动会|2017-01-29/2017-02-08|阿拉木图");
        assertThat(describe(seed, events, 50)).isEqualTo("上合组织成员国元首理事会下次会议|2018-06|中华人民共和国");
    }

    private String describe(RelationFixture given) {
        return describe(given, finder.find(given.item(), given.mentions(), given.dates()), 0);
    }

    private static String describe(RelationFixture given, List<DatedEvent> events, int paragraph) {
        return events.stream()
                .filter(e -> e.paragraph() == paragraph)
                .peek(e -> assertThat(given.text(paragraph, e.begin(), e.end())).isEqualTo(e.name()))
                .map(e -> e.name() + "|" + e.when() + "|" + (e.where() == null ? "" : e.where()))
                .collect(Collectors.joining(";"));
    }
}
