package org.wirestream.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.document.EntityType;
import org.wirestream.gazetteer.GazetteerEntry;
import org.wirestream.gazetteer.Overlay;

/** Given what the machine marked, and entries of editors, expect these names. */
class OverlayPassTest {
    private static GazetteerEntry entry(String name, EntityType type) {
        return new GazetteerEntry(name, type, null, List.of(), null, null);
    }

    /** @param marked {@code TYPE text}, what the machine marked */
    private static List<String> edited(String words, List<String> marked, GazetteerEntry... entries) {
        TaggedText text = Words.of(words);
        List<Proposal> names = marked.stream()
                .map(name -> name.split(" ", 2))
                .map(name -> Words.name(text, name[1], EntityType.valueOf(name[0])))
                .toList();
        List<Proposal> edited = new OverlayPass(Overlay.of(Arrays.asList(entries)))
                .apply(List.of(text), List.of(names))
                .get(0);
        return Words.marked(text, edited);
    }

    @Test
    void shouldMarkEntriesBetweenTheMachinesNamesInTextOrder() {
        assertThat(edited("玄霁|在|星河所|和|月湾港|说", List.of("LOC 月湾港", "PER 玄霁"), entry("星河所", EntityType.ORG)))
                .containsExactly("PER 玄霁", "ORG 星河所", "LOC 月湾港");
    }

    @Test
    void shouldGiveListsThatCanBeAddedTo() {
        TaggedText text = Words.of("玄霁|说");
        for (Overlay overlay : List.of(Overlay.NONE, Overlay.of(List.of(entry("玄霁", EntityType.PER))))) {
            List<Proposal> edited = new OverlayPass(overlay)
                    .apply(List.of(text), List.of(List.of()))
                    .get(0);
            int before = edited.size();
            edited.add(Words.name(text, "说", EntityType.PER));
            assertThat(edited).hasSize(before + 1);
        }
    }

    @Test
    void shouldLetTheLongerOfTwoEntriesDecide() {
        GazetteerEntry[] entries = {
            entry("星河", EntityType.LOC), entry("星河研究", EntityType.EVENT), entry("河研究所", EntityType.ORG)
        };
        assertThat(edited("星河|研究", List.of(), entries)).containsExactly("EVENT 星河研究");
        assertThat(edited("星河|研究|所", List.of(), entries))
                .as("of two of one length the first")
                .containsExactly("EVENT 星河研究");
        assertThat(edited("星河|研究|所", List.of(), entry("星河", EntityType.LOC), entry("研究所", EntityType.ORG)))
                .as("entries that only touch")
                .containsExactly("LOC 星河", "ORG 研究所");
    }

    @Test
    void shouldFindShortEntriesOnlyWhereWordsBeginAndEnd() {
        assertThat(edited("上海|南部|，|海南|东部", List.of(), entry("海南", EntityType.LOC)))
                .containsExactly("LOC 海南");
        assertThat(edited("上海|南湾", List.of(), entry("海南湾", EntityType.LOC))).containsExactly("LOC 海南湾");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "Z", "a", "z", "0", "9"})
    void shouldNotCutLatinWords(String next) {
        GazetteerEntry entry = entry("XRI", EntityType.ORG);
        assertThat(edited("据XRI" + next + "通报", List.of(), entry)).isEmpty();
        assertThat(edited("据" + next + "XRI通报", List.of(), entry)).isEmpty();
        assertThat(edited("据" + next + "玄穹号" + next + "通报", List.of(), entry("玄穹号", EntityType.EVENT)))
                .containsExactly("EVENT 玄穹号");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "[", "`", "{", "/", ":", "的"})
    void shouldFindLatinWordsBesideOtherCharacters(String next) {
        assertThat(edited("据" + next + "XRI" + next + "通报", List.of(), entry("XRI", EntityType.ORG)))
                .containsExactly("ORG XRI");
        assertThat(edited("XRI", List.of(), entry("XRI", EntityType.ORG))).containsExactly("ORG XRI");
    }

    @Test
    void shouldGoOverWhatTheMachineMarksInItsPlaceOrAcrossItsEdges() {
        GazetteerEntry entry = entry("星河研究所", EntityType.ORG);
        assertThat(edited("星河研究所|说", List.of("LOC 星河研究所"), entry)).containsExactly("ORG 星河研究所");
        assertThat(edited("星河研究所|说", List.of("LOC 星河", "LOC 究所说"), entry)).containsExactly("ORG 星河研究所");
        assertThat(edited("在星河研究所|说", List.of("LOC 在星河"), entry)).containsExactly("ORG 星河研究所");
    }

    @Test
    void shouldLeaveNamesAloneThatOnlyTouch() {
        assertThat(edited("月湾港|星河所|玄霁", List.of("LOC 月湾港", "PER 玄霁"), entry("星河所", EntityType.ORG)))
                .containsExactly("LOC 月湾港", "ORG 星河所", "PER 玄霁");
    }

    @Test
    void shouldLeaveALongerNameAroundAnEntryAlone() {
        assertThat(edited("星河|大学|说", List.of("ORG 星河大学"), entry("星河", EntityType.LOC)))
                .containsExactly("ORG 星河大学");
        assertThat(edited("南|星河|大学|说", List.of("ORG 南星河大学"), entry("星河", EntityType.PER)))
                .containsExactly("ORG 南星河大学");
    }

    @Test
    void shouldTakeAPersonsNameOutOfWordsThatAreStuckToIt() {
        GazetteerEntry person = entry("玄霁明", EntityType.PER);
        assertThat(edited("先锋|玄霁明|说", List.of("PER 先锋玄霁明"), person)).containsExactly("PER 玄霁明");
        assertThat(edited("格伦|·|玄霁明|说", List.of("PER 格伦·玄霁明"), person))
                .as("with a dot it is the whole name")
                .containsExactly("PER 格伦·玄霁明");
        assertThat(edited("先锋|玄霁明|说", List.of("PER 先锋玄霁明"), entry("玄霁明", EntityType.LOC)))
                .as("only a person")
                .containsExactly("PER 先锋玄霁明");
    }

    @Test
    void shouldTakeAwayWhatIsMarkedInWhatIsNoName() {
        GazetteerEntry none = entry("星河研究所", null);
        assertThat(edited("星河研究所|说", List.of("LOC 星河", "ORG 研究所"), none)).isEmpty();
        assertThat(edited("星河研究所|说", List.of("ORG 星河研究所"), none)).isEmpty();
        assertThat(edited("星河研究所|说", List.of("PER 所说"), none))
                .as("across its edge")
                .containsExactly("PER 所说");
        assertThat(edited("南星河研究所|说", List.of("PER 南星"), none)).containsExactly("PER 南星");
        assertThat(edited("南星河研究所|说", List.of("ORG 南星河研究所"), none))
                .as("around it")
                .containsExactly("ORG 南星河研究所");
    }

    @Test
    void shouldFindTheEntriesThatOverlapANameAmongMany() {
        List<String> words = new ArrayList<>();
        List<String> marked = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            char number = (char) ('甲' + i);
            words.add("星河" + number + "所|与|玄霁" + number + "|，");
            marked.addAll(List.of("LOC 河" + number, "PER 玄霁" + number));
            expected.addAll(List.of("ORG 星河" + number + "所", "PER 玄霁" + number));
        }
        GazetteerEntry[] entries = Stream.iterate(0, i -> i < 9, i -> i + 1)
                .map(i -> entry("星河" + (char) ('甲' + i) + "所", EntityType.ORG))
                .toArray(GazetteerEntry[]::new);
        assertThat(edited(String.join("", words), marked, entries)).isEqualTo(expected);
    }
}
