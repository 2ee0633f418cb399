package org.wirestream.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.wirestream.Enricher;
import org.wirestream.RawDecoder;
import org.wirestream.document.EnrichedItem;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;

/** The enricher in a loop: bytes in, an enriched item in memory out. The limit of everything built around it. */
final class BareEnricher {
    private final RawDecoder decoder = new RawDecoder(Limits.DEFAULT);
    private final Enricher enricher;

    BareEnricher(Enricher enricher) {
        this.enricher = enricher;
    }

    /** The same with threads that help with long items. */
    BareEnricher withParagraphThreads(int helpers) {
        return new BareEnricher(enricher.withParagraphThreads(helpers));
    }

    EnrichedItem enrich(RawItem item) throws MalformedWireException {
        return enricher.enrich(item.decode(decoder), "1");
    }

    /** Enriches items on some threads, each taking the next item that is left. */
    Run run(List<RawItem> items, int threads) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        Callable<Integer> worker = () -> {
            int paragraphs = 0;
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                paragraphs += enrich(items.get(i)).paragraphs().size();
            }
            return paragraphs;
        };
        List<Callable<Integer>> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(worker);
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Meter meter = new Meter();
            for (Future<Integer> each : pool.invokeAll(workers)) {
                each.get();
            }
            return meter.stop(items);
        } finally {
            pool.shutdownNow();
        }
    }
}
