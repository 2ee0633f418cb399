package org.wirestream.metrics;

import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;

/** What a dashboard measures: the consumer that reads the output topics, the Java machine, and whether it is ready. */
public final class DashboardMetrics implements Metrics {
    private final RuntimeMetrics runtime = new RuntimeMetrics();

    /** @param ready whether it has read what was there when it started */
    public DashboardMetrics(Consumer<?, ?> consumer, BooleanSupplier ready) {
        runtime.measure(consumer);
        runtime.ready(ready);
        runtime.info();
    }

    @Override
    public String scrape() {
        return runtime.scrape();
    }

    @Override
    public void close() {
        runtime.close();
    }
}
