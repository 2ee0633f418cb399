package org.wirestream.dashboard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirestream.Version;
import org.wirestream.stream.Backlog;

/** How the pipeline is doing, as the cluster shows it. {@link #sample} asks the cluster; the answer is then at hand for everybody. */
final class PipelineView {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineView.class);

    private final String applicationId;
    private final String rawTopic;
    private final Backlog backlog;
    private final OutputReader reader;
    private final OutputReader.Stores stores;
    private final Throughput throughput = new Throughput();
    private volatile Sampled sampled = new Sampled(null, false, null);

    PipelineView(
            String applicationId, String rawTopic, Backlog backlog, OutputReader reader, OutputReader.Stores stores) {
        this.applicationId = applicationId;
        this.rawTopic = rawTopic;
        this.backlog = backlog;
        this.reader = reader;
        this.stores = stores;
    }

    private record Sampled(
            @Nullable Instant at,
            boolean reachable,
            @Nullable Lag lag) {}

    record PartitionView(
            String topic, int partition, @Nullable Long committed, long end, long lag) {}

    record Lag(long records, List<PartitionView> partitions) {}

    record Engine(String engine, String vocabulary, int items) {}

    record Reader(
            boolean caughtUp,
            long lag,
            int items,
            long itemBytes,
            int itemsLimit,
            long bytesLimit,
            int countRows,
            int countRowsLimit,
            boolean countsComplete,
            int streams) {}

    record View(
            String applicationId,
            String wirestream,
            @Nullable String sampledAt,
            boolean reachable,
            @Nullable Lag lag,
            Throughput.View throughput,
            DeadLetterLog.View deadLetters,
            List<Engine> engines,
            Reader reader) {}

    /** Asks the cluster how far the pipeline is. */
    void sample() throws InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try {
            List<Backlog.PartitionLag> partitions = backlog.partitions();
            sampled = new Sampled(
                    now,
                    true,
                    new Lag(
                            partitions.stream()
                                    .mapToLong(Backlog.PartitionLag::records)
                                    .sum(),
                            partitions.stream()
                                    .map(p -> new PartitionView(
                                            p.topic(), p.partition(), p.committed(), p.end(), p.records()))
                                    .toList()));
            List<Backlog.PartitionLag> raw =
                    partitions.stream().filter(p -> p.topic().equals(rawTopic)).toList();
            throughput.add(new Throughput.Sample(
                    now,
                    raw.stream().mapToLong(Backlog.PartitionLag::end).sum(),
                    raw.stream()
                            .mapToLong(p -> p.committed() == null ? 0 : p.committed())
                            .sum(),
                    reader.published()));
        } catch (IllegalStateException e) {
            LOG.debug("The cluster did not say how far the pipeline is", e);
            sampled = new Sampled(now, false, sampled.lag());
        }
    }

    View view() {
        Sampled last = sampled;
        ItemStore.Size items = stores.items().size();
        CountStore.Size counts = stores.counts().size();
        return new View(
                applicationId,
                Version.current(),
                last.at() == null ? null : last.at().toString(),
                last.reachable(),
                last.lag(),
                throughput.view(),
                stores.deadLetters().view(),
                engines(),
                new Reader(
                        reader.isCaughtUp(),
                        reader.lag(),
                        items.items(),
                        items.bytes(),
                        items.maxItems(),
                        items.maxBytes(),
                        counts.rows(),
                        counts.maxRows(),
                        counts.complete(),
                        stores.feed().clients()));
    }

    private List<Engine> engines() {
        record Maker(String engine, String vocabulary) {}
        Map<Maker, Integer> makers = new HashMap<>();
        stores.items()
                .published()
                .forEach(item -> makers.merge(
                        new Maker(item.facts().engine(), item.facts().vocabulary()), 1, Integer::sum));
        return makers.entrySet().stream()
                .map(entry -> new Engine(entry.getKey().engine(), entry.getKey().vocabulary(), entry.getValue()))
                .sorted(Comparator.comparingInt(Engine::items).reversed().thenComparing(Engine::engine))
                .toList();
    }
}
