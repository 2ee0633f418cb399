package org.wirestream.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bench has found. Medians of the rounds, with the least and the most.
 *
 * @param machine what it ran on
 * @param workload what was enriched
 * @param rounds how often each measurement was repeated, in turn with the others
 * @param engines each engine's figures
 */
public record Report(Machine machine, Workload.Description workload, int rounds, List<EngineReport> engines) {
    /**
     * One engine's figures.
     *
     * @param engine its name
     * @param start loading and memory
     * @param warmUp characters enriched before the rounds
     * @param items in each run
     * @param characters in each run
     * @param runs throughput of each arrangement
     * @param stages cost of each stage, the median of the rounds
     * @param ratios throughput of one arrangement by that of another, round by round
     * @param latency at half load; null when the pipeline was left out
     * @param written what the pipeline wrote; null when it was left out
     */
    public record EngineReport(
            String engine,
            Start start,
            long warmUp,
            int items,
            long characters,
            List<Throughput> runs,
            List<Stages.Stage> stages,
            List<Ratio> ratios,
            LatencyBench.@Nullable Latency latency,
            @Nullable Written written) {}

    /**
     * What the pipeline wrote, in a run or since it began, the input among it, as the broker keeps it: compressed, with what batches and transactions add.
     *
     * @param rawBytes of {@code wire.raw}
     * @param bytes of all topics
     * @param records of all topics, with the markers that end transactions
     */
    public record Written(long rawBytes, long bytes, long records) {
        Written since(Written before) {
            return new Written(rawBytes - before.rawBytes, bytes - before.bytes, records - before.records);
        }
    }

    /**
     * How fast an arrangement is.
     *
     * @param name the arrangement
     * @param threads that enrich
     * @param charactersPerSecond by wall clock
     * @param charactersPerCpuSecond by processor time of the process
     * @param itemsPerSecond by wall clock
     */
    public record Throughput(
            String name,
            int threads,
            Spread charactersPerSecond,
            Spread charactersPerCpuSecond,
            Spread itemsPerSecond) {
        static Throughput of(String name, int threads, List<Run> rounds) {
            return new Throughput(
                    name,
                    threads,
                    Spread.of(rounds, Run::charactersPerSecond),
                    Spread.of(rounds, Run::charactersPerCpuSecond),
                    Spread.of(rounds, Run::itemsPerSecond));
        }
    }

    /**
     * One arrangement beside another; above 1 the first is faster.
     *
     * @param name both
     * @param wall by wall clock
     * @param cpu by processor time of the process
     */
    public record Ratio(String name, Spread wall, Spread cpu) {}
}
