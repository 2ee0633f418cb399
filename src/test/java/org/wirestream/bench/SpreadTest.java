package org.wirestream.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void shouldSayTheMiddleAndTheEnds() {
        assertThat(Spread.of(List.of(5, 1, 9), Integer::doubleValue)).isEqualTo(new Spread(5, 1, 9));
        assertThat(Spread.of(List.of(4, 1, 9, 6), Integer::doubleValue)).isEqualTo(new Spread(5, 1, 9));
    }

    @Test
    void shouldTakePercentilesByNearestRank() {
        double[] sorted = {1, 2, 3, 4};

        assertThat(LatencyBench.percentile(sorted, 0.5)).isEqualTo(2);
        assertThat(LatencyBench.percentile(sorted, 0.99)).isEqualTo(4);
        assertThat(LatencyBench.percentile(sorted, 0)).isEqualTo(1);
    }

    @Test
    void shouldMeasureThroughputByBothClocks() {
        Run run = new Run(10, 1_000, 2_000_000_000L, 500_000_000L);

        assertThat(run.charactersPerSecond()).isEqualTo(500);
        assertThat(run.charactersPerCpuSecond()).isEqualTo(2_000);
        assertThat(run.itemsPerSecond()).isEqualTo(5);
    }
}
