package org.wirestream.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.wirestream.Engine;
import org.wirestream.broker.BrokerLibraries;

/** Measures engines one after the other, each against its own bare loop. */
public final class Bench {
    private final Options options;
    private final Consumer<String> progress;

    /** @param progress is told how far it is */
    public Bench(Options options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * What to measure, and how long.
     *
     * @param engines the engines
     * @param threads that enrich, beside one
     * @param rounds how often each measurement is repeated
     * @param secondsPerRun processor time that the bare enricher needs for a run's items
     * @param pipeline whether to measure pipeline, loops and latency too
     * @param latencySeconds how long items are sent for the latency
     */
    public record Options(
            List<Engine> engines, int threads, int rounds, int secondsPerRun, boolean pipeline, int latencySeconds) {
        public Options {
            engines = List.copyOf(engines);
            if (threads < 1 || rounds < 1 || secondsPerRun < 1 || latencySeconds < 1) {
                throw new IllegalArgumentException("threads, rounds and seconds must be at least 1");
            }
        }
    }

    /** Measures; takes minutes. */
    public Report run(Workload workload) throws Exception {
        if (options.pipeline()) {
            // Said at once, not after minutes of warming up.
            BrokerLibraries.require();
        }
        Machine machine = Machine.now();
        List<Report.EngineReport> engines = new ArrayList<>();
        for (Engine engine : options.engines()) {
            engines.add(new EngineBench(engine, workload, options, progress).run());
        }
        return new Report(machine, workload.describe(), options.rounds(), engines);
    }
}
