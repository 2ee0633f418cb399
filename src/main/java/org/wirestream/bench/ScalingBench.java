package org.wirestream.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.stream.WireStreams;

/**
 * How much more several partitions and a second instance do. Every instance has one thread and all share one process with the
 * broker, so that more of them than there are cores can bring nothing.
 */
public final class ScalingBench {
    private static final int[] PARTITIONS = {1, 2, 4};
    /** Runs before those that count. */
    private static final int WARM_UP = 3;

    private final Engine engine;
    private final int rounds;
    private final int secondsPerRun;
    private final Consumer<String> progress;

    /**
     * Prepares a measurement.
     *
     * @param rounds how often each arrangement is measured
     * @param secondsPerRun about how long the bare enricher would work on one run's items
     * @param progress is told how far it is
     */
    public ScalingBench(Engine engine, int rounds, int secondsPerRun, Consumer<String> progress) {
        this.engine = engine;
        this.rounds = rounds;
        this.secondsPerRun = secondsPerRun;
        this.progress = progress;
    }

    /** One arrangement. */
    public record Step(int partitions, int instances, Spread itemsPerSecond, Spread charactersPerCpuSecond) {}

    /**
     * What was found.
     *
     * @param items of a run
     * @param characters of all of them
     */
    public record Scaling(int items, long characters, List<Step> steps) {}

    /** Measures; takes minutes. */
    public Scaling run(Workload workload) throws Exception {
        Enricher enricher = Enricher.load(engine);
        BareEnricher bare = new BareEnricher(enricher);
        List<RawItem> items = workload.ofLength(100_000);
        for (int run = 0; run < WARM_UP; run++) {
            double rate = bare.run(items, 1).charactersPerSecond();
            items = workload.ofLength((long) (rate * secondsPerRun));
        }
        List<Step> steps = new ArrayList<>();
        for (int partitions : PARTITIONS) {
            try (Site site = Site.open(engine, 1, enricher.desks(), partitions)) {
                steps.addAll(measure(site, enricher, partitions, items));
            }
        }
        return new Scaling(
                items.size(), items.stream().mapToLong(RawItem::characters).sum(), steps);
    }

    /** Each round with one instance and with two. */
    private List<Step> measure(Site site, Enricher enricher, int partitions, List<RawItem> items) throws Exception {
        Map<Integer, List<Run>> byInstances = new LinkedHashMap<>();
        try (PipelineBench pipeline = PipelineBench.start(site, enricher)) {
            for (int run = 0; run < WARM_UP; run++) {
                pipeline.run(Keys.fresh(items, "warm" + run));
            }
            for (int round = 1; round <= rounds; round++) {
                byInstances
                        .computeIfAbsent(1, each -> new ArrayList<>())
                        .add(pipeline.run(Keys.fresh(items, "one" + round)));
                try (WireStreams another = PipelineBench.started(site.settingsOfAnother(), enricher)) {
                    // A run whose partitions are still being shared out says nothing.
                    pipeline.run(Keys.fresh(items.subList(0, Math.min(items.size(), 20)), "join" + round));
                    byInstances
                            .computeIfAbsent(2, each -> new ArrayList<>())
                            .add(pipeline.run(Keys.fresh(items, "two" + round)));
                    if (!another.isAlive()) {
                        throw new IllegalStateException("the second instance stopped", another.failure());
                    }
                }
                progress.accept("%d partitions, round %d of %d".formatted(partitions, round, rounds));
            }
        }
        List<Step> steps = new ArrayList<>();
        byInstances.forEach((instances, runs) -> steps.add(new Step(
                partitions,
                instances,
                Spread.of(runs, Run::itemsPerSecond),
                Spread.of(runs, Run::charactersPerCpuSecond))));
        return steps;
    }
}
