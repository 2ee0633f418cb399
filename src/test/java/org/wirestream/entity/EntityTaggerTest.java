package org.wirestream.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.document.Alias;
import org.wirestream.document.Entity;
import org.wirestream.document.EntityAnalysis;
import org.wirestream.document.Mention;
import org.wirestream.time.DateTagger;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.WireItem;
import org.wirestream.wire.WireParser;

class EntityTaggerTest {
    private static final EntityTagger TAGGER = EntityTagger.load(false);
    private static final DateTagger DATES = new DateTagger();

    private static EntityAnalysis tag(String text) throws MalformedWireException {
        WireItem item = new WireParser(new Limits(1 << 24, 1 << 22, 1 << 20))
                .parse(text, Feed.silent(Instant.parse("2026-03-02T04:00:00Z")));
        EntityAnalysis analysis = TAGGER.tag(item, DATES.tag(item), List.of());
        int paragraph = 0;
        int end = 0;
        for (Mention mention : analysis.mentions()) {
            end = mention.paragraph() == paragraph ? end : 0;
            paragraph = mention.paragraph();
            assertThat(mention.begin()).isGreaterThanOrEqualTo(end);
            assertThat(item.paragraphs().get(paragraph).text().substring(mention.begin(), mention.end()))
                    .isEqualTo(mention.text());
            end = mention.end();
        }
        return analysis;
    }

    private static List<String> names(String text) throws MalformedWireException {
        return tag(text).mentions().stream().map(m -> m.type() + " " + m.text()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "葡萄牙总统德索萨会见了来访的客人。|LOC 葡萄牙;PER 德索萨",
                "哥斯达黎加共和国总统查韦斯出席仪式。|PER 查韦斯",
                "瑞典首相克里斯特松说，瑞典将提供援助。|LOC 瑞典;PER 克里斯特松;LOC 瑞典",
                "联合国粮农组织总干事屈冬玉介绍情况。|ORG 联合国粮农组织;PER 屈冬玉",
                "新西兰外交部发言人表示，将继续合作。|ORG 新西兰外交部",
                "韩国外交部长赵兑烈访问北京。|LOC 韩国;PER 赵兑烈;LOC 北京",
                "中越双方签署协议，中方愿加强合作。|LOC 中;LOC 越",
                "美英两国领导人通话。|LOC 美;LOC 英",
                "会议通过了《巴黎气候协定实施细则》。|DOC 巴黎气候协定实施细则",
                "第十五届“汉语桥”比赛闭幕，第三届中国国际消费品博览会开幕。|EVENT 第三届中国国际消费品博览会",
                "墨西哥队战胜波兰队。|ORG 墨西哥队;ORG 波兰队",
                "挪威气象局发布预警。|ORG 挪威气象局",
                "四川省成都市中级人民法院开庭审理。|ORG 四川省成都市中级人民法院",
                "在首都马德里，数千人集会。|LOC 马德里",
                "目前东北部地区降雨，本国边境关闭。|-",
            })
    void shouldMarkNames(String text, String expected) throws MalformedWireException {
        List<String> wanted = expected == null ? List.of() : List.of(expected.split(";"));
        if (wanted.isEmpty()) {
            assertThat(names(text)).isEmpty();
        } else {
            assertThat(names(text)).containsSubsequence(wanted);
        }
    }

    @Test
    void shouldMarkTheHeadOfTheWire() throws MalformedWireException {
        assertThat(names("标题\n新华社布宜诺斯艾利斯3月1日电（记者林晓 高远）阿根廷政府说。\n第二段。"))
                .containsSequence("ORG 新华社", "LOC 布宜诺斯艾利斯", "PER 林晓", "PER 高远", "LOC 阿根廷");
    }

    @ParameterizedTest
    @ValueSource(strings = {"普京\uD83D\uDE00总绀表示。", "普京\uD83D\uDE00总绀=”）9日\uD83D\uDE00在\uD83D\uDE00举行《\uD83D\uDE00》会议"})
    void shouldCutNoCharacterOfTwoCodeUnits(String text) throws MalformedWireException {
        assertThat(tag(text).mentions()).isNotEmpty().allSatisfy(mention -> {
            assertThat(mention.text().charAt(0)).matches(c -> !Character.isLowSurrogate(c));
            assertThat(mention.text()).doesNotMatch(".*[\uD800-\uDBFF]");
        });
    }

    @Test
    void shouldFindAgainWhatTheItemHasEstablished() throws MalformedWireException {
        EntityAnalysis analysis = tag("联合国秘书长安东尼奥·古特雷斯发表讲话。\n古特雷斯说，冲突必须停止。\n各方欢迎古特雷斯的呼吁。");
        assertThat(analysis.mentions())
                .filteredOn(m -> m.text().contains("古特雷斯"))
                .hasSize(3)
                .extracting(Mention::entity)
                .containsOnly("per:安东尼奥·古特雷斯");
    }

    @Test
    void shouldResolveDeclaredShortFormsInsideTheirItemOnly() throws MalformedWireException {
        EntityAnalysis analysis = tag("东盟与中日韩宏观经济研究办公室（以下简称“宏观办”）发布报告。\n宏观办预计增速放缓。");
        Alias alias = analysis.aliases().get(0);
        assertThat(alias.name()).isEqualTo("宏观办");
        assertThat(analysis.mentions())
                .filteredOn(m -> m.text().equals("宏观办"))
                .hasSize(2)
                .extracting(Mention::entity)
                .containsOnly(alias.entity());
        assertThat(names("宏观办预计增速放缓。")).doesNotContain("ORG 宏观办");
    }

    @Test
    void shouldLinkCountriesByAllTheirNames() throws MalformedWireException {
        List<Entity> entities =
                tag("朝鲜民主主义人民共和国和大韩民国代表与会。\n朝鲜、韩国均未置评，朝韩双方继续接触。").entities();
        assertThat(entities)
                .filteredOn(e -> e.country() != null)
                .extracting(Entity::id)
                .containsOnly("country:KP", "country:KR");
        assertThat(entities)
                .filteredOn(e -> e.id().equals("country:KP"))
                .extracting(Entity::uri)
                .containsExactly("http://cvx.iptc.org/iso3166-1a2/kp");
    }

    @Test
    void shouldLinkOrganisationsByAllTheirNames() throws MalformedWireException {
        List<Entity> entities = tag("世界卫生组织总干事谭德塞说，世卫组织将同蓝湖基金会继续合作。").entities();
        assertThat(entities)
                .filteredOn(e -> e.id().equals("org:世界卫生组织"))
                .singleElement()
                .satisfies(who -> {
                    assertThat(who.surfaces()).containsExactly("世界卫生组织", "世卫组织");
                    assertThat(who.uri()).isEqualTo("http://www.wikidata.org/entity/Q7817");
                });
        assertThat(entities)
                .filteredOn(e -> e.name().equals("蓝湖基金会"))
                .singleElement()
                .satisfies(fund -> assertThat(fund.uri()).isNull());
    }

    @Test
    void shouldLinkADeclaredShortFormAsItsOrganisation() throws MalformedWireException {
        EntityAnalysis analysis = tag("亚洲开发银行（以下简称“开发行”）发布报告。\n开发行预计增速放缓。");
        assertThat(analysis.mentions())
                .filteredOn(m -> m.text().equals("开发行"))
                .extracting(Mention::entity)
                .containsOnly("org:亚洲开发银行");
        assertThat(analysis.entities())
                .filteredOn(e -> e.surfaces().contains("开发行"))
                .extracting(Entity::uri)
                .containsExactly("http://www.wikidata.org/entity/Q188822");
    }

    @Test
    void shouldMarkEveryMeetingOfAList() throws MalformedWireException {
        assertThat(names("期间举行了外长会议（2025年4月2日，杜尚别）、海关署长会议（2025年5月6日至7日，撒马尔罕）和“友谊-2025”联合演习（2025年9月1日，奥什）。"))
                .containsSequence("EVENT 外长会议", "LOC 杜尚别", "EVENT 海关署长会议", "LOC 撒马尔罕")
                .contains("EVENT “友谊-2025”联合演习");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "葡萄牙总统德索萨2日在里斯本会见联合国难民署代表，双方讨论了《全球契约》。|葡萄牙总统德索萨２日在里斯本会见联合国难民署代表,双方讨论了《全球契约》.",
                "瑞典首相克里斯特松访问芬兰（首都赫尔辛基）。|瑞典首相克里斯特松访问芬兰(首都赫尔辛基)。",
                "联合国秘书长古特雷斯访问乌克兰。|聯合國秘書長古特雷斯訪問烏克蘭。",
            })
    void shouldMarkTheSameInOtherScriptAndPunctuation(String text, String other) throws MalformedWireException {
        assertThat(offsets(other)).isEqualTo(offsets(text));
    }

    private static List<String> offsets(String text) throws MalformedWireException {
        return tag(text).mentions().stream()
                .map(m -> m.type() + " " + m.begin() + "-" + m.end())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldSurviveAnything(long seed) throws MalformedWireException {
        Random random = new Random(seed);
        String alphabet = "中美俄国联合上海组织部长总统王毅·普京（）《》“”、，。第届12年会议峰会队局 \u200Ba";
        for (int i = 0; i < 300; i++) {
            String text = random.ints(1 + random.nextInt(100), 0, alphabet.length())
                    .mapToObj(c -> String.valueOf(alphabet.charAt(c)))
                    .collect(Collectors.joining());
            if (!text.isBlank() && !text.replace("\u200B", "").isBlank()) {
                tag(text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"、", "《", "（", "王", "·", "第", "“", "中俄", "（2025年1月1日，北京）会议"})
    void shouldTakeBoundedTime(String unit) throws MalformedWireException {
        long begin = System.nanoTime();
        tag(unit.repeat(40_000 / unit.length()));
        assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(20_000);
    }

    @Test
    void shouldGiveTheSameFromManyThreads() throws Exception {
        String text = "乌拉圭总统奥尔西会见世界银行行长班加。\n双方讨论了《框架协议》和第三届蒙得维的亚投资论坛。";
        List<Mention> expected = tag(text).mentions();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<List<Mention>> task = () -> tag(text).mentions();
            for (Future<List<Mention>> future : pool.invokeAll(java.util.Collections.nCopies(200, task))) {
                assertThat(future.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
