package org.wirestream.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.document.Statement;
import org.wirestream.wire.Paragraph;

class StatementFinderTest {
    private final StatementFinder finder = new StatementFinder();

    /** Statements as {@code holder[=entity]/verb/words}, direct ones with the words in brackets, separated by semicolons. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                // Reported
                "元首们强调,扩员具有历史意义。会议结束。→元首们/强调/扩员具有历史意义",
                "双方一致认为，应加强合作，扩大贸易。→双方/认为/应加强合作，扩大贸易",
                "成员国支持双边合作，认为对话是唯一选择。→成员国/支持/双边合作;成员国/认为/对话是唯一选择",
                "{王五=per}强调，中国坚持开放，支持对话，反对对抗。→王五=per:王五/强调/中国坚持开放，支持对话，反对对抗",
                "{法国=country:FR}总统{王五=per}8日说，谈判将继续。→王五=per:王五/说/谈判将继续",
                "{王五=per}主席指出，时间紧迫。→王五=per:王五/指出/时间紧迫",
                "{王五=per}会见{赵六=per}时强调，合作前景广阔。→王五=per:王五/强调/合作前景广阔",
                "{王五=per}在回答记者提问时表示，合作前景广阔。→王五=per:王五/表示/合作前景广阔",
                "{王五=per}在{北京=loc}宣布，论坛开幕。→王五=per:王五/宣布/论坛开幕",
                "对此，外交部发言人{王五=per}说，立场没有改变。→王五=per:王五/说/立场没有改变",
                "{外交部=org}发言人表示，立场没有改变。→外交部发言人/表示/立场没有改变",
                "{世卫组织=org}呼吁各国合作。→世卫组织=org:世卫组织/呼吁/各国合作",
                "{美国=country:US}宣布退出协定。→美国=country:US/宣布/退出协定",
                "一名官员透露，谈判已经开始。→一名官员/透露/谈判已经开始",
                "哈方对论坛给予的全方位支持表示感谢。→哈方/表示/感谢",
                "{王五=per}告诉记者，工程进展顺利。→王五=per:王五/告诉/工程进展顺利",
                "《{晨报=org}》8日报道说，油价上涨。→晨报=org:晨报/报道说/油价上涨",
                "据{法新社=org}8日报道，油价上涨。→法新社=org:法新社/报道/油价上涨",
                "据{气象台=org}预报，明天有雨。→气象台=org:气象台/预报/明天有雨",
                "{王五=per}抵达。他说，天气很好。→他=per:王五/说/天气很好",
                // Direct
                "{王五=per}说：“天气很好。我们出发。”大家鼓掌。→王五=per:王五/说/[天气很好。我们出发。]",
                "“天气很好。”{王五=per}说，“我们出发。”→王五=per:王五/说/[天气很好。];王五=per:王五/说/[我们出发。]",
                "“今天天气真好”，{王五=per}说。→王五=per:王五/说/[今天天气真好]",
                "{大会=org}决定将8日定为“世界节水日”，呼吁各国节水。→大会=org:大会/决定/将8日定为“世界节水日”;大会=org:大会/呼吁/各国节水",
                "“天气很好，”{王五=per}说。→王五=per:王五/说/[天气很好，]",
                "{王五=per}说：“天气很好。→王五=per:王五/说/[天气很好。]",
                "{王五=per}表示，“绿色”倡议很重要。→王五=per:王五/表示/“绿色”倡议很重要",
            })
    void shouldFindWhoSaysWhat(String text, String statements) {
        assertThat(describe(RelationFixture.of(text))).isEqualTo(statements);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "他说，天气很好。",
                "就{美国=country:US}宣布退出协定一事各方交换意见。",
                "我们支持合作。",
                "据报道，油价上涨。",
                "据说天气很好。",
                "{王五=per}的支持者认为油价会涨。",
                "{王五=per}小说出版。",
                "他们的希望说明问题。",
                "各方给予的支持十分重要。",
                "该地区名称来自河流。",
                "会议由{王五=per}主持。",
                "“元首们强调合作”是报告标题。",
                "{王五=per}被认为是专家。",
            })
    void shouldNotTakeOtherSentencesForStatements(String text) {
        assertThat(describe(RelationFixture.of(text))).isEmpty();
    }

    @Test
    void shouldNotReadHeadlines() {
        Paragraph headline = RelationFixture.paragraph(0, Paragraph.Kind.HEADLINE, "元首们强调，合作重要。", 0);
        assertThat(finder.find(RelationFixture.item(List.of(headline)), List.of()))
                .isEmpty();
    }

    @Test
    void shouldFindTheStatementsOfTheSeed() {
        RelationFixture seed = RelationFixture.seed(Map.of("印度", "country:IN", "上合组织", "org"), Map.of());
        List<Statement> statements = finder.find(seed.item(), seed.mentions());
        assertThat(describe(seed, statements, 8))
                .isEqualTo("元首们/强调/上合组织扩员具有历史意义;元首们/认为/本次上合组织成员国元首理事会会议给予印度和巴基斯坦成员国地位将促进上合组织发展和提升本组织潜力");
        assertThat(describe(seed, statements, 14)).startsWith("元首们/重申/在恪守").endsWith("是唯一选择");
        assertThat(describe(seed, statements, 15))
                .isEqualTo("元首们/支持/阿富汗伊斯兰共和国政府和人民为实现国家和平、稳定、繁荣,摆脱恐怖主义、极端主义和毒品犯罪威胁所作努力"
                        + ";元首们/认为/联合国应在实现阿富汗稳定发展的国际合作中发挥核心协调作用");
        assertThat(describe(seed, statements, 22)).startsWith("元首们/重申/成员国主张").doesNotContain(";");
        assertThat(describe(seed, statements, 30)).isEqualTo("成员国/呼吁/由联合国发挥核心协调作用,制定该领域国际法律文书");
        assertThat(describe(seed, statements, 35))
                .isEqualTo("成员国/欢迎/“一带一路”倡议;成员国/评价/2017年5月14日至15日在北京举行的“一带一路”国际合作高峰论坛成果并愿共同落实"
                        + ";成员国/支持/在相互尊重、平等互利原则基础上促进可持续发展的各项国际、地区和国别倡议对接合作");
        assertThat(describe(seed, statements, 38)).startsWith("元首们/强调/必须");
        assertThat(statements).extracting(Statement::paragraph).doesNotContain(0, 1, 3, 4, 5, 6, 7);
    }

    private String describe(RelationFixture given) {
        return describe(given, finder.find(given.item(), given.mentions()), 0);
    }

    private static String describe(RelationFixture given, List<Statement> statements, int paragraph) {
        return statements.stream()
                .filter(s -> s.paragraph() == paragraph)
                .map(s -> {
                    String words = given.text(paragraph, s.begin(), s.end());
                    String entity = s.entity() == null ? "" : "=" + s.entity();
                    return s.holder() + entity + "/" + s.verb() + "/" + (s.direct() ? "[" + words + "]" : words);
                })
                .collect(Collectors.joining(";"));
    }
}
