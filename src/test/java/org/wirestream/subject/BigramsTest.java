package org.wirestream.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirestream.document.EntityType;
import org.wirestream.document.Mention;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.Script;

class BigramsTest {
    private static List<String> pairs(String text, Mention... names) {
        return pairs(Items.of(text).paragraphs().get(0), names);
    }

    private static List<String> pairs(Paragraph paragraph, Mention... names) {
        return Arrays.stream(Bigrams.of(paragraph, List.of(names)))
                .mapToObj(pair -> "" + (char) (pair >>> Character.SIZE) + (char) pair)
                .toList();
    }

    @Test
    void shouldReadEachPairOnceWithAnyDigitAlike() {
        assertThat(pairs("涨2涨7涨")).containsExactlyInAnyOrder("涨0", "0涨");
    }

    @Test
    void shouldLeaveOutWhatTouchesANameButNotATitle() {
        String text = "张三访问甲国";
        assertThat(pairs(
                        text,
                        new Mention("e1", EntityType.PER, 0, 0, 2, "张三", "test"),
                        new Mention("e2", EntityType.LOC, 0, 4, 6, "甲国", "test")))
                .containsExactly("访问");
        assertThat(pairs(text, new Mention("e1", EntityType.EVENT, 0, 0, 6, text, "test")))
                .hasSize(5);
    }

    @Test
    void shouldBeginWhereTheNewsBegins() {
        Paragraph paragraph = new Items.Builder(Script.SIMPLIFIED)
                .line(Paragraph.Kind.BODY, "某地专电 股市下跌", 5)
                .build()
                .paragraphs()
                .get(0);
        assertThat(pairs(paragraph)).containsExactlyInAnyOrder("股市", "市下", "下跌");
    }

    @Test
    void shouldKnowWhatIsFrequentOnly() {
        ParagraphObservation often = new ParagraphObservation(new float[0], new int[] {-7, 3});
        ParagraphObservation once = new ParagraphObservation(new float[0], new int[] {3, 5});
        List<ParagraphObservation> seen = new ArrayList<>(Collections.nCopies(10, often));
        seen.add(once);
        Bigrams bigrams = Bigrams.frequent(seen);
        assertThat(bigrams.size()).isEqualTo(2);
        assertThat(bigrams.find(often)).containsExactly(0, 1);
        assertThat(bigrams.find(once)).containsExactly(1);
    }

    @Test
    void shouldHaveNoPairsInNothing() {
        assertThat(pairs("")).isEmpty();
        assertThat(pairs("涨")).isEmpty();
    }
}
