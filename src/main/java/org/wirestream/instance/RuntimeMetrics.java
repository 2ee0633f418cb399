package org.wirestream.instance;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;

/** What others measure: Kafka Streams and its clients, and the Java machine. */
final class RuntimeMetrics implements AutoCloseable {
    /**
     * Kafka Streams measures each operator of each task, some hundred series a task that nobody can look at; their sums are in the
     * metrics of threads and tasks.
     */
    private static final List<String> TOO_MANY =
            List.of("kafka.stream.processor.node.", "kafka.stream.record.cache.", "kafka.stream.topic.");

    private final MeterRegistry registry;
    private final List<AutoCloseable> open = new ArrayList<>();

    RuntimeMetrics(MeterRegistry registry) {
        this.registry = registry;
        registry.config()
                .meterFilter(MeterFilter.deny(meter -> TOO_MANY.stream().anyMatch(meter.getName()::startsWith)));
        JvmGcMetrics collections = new JvmGcMetrics();
        open.add(collections);
        collections.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    void measure(KafkaStreams streams) {
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
        open.add(metrics);
        metrics.bindTo(registry);
    }

    @Override
    public void close() {
        for (AutoCloseable resource : open) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("measuring did not stop", e);
            }
        }
    }
}
