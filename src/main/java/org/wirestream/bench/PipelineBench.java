package org.wirestream.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.wirestream.Enricher;
import org.wirestream.config.Settings;
import org.wirestream.stream.Backlog;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.WireStreams;

/** The whole pipeline, running on a site until it is closed. */
final class PipelineBench implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STUCK = Duration.ofMinutes(15);
    private static final Duration LOOK = Duration.ofMillis(25);

    private final Site site;
    private final WireStreams streams;
    private final String raw;

    private PipelineBench(Site site, WireStreams streams) {
        this.site = site;
        this.streams = streams;
        this.raw = Pipeline.topicNames(site.settings()).raw();
    }

    static PipelineBench start(Site site, Enricher enricher) throws InterruptedException {
        return new PipelineBench(site, started(site.settings(), enricher));
    }

    /** An instance that processes records. */
    static WireStreams started(Settings settings, Enricher enricher) throws InterruptedException {
        WireStreams streams = Pipeline.instance(settings, enricher);
        streams.start();
        if (!streams.awaitRunning(START)) {
            streams.close();
            throw new IllegalStateException(
                    "the topology did not start within " + START.toSeconds() + " s", streams.failure());
        }
        return streams;
    }

    /** Sends items at once and returns when all that they cause is written and committed, counts too. */
    Run run(List<RawItem> items) throws InterruptedException, ExecutionException {
        try (Backlog backlog = new Backlog(site.settings())) {
            Meter meter = new Meter();
            site.send(raw, items);
            long deadline = System.nanoTime() + STUCK.toNanos();
            while (!backlog.isEmpty()) {
                if (streams.failure() != null || System.nanoTime() > deadline) {
                    throw new IllegalStateException("the topology stopped under load", streams.failure());
                }
                Thread.sleep(LOOK.toMillis());
            }
            return meter.stop(items);
        }
    }

    /** Rows that are counted, as RocksDB estimates them. */
    long countKeys() {
        return streams.kafkaStreams().metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("estimate-num-keys")
                        && "count-rows".equals(metric.metricName().tags().get("rocksdb-state-id")))
                .mapToLong(metric -> ((Number) metric.metricValue()).longValue())
                .sum();
    }

    @Override
    public void close() {
        streams.close();
    }
}
