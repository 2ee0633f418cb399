package org.wirestream.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.wirestream.Engine;
import org.wirestream.Enricher;

/** Measures one engine: every round runs each arrangement once, so that a machine's bad minute hits all of them. */
final class EngineBench {
    private static final String BARE = "bare enricher";
    private static final String LONG = "longest item";
    private static final String PIPELINE = "pipeline, exactly once";
    private static final String PLAIN = "client loop, at least once";
    private static final String TRANSACTIONS = "client loop, transactions";

    /** Characters of the first run, which is not compiled at all. */
    private static final int FIRST = 5_000;
    /** How often the longest item is enriched in a run. */
    private static final int LONG_ITEMS = 2;
    /** Runs that warm up at least. */
    private static final int FEWEST = 4;
    /** Runs that warm up the pipeline at most. */
    private static final int MOST = 8;
    /** A run that is less than this faster than the one before ends the warm-up. */
    private static final double FASTER = 1.05;

    private final Engine engine;
    private final Workload workload;
    private final Bench.Options options;
    private final Consumer<String> progress;
    private final Map<String, List<Run>> runs = new LinkedHashMap<>();
    private final List<List<Stages.Stage>> stages = new ArrayList<>();
    private long warmedUp;
    private Report.@Nullable Written written;

    EngineBench(Engine engine, Workload workload, Bench.Options options, Consumer<String> progress) {
        this.engine = engine;
        this.workload = workload;
        this.options = options;
        this.progress = progress;
    }

    Report.EngineReport run() throws Exception {
        long begin = System.nanoTime();
        Enricher enricher = Enricher.load(engine);
        long loaded = System.nanoTime();
        BareEnricher bare = new BareEnricher(enricher);
        bare.enrich(workload.ofLength(1).get(0));
        long first = System.nanoTime();
        Start start = new Start(
                (loaded - begin) / 1_000_000,
                (first - loaded) / 1_000_000,
                Start.sinceJvmStart(),
                Start.liveHeap(),
                Start.resident());
        List<RawItem> items = warmUp(bare);
        long characters = items.stream().mapToLong(RawItem::characters).sum();
        progress.accept("%s: %,d items of %,d characters a run".formatted(engine.id(), items.size(), characters));
        LatencyBench.Latency latency = null;
        if (options.pipeline()) {
            latency = withPipeline(bare, enricher, items);
        } else {
            withoutPipeline(bare, enricher, items);
        }
        return new Report.EngineReport(
                engine.id(),
                start,
                warmedUp,
                items.size(),
                characters,
                throughput(),
                medians(),
                ratios(),
                latency,
                written);
    }

    /** Enriches until it gets no faster, and so finds how many items make a run of the wished length. */
    private List<RawItem> warmUp(BareEnricher bare) throws Exception {
        double before = 0;
        List<RawItem> items = workload.ofLength(FIRST);
        for (int run = 1; ; run++) {
            Run warm = bare.run(items, 1);
            warmedUp += warm.characters();
            items = workload.ofLength((long) (warm.charactersPerCpuSecond() * options.secondsPerRun()));
            if (run > FEWEST && warm.charactersPerCpuSecond() < FASTER * before) {
                return items;
            }
            before = warm.charactersPerCpuSecond();
        }
    }

    private void withoutPipeline(BareEnricher bare, Enricher enricher, List<RawItem> items) throws Exception {
        try (Stages stageBench = new Stages(engine, enricher)) {
            stageBench.measure(items);
            for (int round = 1; round <= options.rounds(); round++) {
                bareRound(bare, items);
                stages.add(stageBench.measure(items));
                progress.accept("%s: round %d of %d".formatted(engine.id(), round, options.rounds()));
            }
        }
    }

    private LatencyBench.Latency withPipeline(BareEnricher bare, Enricher enricher, List<RawItem> items)
            throws Exception {
        int threads = options.threads();
        try (Site site = Site.open(engine, threads, enricher.desks());
                PipelineBench pipeline = PipelineBench.start(site, enricher);
                Stages stageBench = new Stages(engine, enricher)) {
            ClientLoop plain = new ClientLoop(site, ClientLoop.Delivery.AT_LEAST_ONCE, enricher);
            ClientLoop transactions = new ClientLoop(site, ClientLoop.Delivery.TRANSACTIONS, enricher);
            warmUp(pipeline, items);
            plain.run(items, threads);
            transactions.run(items, threads);
            stageBench.measure(items);
            for (int round = 1; round <= options.rounds(); round++) {
                List<RawItem> fresh = Keys.fresh(items, Integer.toString(round));
                bareRound(bare, items);
                Report.Written before = site.written();
                record(PIPELINE, () -> pipeline.run(fresh));
                written = site.written().since(before);
                record(PLAIN, () -> plain.run(items, threads));
                record(TRANSACTIONS, () -> transactions.run(items, threads));
                stages.add(stageBench.measure(items));
                progress.accept("%s: round %d of %d".formatted(engine.id(), round, options.rounds()));
            }
            double rate = Spread.of(rounds(PIPELINE), Run::itemsPerSecond).median() / 2;
            return latency(site, items, rate);
        }
    }

    private LatencyBench.Latency latency(Site site, List<RawItem> items, double rate) throws Exception {
        progress.accept("%s: latency at %.1f items/s".formatted(engine.id(), rate));
        int wanted = (int) Math.max(30, rate * options.latencySeconds());
        List<RawItem> some = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            RawItem item = items.get(i % items.size());
            some.add(item.withId(item.id() + ":latency:" + i));
        }
        return new LatencyBench(site).measure(some, rate);
    }

    /** Like the enricher's: until it gets no faster, since a broker and a topology take longer to be compiled than it does. */
    private void warmUp(PipelineBench pipeline, List<RawItem> items) throws Exception {
        double before = 0;
        for (int run = 1; run <= MOST; run++) {
            progress.accept("%s: warming up the pipeline, %d".formatted(engine.id(), run));
            double now = pipeline.run(Keys.fresh(items, "warm" + run)).charactersPerCpuSecond();
            if (now < FASTER * before) {
                return;
            }
            before = now;
        }
    }

    private void bareRound(BareEnricher bare, List<RawItem> items) throws Exception {
        record(BARE + " 1", () -> bare.run(items, 1));
        if (options.threads() > 1) {
            record(BARE + " " + options.threads(), () -> bare.run(items, options.threads()));
            if (engine == Engine.ACCURATE) {
                longRound(bare, bare.withParagraphThreads(options.threads() - 1));
            }
        }
    }

    /** One long item at a time, its paragraphs read by one thread and by several. */
    private void longRound(BareEnricher bare, BareEnricher helped) throws Exception {
        List<RawItem> items = Collections.nCopies(LONG_ITEMS, workload.longest());
        record(LONG + " 1", () -> bare.run(items, 1));
        record(LONG + " " + options.threads(), () -> helped.run(items, 1));
    }

    private void record(String name, Callable<Run> run) throws Exception {
        runs.computeIfAbsent(name, each -> new ArrayList<>()).add(run.call());
    }

    private List<Run> rounds(String name) {
        return runs.getOrDefault(name, List.of());
    }

    private List<Report.Throughput> throughput() {
        List<Report.Throughput> all = new ArrayList<>();
        runs.forEach((name, rounds) -> {
            boolean isAlone = name.endsWith(" 1");
            String suffix = " " + (isAlone ? 1 : options.threads());
            String plain = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
            all.add(Report.Throughput.of(plain, isAlone ? 1 : options.threads(), rounds));
        });
        return all;
    }

    private List<Stages.Stage> medians() {
        List<Stages.Stage> all = new ArrayList<>();
        for (int i = 0; i < stages.get(0).size(); i++) {
            int at = i;
            List<Stages.Stage> rounds =
                    stages.stream().map(each -> each.get(at)).toList();
            all.add(new Stages.Stage(
                    rounds.get(0).name(),
                    Spread.of(rounds, Stages.Stage::nanos).median(),
                    Spread.of(rounds, Stages.Stage::bytes).median()));
        }
        return all;
    }

    private List<Report.Ratio> ratios() {
        List<Report.Ratio> all = new ArrayList<>();
        String bare = BARE + " " + options.threads();
        ratio(bare, BARE + " 1", all);
        ratio(LONG + " " + options.threads(), LONG + " 1", all);
        ratio(PIPELINE, bare, all);
        ratio(PLAIN, bare, all);
        ratio(TRANSACTIONS, bare, all);
        ratio(PIPELINE, PLAIN, all);
        ratio(PIPELINE, TRANSACTIONS, all);
        return all;
    }

    private void ratio(String of, String by, List<Report.Ratio> all) {
        if (!of.equals(by) && runs.containsKey(of) && runs.containsKey(by)) {
            all.add(new Report.Ratio(
                    of + " / " + by,
                    ratio(of, by, Run::charactersPerSecond),
                    ratio(of, by, Run::charactersPerCpuSecond)));
        }
    }

    private Spread ratio(String of, String by, ToDoubleFunction<Run> value) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds(of).size(); i++) {
            ratios.add(value.applyAsDouble(rounds(of).get(i))
                    / value.applyAsDouble(rounds(by).get(i)));
        }
        return Spread.of(ratios, Double::doubleValue);
    }
}
