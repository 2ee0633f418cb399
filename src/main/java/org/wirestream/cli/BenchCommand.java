package org.wirestream.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.wirestream.Engine;
import org.wirestream.bench.Bench;
import org.wirestream.bench.GrowthBench;
import org.wirestream.bench.Report;
import org.wirestream.bench.ReportText;
import org.wirestream.bench.ScalingBench;
import org.wirestream.bench.StartBench;
import org.wirestream.bench.Workload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench}: how fast it is here. */
@Command(
        name = "bench",
        description = "Measure the bare enricher, the pipeline on a broker in this process, and plain client loops.",
        footer = {
            "  wirestream bench --engine fast",
            "  wirestream bench --json --rounds 7 --seconds 20 --latency-seconds 180 > bench.json",
            "  wirestream bench --bare my-texts/",
            "  wirestream bench --engine fast --growth 10000",
            "  wirestream bench --engine fast --start",
            "  wirestream bench --engine fast --scaling"
        })
final class BenchCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            description = "texts to measure with (default: in a working copy the seeds and the corpus)")
    private List<String> paths = List.of();

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            split = ",",
            description = "${COMPLETION-CANDIDATES}, or both with a comma between them (default: both)")
    private List<Engine> engines = List.of(Engine.FAST, Engine.ACCURATE);

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "2",
            description = "threads that enrich, beside one (default: ${DEFAULT-VALUE})")
    private int threads;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "how often each measurement is repeated (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "5",
            description = "how long the bare enricher is to work on one run's items (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--latency-seconds",
            paramLabel = "N",
            defaultValue = "30",
            description =
                    "how long items are sent at half load; a third of it does not count (default: ${DEFAULT-VALUE})")
    private int latencySeconds;

    @Option(names = "--bare", description = "only the bare enricher and its stages, no broker")
    private boolean bare;

    @Option(
            names = "--growth",
            paramLabel = "N",
            description = "instead: how cost, memory and start change as the state grows to N items, by powers of ten")
    private int growth;

    @Option(
            names = "--start",
            description = "instead: how long a new process of run takes from its start to the first enriched record")
    private boolean start;

    @Option(
            names = "--scaling",
            description = "instead: what 1, 2 and 4 partitions and 1 and 2 instances of one thread are worth")
    private boolean scaling;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Bench.Options options;
        try {
            options = new Bench.Options(engines, threads, rounds, seconds, !bare, latencySeconds);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        Workload workload = paths.isEmpty()
                ? Workload.ofProject(Path.of(System.getProperty("wirestream.home", ".")))
                : Workload.of(paths);
        PrintWriter err = spec.commandLine().getErr();
        Consumer<String> progress = line -> err.println("wirestream: " + line);
        PrintWriter out = spec.commandLine().getOut();
        if (growth > 0) {
            GrowthBench.Growth found = new GrowthBench(engines.get(0), threads, growth, progress).run(workload);
            out.println(json ? ReportText.json(found) : ReportText.tables(found));
            return ExitCodes.OK;
        }
        if (start) {
            StartBench.ColdStart found = new StartBench(engines.get(0), threads, rounds, progress).run(workload);
            out.println(json ? ReportText.json(found) : ReportText.line(found));
            return ExitCodes.OK;
        }
        if (scaling) {
            ScalingBench.Scaling found = new ScalingBench(engines.get(0), rounds, seconds, progress).run(workload);
            out.println(json ? ReportText.json(found) : ReportText.tables(found));
            return ExitCodes.OK;
        }
        Report report = new Bench(options, progress).run(workload);
        out.println(json ? ReportText.json(report) : ReportText.tables(report));
        return ExitCodes.OK;
    }
}
