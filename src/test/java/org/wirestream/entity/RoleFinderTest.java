package org.wirestream.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.document.Role;
import org.wirestream.wire.Paragraph;

class RoleFinderTest {
    private final RoleFinder finder = new RoleFinder();

    /** Roles as {@code name/office[@country][@organisation]}, separated by spaces. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Before the name
                "{法国=country:FR}总统{王五=per}抵达|王五/总统@country:FR",
                "{法国=country:FR}前总统{王五=per}抵达|王五/前总统@country:FR",
                "前{法国=country:FR}总统{王五=per}抵达|王五/前法国总统@country:FR",
                "目前{法国=country:FR}总统{王五=per}抵达|王五/总统@country:FR",
                "日前总统{王五=per}抵达|王五/总统",
                "{美国=country:US}第45任总统{王五=per}|王五/第45任总统@country:US",
                "国家主席{王五=per}会见来宾|王五/国家主席",
                "{欧盟=org}委员会主席{王五=per}|王五/委员会主席@org:欧盟",
                "{欧盟委员会=org}主席{王五=per}|王五/主席@org:欧盟委员会",
                "外交部发言人{王五=per}说|王五/外交部发言人",
                "{中国外交部=org}副发言人{王五=per}说|王五/副发言人@org:中国外交部",
                "{美国=country:US}{佛罗里达州=loc}州长{王五=per}|王五/州长@country:US",
                "{中国=country:CN}驻{法国=country:FR}大使{王五=per}|王五/驻法国大使@country:CN",
                "{中国=country:CN}常驻{联合国=org}代表{王五=per}|王五/常驻联合国代表@country:CN",
                "{某某大学=org}经济系教授{王五=per}|王五/经济系教授@org:某某大学",
                "{地区机构=org}（以下简称“机构”）执行委员会主任{王五=per}|王五/执行委员会主任@org:地区机构",
                "代表团团长{法国=country:FR}总统{王五=per}|王五/代表团团长 王五/总统@country:FR",
                // Several offices
                "{协会=org}主席兼执行秘书{王五=per}|王五/主席@org:协会 王五/执行秘书@org:协会",
                "{中国=country:CN}国务委员兼外交部长{王五=per}|王五/国务委员@country:CN 王五/外交部长@country:CN",
                "{中共中央=org}总书记、国家主席、{中央军委=org}主席{王五=per}" + "|王五/总书记@org:中共中央 王五/国家主席 王五/主席@org:中央军委",
                // Lists
                "外长{王五=per}、{赵六=per}和{孙七=per}|王五/外长 赵六/外长 孙七/外长",
                "专家{王五=per}和{赵六=per}|王五/专家 赵六/专家",
                "{法国=country:FR}总统{王五=per}和{赵六=per}|王五/总统@country:FR",
                "{中国=country:CN}副总理{王五=per}和{赵六=per}会谈|王五/副总理@country:CN",
                "{法国=country:FR}、{德国=country:DE}外长{王五=per}、{赵六=per}" + "|王五/外长@country:FR 赵六/外长@country:DE",
                "{法=country:FR}{德=country:DE}两国外长{王五=per}和{赵六=per}|王五/外长@country:FR 赵六/外长@country:DE",
                // After the name
                "{王五=per}秘书长出席|王五/秘书长",
                "{王五=per}副主席和{赵六=per}总理|王五/副主席 赵六/总理",
                "{王五=per}当选{法国=country:FR}总统|王五/总统@country:FR",
                "{王五=per}出任外交部发言人|王五/外交部发言人",
                "任命{王五=per}为{央行=org}副行长|王五/副行长@org:央行",
            })
    void shouldGiveOfficesToPeople(String text, String roles) {
        assertThat(describe(RelationFixture.of(text))).isEqualTo(roles);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{王五=per}代表{法国=country:FR}签字",
                "{王五=per}主席团成员名单",
                "发文，代表{王五=per}宣布启动",
                "{法国=country:FR}主席国{王五=per}",
                "{王五=per}任内通过法案",
                "会议通过决议。{王五=per}离开",
                "{法国=country:FR}总统府前{王五=per}挥手",
            })
    void shouldNotTakeOtherWordsForOffices(String text) {
        assertThat(describe(RelationFixture.of(text))).isEmpty();
    }

    @Test
    void shouldGiveAnOfficeToTheNameThatFollowsIt() {
        assertThat(describe(RelationFixture.of("{王五=per}总统特使{赵六=per}抵达"))).isEqualTo("赵六/总统特使");
    }

    @Test
    void shouldPointAtTheOfficeInTheSource() {
        RelationFixture given = RelationFixture.of("６月，{上合组织=org}\u200B秘书长{王五=per}(右)致辞");
        Role role = finder.find(given.item(), given.mentions()).get(0);
        assertThat(given.text(0, role.begin(), role.end())).isEqualTo("秘书长").isEqualTo(role.office());
    }

    @Test
    void shouldNotReadTheDateline() {
        String head = "本报记者王五";
        RelationFixture marked = RelationFixture.of("本报记者{王五=per}报道");
        Paragraph paragraph = RelationFixture.paragraph(0, Paragraph.Kind.BODY, head + "报道", head.length());
        assertThat(finder.find(RelationFixture.item(List.of(paragraph)), marked.mentions()))
                .isEmpty();
    }

    @Test
    void shouldFindEveryRoleOfTheSeed() {
        Map<String, String> names = new HashMap<>();
        for (String person : List.of(
                "纳扎尔巴耶夫", "习近平", "阿坦巴耶夫", "普京", "拉赫蒙", "米尔济约耶夫", "阿利莫夫", "瑟索耶夫", "加尼", "卢卡申科", "莫迪", "额勒贝格道尔吉", "谢里夫",
                "扎里夫", "古特雷斯", "列别杰夫", "然库利耶夫", "黎良明", "宫建伟")) {
            names.put(person, "per");
        }
        for (String organisation :
                List.of("上合组织", "上合组织地区反恐怖机构", "联合国", "独联体", "集体安全条约组织", "东南亚国家联盟", "亚洲相互协作与信任措施会议秘书处")) {
            names.put(organisation, "org");
        }
        names.putAll(Map.of(
                "哈萨克斯坦共和国", "country:KZ",
                "中华人民共和国", "country:CN",
                "吉尔吉斯共和国", "country:KG",
                "俄罗斯联邦", "country:RU",
                "塔吉克斯坦共和国", "country:TJ",
                "乌兹别克斯坦共和国", "country:UZ",
                "阿富汗伊斯兰共和国", "country:AF",
                "白俄罗斯共和国", "country:BY",
                "印度共和国", "country:IN"));
        names.putAll(Map.of("蒙古国", "country:MN", "巴基斯坦伊斯兰共和国", "country:PK", "伊朗伊斯兰共和国", "country:IR"));
        RelationFixture seed = RelationFixture.seed(names, Map.of());
        List<Role> roles = finder.find(seed.item(), seed.mentions());
        assertThat(describe(roles, 3))
                .isEqualTo("纳扎尔巴耶夫/总统@country:KZ 习近平/主席@country:CN 阿坦巴耶夫/总统@country:KG 普京/总统@country:RU"
                        + " 拉赫蒙/总统@country:TJ 米尔济约耶夫/总统@country:UZ");
        assertThat(describe(roles, 5)).isEqualTo("阿利莫夫/秘书长@org:上合组织 瑟索耶夫/执行委员会主任@org:上合组织地区反恐怖机构");
        assertThat(describe(roles, 6))
                .isEqualTo("加尼/代表团团长 加尼/总统@country:AF 卢卡申科/总统@country:BY 莫迪/总理@country:IN"
                        + " 额勒贝格道尔吉/总统@country:MN 谢里夫/总理@country:PK 扎里夫/外长@country:IR");
        assertThat(describe(roles, 7))
                .isEqualTo("古特雷斯/秘书长@org:联合国 列别杰夫/执行委员会主席@org:独联体 列别杰夫/执行秘书@org:独联体"
                        + " 然库利耶夫/副秘书长@org:集体安全条约组织 黎良明/秘书长@org:东南亚国家联盟"
                        + " 宫建伟/执行主任@org:亚洲相互协作与信任措施会议秘书处");
    }

    private String describe(RelationFixture given) {
        List<Role> roles = finder.find(given.item(), given.mentions());
        assertThat(roles)
                .allSatisfy(r -> assertThat(given.text(r.paragraph(), r.begin(), r.end()))
                        .isEqualTo(r.office()));
        return describe(roles, 0);
    }

    private static String describe(List<Role> roles, int paragraph) {
        return roles.stream()
                .filter(r -> r.paragraph() == paragraph)
                .map(r -> r.person().replace("per:", "") + "/" + r.office()
                        + (r.country() == null ? "" : "@" + r.country())
                        + (r.organisation() == null ? "" : "@" + r.organisation()))
                .collect(Collectors.joining(" "));
    }
}
