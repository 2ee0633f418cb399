package org.wirestream.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wirestream.Engine;

/** A bench as short as possible: what it says of speed means nothing, but all of it must be there. */
@Tag("long")
class BenchIT {
    @Test
    void shouldMeasureEnricherPipelineLoopsStagesAndLatency() throws Exception {
        Bench.Options options = new Bench.Options(List.of(Engine.FAST), 2, 1, 1, true, 2);

        Report report = new Bench(options, line -> {}).run(Workload.ofProject(Path.of("")));

        Report.EngineReport engine = report.engines().get(0);
        assertThat(engine.runs()).hasSize(5).allSatisfy(run -> {
            assertThat(run.charactersPerSecond().least()).isPositive();
            assertThat(run.charactersPerCpuSecond().least()).isPositive();
        });
        assertThat(engine.ratios()).hasSize(6);
        assertThat(engine.stages())
                .extracting(Stages.Stage::name)
                .containsExactly(
                        "parse", "dates", "words", "recognisers", "model", "subjects", "whole enricher", "serialise");
        assertThat(engine.latency()).isNotNull();
        assertThat(ReportText.tables(report)).contains("pipeline, exactly once", "latency at");
        assertThat(ReportText.json(report)).contains("\"charactersPerCpuSecond\"");
    }

    @Test
    void shouldMeasureGrowth() throws Exception {
        GrowthBench.Growth growth =
                new GrowthBench(Engine.FAST, 2, 1_000, line -> {}).run(Workload.ofProject(Path.of("")));

        assertThat(growth.steps()).singleElement().satisfies(step -> {
            assertThat(step.items()).isEqualTo(1_000);
            assertThat(step.countKeys()).isGreaterThan(1_000);
            assertThat(step.stateBytes()).isPositive();
        });
        assertThat(growth.longCharacters()).isGreaterThan(4 * growth.shortCharacters());
        assertThat(growth.restoreMillis()).isPositive();
        assertThat(ReportText.tables(growth)).contains("when it must be restored");
    }

    @Test
    void shouldMeasureTheStartOfAnInstance() throws Exception {
        StartBench.ColdStart start = new StartBench(Engine.FAST, 2, 1, line -> {}).run(Workload.ofProject(Path.of("")));

        assertThat(start.again().median()).isPositive();
        assertThat(ReportText.line(start)).contains("first enriched record");
    }

    @Test
    void shouldMeasureWhatPartitionsAndInstancesAreWorth() throws Exception {
        ScalingBench.Scaling scaling =
                new ScalingBench(Engine.FAST, 1, 1, line -> {}).run(Workload.ofProject(Path.of("")));

        assertThat(scaling.steps())
                .extracting(ScalingBench.Step::partitions, ScalingBench.Step::instances)
                .containsExactly(tuple(1, 1), tuple(1, 2), tuple(2, 1), tuple(2, 2), tuple(4, 1), tuple(4, 2));
        assertThat(ReportText.tables(scaling)).contains("of the first");
    }
}
