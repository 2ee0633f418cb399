package org.wirestream.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EncoderTest {
    private static final Encoder ENCODER = Encoder.load();

    private static double similarity(float[] a, float[] b) {
        double product = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return product / Math.sqrt(aa * bb);
    }

    @Test
    void shouldGiveEveryCharacterAVectorAndSpacesNone() {
        String text = "北京 GDP增长5.2%";
        Encoding encoding = ENCODER.encode(text);
        for (int i = 0; i < text.length(); i++) {
            assertThat(encoding.piece(i) < 0).isEqualTo(text.charAt(i) == ' ');
        }
        assertThat(encoding.vector(encoding.piece(0))).hasSize(Encoder.DIMENSIONS);
    }

    @Test
    void shouldReadCapitalsAndCurlyQuotesAsKnown() {
        assertThat(ENCODER.encode("NATO“扩大”").mean())
                .isEqualTo(ENCODER.encode("nato\"扩大\"").mean());
    }

    @Test
    void shouldGiveTheSameVectorsToTheSameText() {
        assertThat(ENCODER.encode("股市大跌").first())
                .isEqualTo(ENCODER.encode("股市大跌").first());
    }

    @Test
    void shouldPutLikeTextsTogether() {
        float[] shares = ENCODER.encode("沪深股市今天大幅下跌").mean();
        float[] stocks = ENCODER.encode("两市股指收盘双双走低").mean();
        float[] football = ENCODER.encode("主队在点球大战中淘汰对手").mean();
        assertThat(similarity(shares, stocks)).isGreaterThan(similarity(shares, football));
    }

    @Test
    void shouldReadTextsLongerThanTheModelsWindow() {
        String text = "双方就经贸合作交换意见，".repeat(200);
        Encoding encoding = ENCODER.encode(text);
        assertThat(encoding.pieces()).isEqualTo(text.length());
        for (int i = 0; i < encoding.pieces(); i++) {
            assertThat(encoding.vector(i)).isNotNull();
        }
    }

    @Test
    void shouldReadAnEmptyText() {
        assertThat(ENCODER.encode("").pieces()).isZero();
        assertThat(ENCODER.encode("").mean()).containsOnly(0);
    }

    @Test
    void shouldRefuseToCutAModelAtAValueThatItLacks() {
        byte[] noGraph = {0x3A, 0x00};
        assertThatThrownBy(() -> OnnxGraph.endingAt(noGraph, "nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
    }
}
