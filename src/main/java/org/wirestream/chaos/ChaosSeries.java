package org.wirestream.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Chaos runs, one after the other. Used once, by one thread; {@link #close} may come from any. */
public final class ChaosSeries implements AutoCloseable {
    private final List<ChaosOptions> runs;
    private final @Nullable Path temporary;
    private final Consumer<String> log;
    private final Reference reference = new Reference();
    private volatile @Nullable Chaos current;

    /**
     * @param temporary holds data and logs of all runs, of which only those are kept that were not exact; null to keep all
     * @param log is told how it goes
     */
    public ChaosSeries(List<ChaosOptions> runs, @Nullable Path temporary, Consumer<String> log) {
        this.runs = List.copyOf(runs);
        this.temporary = temporary;
        this.log = log;
    }

    /**
     * Runs all, also after one that was not exact.
     *
     * @param verdicts is told each as it comes
     * @return whether all were exact
     * @throws IllegalStateException when a cluster or the load, not the application, fails
     */
    public boolean run(Consumer<Verdict> verdicts) throws IOException, InterruptedException {
        int exact = 0;
        for (ChaosOptions options : runs) {
            log.accept(String.format(
                    Locale.ROOT,
                    "wirestream: seed %d, %s; data and logs in %s",
                    options.seed(),
                    options.protocol(),
                    options.directory()));
            Verdict verdict = run(options);
            verdicts.accept(verdict);
            if (verdict.isExactlyOnce()) {
                exact++;
                if (temporary != null) {
                    Utils.delete(options.directory().toFile());
                }
            }
        }
        if (temporary != null && exact == runs.size()) {
            Utils.delete(temporary.toFile());
        }
        if (runs.size() > 1) {
            log.accept("wirestream: %d of %d exactly once".formatted(exact, runs.size()));
        }
        return exact == runs.size();
    }

    private Verdict run(ChaosOptions options) throws IOException, InterruptedException {
        try (Chaos chaos = new Chaos(options, reference, log)) {
            current = chaos;
            return chaos.run();
        }
    }

    /** Ends every process that was started. */
    @Override
    public void close() {
        Chaos running = current;
        if (running != null) {
            running.close();
        }
    }
}
