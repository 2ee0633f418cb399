package org.wirestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "６月９日电(记者张三)|6月9日电（记者张三）",
                "上合组织(以下简称\"本组织\"),成立|上合组织（以下简称“本组织”），成立",
                "増长3,000万,同比1.5%.|増长3,000万，同比1.5%.",
                "他说:时间是10:30|他说：时间是10:30",
                "约翰•史密斯|约翰·史密斯",
                "大会「开幕」|大会“开幕”",
            })
    void shouldBringPunctuationAndDigitsToOneForm(String source, String folded) {
        assertThat(FoldedText.of(source, Script.SIMPLIFIED).folded()).isEqualTo(folded);
    }

    @Test
    void shouldConvertTraditionalScriptOneForOne() {
        FoldedText text = FoldedText.of("聯合國秘書長古特雷斯著名的頭髮", Script.TRADITIONAL);
        assertThat(text.folded()).isEqualTo("联合国秘书长古特雷斯著名的头发");
        assertThat(text.sourceText(0, 3)).isEqualTo("聯合國");
    }

    @Test
    void shouldLeaveSimplifiedTextAlone() {
        assertThat(FoldedText.of("著名的乾隆", Script.SIMPLIFIED).folded()).isEqualTo("著名的乾隆");
    }

    @Test
    void shouldFindTheSourceBehindInvisibleCharacters() {
        FoldedText text = FoldedText.of("会见\u200B习\u200D近平\uFEFF。", Script.SIMPLIFIED);
        assertThat(text.folded()).isEqualTo("会见习近平。");
        assertThat(text.sourceText(2, 5)).isEqualTo("习\u200D近平");
        assertThat(text.foldedOffset(3)).isEqualTo(2);
        assertThat(text.foldedOffset(text.source().length())).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldKeepEveryVisibleCharacterReachable(long seed) {
        Random random = new Random(seed);
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            source.append("习近平,，(（\u200B\u3000 １2.:\"“😀𠮷".charAt(random.nextInt(20)));
        }
        FoldedText text = FoldedText.of(source.toString(), Script.SIMPLIFIED);
        for (int i = 0; i < text.folded().length(); i++) {
            assertThat(text.sourceEnd(i + 1)).isEqualTo(text.sourceBegin(i) + 1);
            assertThat(text.foldedOffset(text.sourceBegin(i))).isEqualTo(i);
        }
    }
}
