package org.wirestream.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirestream.document.Entity;
import org.wirestream.document.EntityAnalysis;
import org.wirestream.document.Mention;
import org.wirestream.gazetteer.GazetteerEntry;
import org.wirestream.gazetteer.GazetteerFormat;
import org.wirestream.gazetteer.InvalidEntryException;
import org.wirestream.gazetteer.Overlay;
import org.wirestream.time.DateTagger;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.WireItem;
import org.wirestream.wire.WireParser;

/** Given this text and these entries of editors, expect these names. */
class OverlayTest {
    private static final EntityTagger TAGGER = EntityTagger.load(false);
    private static final DateTagger DATES = new DateTagger();

    private static WireItem parse(String text) {
        try {
            return new WireParser(Limits.DEFAULT).parse(text, Feed.silent(Instant.parse("2026-03-02T04:00:00Z")));
        } catch (MalformedWireException e) {
            throw new AssertionError(e);
        }
    }

    private static EntityAnalysis tag(String text, GazetteerEntry... entries) {
        WireItem item = parse(text);
        return TAGGER.tag(item, DATES.tag(item), List.of(), Overlay.of(Arrays.asList(entries)));
    }

    private static List<String> names(EntityAnalysis analysis) {
        return analysis.mentions().stream().map(m -> m.type() + " " + m.text()).toList();
    }

    private static GazetteerEntry entry(String name, String type, String... aliases) {
        return full(name, type, null, null, aliases);
    }

    private static GazetteerEntry full(String name, String type, String identifier, String country, String... aliases) {
        try {
            return GazetteerFormat.check(name, type, identifier, Arrays.asList(aliases), country, null);
        } catch (InvalidEntryException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldMarkWhatOnlyAnEditorKnows() {
        String text = "玄穹号三日抵达月球。专家说，玄穹号运行正常。";
        assertThat(names(tag(text))).doesNotContain("EVENT 玄穹号");

        EntityAnalysis edited = tag(text, full("玄穹号", "EVENT", "urn:newsroom:17", null));

        assertThat(names(edited)).contains("EVENT 玄穹号");
        assertThat(edited.mentions())
                .filteredOn(m -> m.text().equals("玄穹号"))
                .hasSize(2)
                .allSatisfy(mention -> {
                    assertThat(mention.source()).isEqualTo("editor");
                    assertThat(mention.entity()).isEqualTo("event:玄穹号");
                });
        assertThat(edited.entities())
                .filteredOn(e -> e.id().equals("event:玄穹号"))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.uri()).isEqualTo("urn:newsroom:17");
                    assertThat(e.mentions()).isEqualTo(2);
                });
    }

    @Test
    void shouldGiveAliasesTheNamesEntity() {
        EntityAnalysis edited = tag("星河研究所二日公布成果。星河所说，XRI将开放数据。", full("星河研究所", "ORG", null, "CN", "星河所", "XRI"));

        assertThat(edited.mentions()).extracting(Mention::entity).containsOnly("org:星河研究所");
        assertThat(edited.entities()).singleElement().satisfies(e -> {
            assertThat(e.surfaces()).containsExactly("星河研究所", "星河所", "XRI");
            assertThat(e.country()).isEqualTo("CN");
            assertThat(e.uri()).as("an organisation is not its country").isNull();
        });
    }

    @Test
    void shouldPreferTheEditorsTypeToTheMachines() {
        String text = "新华社里斯本3月1日电 葡萄牙总统德索萨会见了来访的客人。";
        assertThat(names(tag(text))).contains("PER 德索萨");

        assertThat(names(tag(text, entry("德索萨", "ORG")))).contains("ORG 德索萨").doesNotContain("PER 德索萨");
    }

    @Test
    void shouldKeepARemovedTagRemovedEverywhereInTheItem() {
        String text = "葡萄牙总统德索萨会见了来访的客人。德索萨说，德索萨将访问里斯本。";
        assertThat(names(tag(text))).contains("PER 德索萨");

        EntityAnalysis edited = tag(text, entry("德索萨", "NONE"));

        assertThat(names(edited)).contains("LOC 葡萄牙", "LOC 里斯本").noneMatch(name -> name.contains("德索萨"));
        assertThat(edited.entities()).extracting(Entity::name).doesNotContain("德索萨");
    }

    @Test
    void shouldLeaveLongerNamesAroundAnEntryAlone() {
        String text = "北京大学2日说，会议将在北京举行。";
        assertThat(names(tag(text))).contains("ORG 北京大学", "LOC 北京");

        assertThat(names(tag(text, entry("北京", "NONE")))).contains("ORG 北京大学").doesNotContain("LOC 北京");
        assertThat(names(tag(text, entry("北京", "ORG")))).contains("ORG 北京大学", "ORG 北京");
        assertThat(names(tag(text, entry("北京大学", "NONE"))))
                .as("what is no name holds none")
                .doesNotContain("ORG 北京大学")
                .containsOnlyOnce("LOC 北京");
    }

    @Test
    void shouldFindTheRestOfANameThatAnEditorGave() {
        EntityAnalysis edited = tag("格伦·玄霁三日抵达。记者问及此事，玄霁没有回答。", entry("格伦·玄霁", "PER"));

        assertThat(edited.mentions())
                .extracting(m -> m.entity() + " " + m.text())
                .containsExactly("per:格伦·玄霁 格伦·玄霁", "per:格伦·玄霁 玄霁");
    }

    @Test
    void shouldAddToWhatIsKnownOfACountryUnderItsId() {
        EntityAnalysis edited = tag("哈国总统2日说，哈萨克斯坦将提供援助。", full("哈萨克斯坦", "LOC", null, null, "哈国"));

        assertThat(edited.mentions()).extracting(Mention::entity).containsOnly("country:KZ");
        assertThat(edited.entities())
                .singleElement()
                .satisfies(e -> assertThat(e.uri()).isEqualTo("http://cvx.iptc.org/iso3166-1a2/kz"));
    }

    @Test
    void shouldFindNamesInTraditionalAndFullWidthText() {
        assertThat(names(tag("國際星際研究會二日宣布，ＸＲＩ將開放數據。", entry("国际星际研究会", "ORG", "XRI"))))
                .containsExactly("ORG 國際星際研究會", "ORG ＸＲＩ");
        assertThat(names(tag("XRIS公司2日宣布。", entry("星际", "ORG", "XRI")))).doesNotContain("ORG XRI");
    }

    @Test
    void shouldDependOnTheSetOfEntriesOnly() {
        List<GazetteerEntry> entries = new ArrayList<>(List.of(
                entry("星河研究所", "ORG", "星河"), entry("星河", "LOC"), entry("河外", "LOC", "河内城"), entry("河内", "LOC", "河内城")));
        WireItem item = parse("星河2日说，河内城将开放。");
        Overlay one = Overlay.of(entries);
        Collections.reverse(entries);
        Overlay other = Overlay.of(entries);

        assertThat(one.fingerprint(item)).isEqualTo(other.fingerprint(item)).matches("[0-9a-f]{16}");
        assertThat(one.entry("星河").name()).as("a name goes before an alias").isEqualTo("星河");
        assertThat(one.entry("河内城")).isEqualTo(other.entry("河内城"));
    }

    @Test
    void shouldFingerprintOnlyWhatBearsOnTheItem() {
        WireItem item = parse("星河研究所2日公布成果。");
        String with = Overlay.of(List.of(entry("星河研究所", "ORG"))).fingerprint(item);

        assertThat(Overlay.of(List.of(entry("银河研究所", "ORG"))).fingerprint(item)).isEmpty();
        assertThat(Overlay.of(List.of(entry("星河研究所", "ORG", "星河所"), entry("银河研究所", "ORG")))
                        .fingerprint(item))
                .as("an alias that does not stand in the text changes nothing")
                .isEqualTo(with);
        assertThat(Overlay.of(List.of(entry("星河研究所", "LOC"))).fingerprint(item)).isNotEqualTo(with);
        assertThat(Overlay.of(List.of(full("星河研究所", "ORG", "urn:x:1", null))).fingerprint(item))
                .isNotEqualTo(with);
    }

    @Test
    void shouldChangeNothingWithoutEntriesThatStandInTheText() {
        String text = "新华社里斯本3月1日电 葡萄牙总统德索萨会见联合国秘书长。";
        assertThat(tag(text, entry("星河研究所", "ORG"), entry("东方之门", "NONE"))).isEqualTo(tag(text));
    }
}
