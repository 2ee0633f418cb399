package org.wirestream.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.config.SettingKey;

/**
 * How cost, memory and start change as the pipeline's state grows, by powers of ten. The items are short, each with an hour of its
 * own, so that there are as many count keys as possible.
 */
public final class GrowthBench {
    /** Characters of an item that counts as short. */
    private static final int SHORT = 300;
    /** How much longer long items are, about. */
    private static final int LONGER = 10;

    private static final int FIRST = 1_000;
    private static final int PROBE = 500;
    private static final LocalDateTime START = LocalDateTime.of(2000, 1, 1, 1, 0);

    private final Engine engine;
    private final int threads;
    private final int most;
    private final Consumer<String> progress;
    private int sent;

    /**
     * Prepares a measurement.
     *
     * @param threads stream threads
     * @param most how many items the state grows to
     * @param progress is told how far it is
     */
    public GrowthBench(Engine engine, int threads, int most, Consumer<String> progress) {
        if (most < FIRST) {
            throw new IllegalArgumentException("growth starts at %,d items".formatted(FIRST));
        }
        this.engine = engine;
        this.threads = threads;
        this.most = most;
        this.progress = progress;
    }

    /**
     * The state at some size.
     *
     * @param items how many items the pipeline has seen
     * @param countKeys rows that it counts, as RocksDB estimates them
     * @param cpuMicros processor time of the process for another item, in µs
     * @param heapBytes live heap after a collection
     * @param residentBytes memory of the process, the broker's among it
     * @param stateBytes files of the state
     */
    public record Step(
            int items, long countKeys, double cpuMicros, long heapBytes, long residentBytes, long stateBytes) {}

    /**
     * What was found.
     *
     * @param steps the state as it grew
     * @param shortCharacters mean length of short items
     * @param longCharacters mean length of long ones
     * @param shortNanos processor time of short items, ns a character
     * @param longNanos that of long ones
     * @param restartMillis from the start of an instance that has its state to running
     * @param restoreMillis the same of one that has lost it
     */
    public record Growth(
            List<Step> steps,
            long shortCharacters,
            long longCharacters,
            double shortNanos,
            double longNanos,
            long restartMillis,
            long restoreMillis) {}

    /** Measures; takes minutes. */
    public Growth run(Workload workload) throws Exception {
        Enricher enricher = Enricher.load(engine);
        List<RawItem> shorts = workload.between(0, SHORT);
        long mean = mean(shorts);
        List<RawItem> longs = workload.between((int) (mean * LONGER / 2), (int) (mean * LONGER * 2));
        try (Site site = Site.open(engine, threads, enricher.desks())) {
            List<Step> steps = new ArrayList<>();
            Run ofShorts;
            Run ofLongs;
            try (PipelineBench pipeline = PipelineBench.start(site, enricher)) {
                for (int size = FIRST; size <= most; size *= LONGER) {
                    pipeline.run(next(shorts, size - PROBE - sent));
                    Run probe = pipeline.run(next(shorts, PROBE));
                    steps.add(step(site, pipeline, probe));
                    progress.accept("%,d items".formatted(sent));
                }
                pipeline.run(next(longs, PROBE / LONGER));
                ofShorts = pipeline.run(next(shorts, PROBE));
                ofLongs = pipeline.run(next(longs, PROBE / LONGER));
            }
            long restart = start(site, enricher);
            Site.delete(state(site));
            long restore = start(site, enricher);
            return new Growth(
                    steps,
                    ofShorts.characters() / ofShorts.items(),
                    ofLongs.characters() / ofLongs.items(),
                    (double) ofShorts.cpuNanos() / ofShorts.characters(),
                    (double) ofLongs.cpuNanos() / ofLongs.characters(),
                    restart,
                    restore);
        }
    }

    private static long mean(List<RawItem> items) {
        return items.stream().mapToLong(RawItem::characters).sum() / items.size();
    }

    private List<RawItem> next(List<RawItem> texts, int count) {
        List<RawItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++, sent++) {
            items.add(texts.get(sent % texts.size())
                    .withId("urn:bench:growth:" + sent)
                    .withDate(START.plusHours(sent)
                            .atOffset(ZoneOffset.ofHours(8))
                            .toString()));
        }
        return items;
    }

    private Step step(Site site, PipelineBench pipeline, Run probe) throws IOException {
        return new Step(
                sent,
                pipeline.countKeys(),
                probe.cpuNanos() / 1e3 / probe.items(),
                Start.liveHeap(),
                Start.resident(),
                bytes(state(site)));
    }

    private static long start(Site site, Enricher enricher) throws InterruptedException {
        long begin = System.nanoTime();
        PipelineBench pipeline = PipelineBench.start(site, enricher);
        long took = System.nanoTime() - begin;
        pipeline.close();
        return took / 1_000_000;
    }

    private static Path state(Site site) {
        return Path.of(site.settings().get(SettingKey.STATE_DIR));
    }

    private static long bytes(Path directory) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
