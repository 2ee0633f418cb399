package org.wirestream.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.document.EntityType;

class GazetteerTest {
    private static final Gazetteer GAZETTEER = new Gazetteer();

    private static String uri(String name) {
        Gazetteer.Name known = GAZETTEER.named(name);
        assertThat(known).as(name).isNotNull();
        assertThat(known.type()).as(name).isEqualTo(EntityType.ORG);
        return known.uri();
    }

    @ParameterizedTest
    @CsvSource({
        "世界卫生组织,Q7817",
        "联合国近东巴勒斯坦难民救济和工程处,Q846656",
        "上海合作组织,Q485207",
        "亚洲基础设施投资银行,Q18109843",
        "国际奥林匹克委员会,Q40970"
    })
    void shouldLinkAnOrganisationToTheItemThatASourceGivesIt(String name, String item) {
        assertThat(uri(name)).isEqualTo("http://www.wikidata.org/entity/" + item);
    }

    @ParameterizedTest
    @CsvSource({"世卫组织,世界卫生组织", "安理会,联合国安全理事会", "上合,上海合作组织", "欧佩克,石油输出国组织", "G20,二十国集团", "国际田联,世界田径联合会"})
    void shouldLinkEveryNameOfAnOrganisationToTheSameItem(String other, String name) {
        assertThat(uri(other)).isNotNull().isEqualTo(uri(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"上海合作组织秘书处", "新华社", "阿拉伯联盟足球协会"})
    void shouldLinkNoOrganisationThatNoSourceWasReadFor(String name) {
        Gazetteer.Name known = GAZETTEER.named(name);
        assertThat(known == null ? null : known.uri()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"工党,英国工党", "央行,中国人民银行", "国防部,中国国防部", "新华网,新华社", "元首理事会,上合组织成员国元首理事会"})
    void shouldNotTakeANameThatOthersShareForOneOfThem(String shared, String one) {
        assertThat(GAZETTEER.named(shared)).isNotNull().isNotEqualTo(GAZETTEER.named(one));
    }

    @Test
    void shouldGiveEveryItemOnceWithItsLabelAndSource() {
        List<List<String>> rows = WordList.rows("wikidata.tsv");
        assertThat(rows).hasSizeGreaterThan(100).allSatisfy(row -> {
            assertThat(row).hasSize(4).noneMatch(String::isBlank);
            assertThat(row.get(1)).matches("Q[1-9][0-9]*");
            assertThat(row.get(3)).matches("([\\w-]+/[\\w.-]+|npm [\\w-]+ [\\d.]+): \\S+\\.(py|md|ts|yaml|json)");
        });
        assertThat(rows).extracting(row -> row.get(0)).doesNotHaveDuplicates();
        assertThat(rows).extracting(row -> row.get(1)).doesNotHaveDuplicates();
    }

    @Test
    void shouldListNoNameTwice() {
        List<String> names = WordList.rows("organisations.tsv").stream()
                .flatMap(row -> row.stream().flatMap(field -> List.of(field.split(",", -1)).stream()))
                .filter(name -> !name.isEmpty())
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(WordList.lines("places.txt").stream().flatMap(line -> List.of(line.split(" ", -1)).stream()))
                .doesNotHaveDuplicates();
    }
}
