package org.wirestream.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirestream.document.EntityType;

/** Given names that an item has established, expect them elsewhere in it. */
class DocumentMemoryTest {
    private static final Gazetteer GAZETTEER = new Gazetteer();

    private final DocumentMemory memory = new DocumentMemory(GAZETTEER);

    private void learn(String words, String name, EntityType type) {
        TaggedText text = Words.of(words);
        memory.learn(text, List.of(Words.name(text, name, type)));
    }

    private void declare(String name, String shortForm) {
        TaggedText text = Words.of(name + "（以下简称“" + shortForm + "”）");
        int begin = text.text().indexOf(shortForm);
        memory.learn(new AliasFinder.Declared(
                Words.name(text, name, EntityType.ORG), shortForm, begin, begin + shortForm.length()));
    }

    private List<Proposal> proposals(String words) {
        List<Proposal> proposals = new ArrayList<>();
        memory.propose(Words.of(words), proposals);
        return proposals;
    }

    private List<String> found(String words) {
        return Words.marked(Words.of(words), proposals(words));
    }

    @ParameterizedTest
    @CsvSource({
        "PER, 玄霁, 玄霁, 'a person by two characters'",
        "PER, 玄霁明, 玄霁明, 'a person by three'",
        "ORG, 星河所, 星河所, 'an organisation by three'",
        "LOC, 玄霁湾, 玄霁湾, 'a place by three'",
        "ORG, 星河, , 'no organisation by two: its characters may be any word'",
        "LOC, 玄霁, , 'no place by two'",
        "EVENT, 星河演练周, , 'no event'",
        "ORG, 联合国, , 'nothing that is known anyway'",
    })
    void shouldRemember(EntityType type, String name, String again, String why) {
        learn(name + "|二日|说", name, type);
        assertThat(found("据|" + name + "|通报"))
                .as(why)
                .isEqualTo(again == null ? List.of() : List.of(type + " " + again));
    }

    @Test
    void shouldFindEveryPlaceOfEveryName() {
        learn("玄霁|说", "玄霁", EntityType.PER);
        learn("星河所|说", "星河所", EntityType.ORG);
        assertThat(found("玄霁|和|星河所|，|星河所|和|玄霁")).containsExactly("PER 玄霁", "ORG 星河所", "ORG 星河所", "PER 玄霁");
    }

    @Test
    void shouldFindShortNamesOnlyWhereWordsBeginAndEnd() {
        learn("玄霁|说", "玄霁", EntityType.PER);
        assertThat(found("玄霁山|很|高，|小玄霁|来")).isEmpty();
        learn("玄霁明|说", "玄霁明", EntityType.PER);
        assertThat(found("小玄霁|明来")).containsExactly("PER 玄霁明");
    }

    @Test
    void shouldFindThePartsOfAPersonsNameWithADot() {
        learn("格伦·M·玄霁雅|说", "格伦·M·玄霁雅", EntityType.PER);
        assertThat(found("格伦|说，|玄霁雅|来")).containsExactly("PER 格伦", "PER 玄霁雅");
        assertThat(found("M|级")).as("a part of one character").isEmpty();
    }

    @Test
    void shouldNotTakeOtherNamesWithADotApart() {
        learn("格伦·玄霁中心|说", "格伦·玄霁中心", EntityType.ORG);
        assertThat(found("玄霁中心|说")).isEmpty();
    }

    @Test
    void shouldTakeTheTypeThatCameFirst() {
        learn("玄霁明|说", "玄霁明", EntityType.PER);
        learn("玄霁明|说", "玄霁明", EntityType.ORG);
        assertThat(found("玄霁明|来")).containsExactly("PER 玄霁明");
    }

    @Test
    void shouldBelieveDeclaredShortFormsMoreThanWhatIsRemembered() {
        declare("星际观测联合会", "星联");
        learn("玄霁|说", "玄霁", EntityType.PER);
        assertThat(proposals("星联|和|玄霁"))
                .extracting(Proposal::priority)
                .containsExactly(Priorities.ALIAS, Priorities.MEMORY);
    }

    @Test
    void shouldPassOverShortFormsThatAreNoNames() {
        declare("星际观测联合会", "星");
        declare("星际观测联合会", "双方");
        assertThat(found("双方|和|星")).isEmpty();
    }

    @Test
    void shouldRememberAThousandNames() {
        for (int i = 0; i < 1_000; i++) {
            learn("玄" + (char) ('\u5000' + i) + "明|说", "玄" + (char) ('\u5000' + i) + "明", EntityType.PER);
        }
        learn("星河霁|说", "星河霁", EntityType.PER);
        assertThat(found("玄" + (char) ('\u5000' + 999) + "明|来")).hasSize(1);
        assertThat(found("星河霁|来")).isEmpty();
    }
}
