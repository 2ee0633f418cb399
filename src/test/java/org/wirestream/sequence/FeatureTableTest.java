package org.wirestream.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FeatureTableTest {
    private static final long[] HASHES = new Random(1).longs(20_000).toArray();

    private static FeatureTable table(LongStream hashes) {
        FeatureTable table = new FeatureTable(0);
        hashes.forEach(table::add);
        return table;
    }

    @Test
    void shouldNumberFeaturesInTheOrderInWhichTheyCome() {
        FeatureTable table = table(LongStream.of(HASHES));
        for (int i = 0; i < HASHES.length; i++) {
            assertThat(table.find(HASHES[i])).isEqualTo(i);
        }
        assertThat(table.hashes()).isEqualTo(HASHES);
    }

    @Test
    void shouldKnowAFeatureThatComesAgain() {
        FeatureTable table = table(LongStream.concat(LongStream.of(HASHES), LongStream.of(HASHES)));
        assertThat(table.size()).isEqualTo(HASHES.length);
    }

    @Test
    void shouldNotTakeOneFeatureForAnotherInTheSameSlot() {
        // Both halves the same: every such hash begins to look in slot 0, and many are alike in the bits that a slot
        // keeps.
        FeatureTable table = table(LongStream.range(0, 3_000).map(half -> half << 32 | half));
        assertThat(table.find(3_000L << 32 | 3_000L)).isEqualTo(-1);
        assertThat(table.find(2_999L << 32 | 2_999L)).isEqualTo(2_999);
    }

    @Test
    void shouldNotKnowWhatItWasNotGiven() {
        FeatureTable table = table(LongStream.of(HASHES));
        assertThat(new Random(2).longs(20_000).filter(hash -> table.find(hash) >= 0))
                .isEmpty();
    }
}
