package org.wirestream.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.streams.KafkaStreams;
import org.wirestream.Version;

/** What every process says of itself, and what others measure: Kafka's clients and the Java machine. */
final class RuntimeMetrics implements AutoCloseable {
    /**
     * Kafka Streams measures each operator of each task, some hundred series a task that nobody can look at; their sums are in the
     * metrics of threads and tasks.
     */
    private static final List<String> TOO_MANY =
            List.of("kafka.stream.processor.node.", "kafka.stream.record.cache.", "kafka.stream.topic.");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<AutoCloseable> open = new ArrayList<>();

    RuntimeMetrics() {
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

    /** Where what a process counts itself is added. */
    MeterRegistry registry() {
        return registry;
    }

    void measure(KafkaStreams streams) {
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
        open.add(metrics);
        metrics.bindTo(registry);
    }

    void measure(Consumer<?, ?> consumer) {
        KafkaClientMetrics metrics = new KafkaClientMetrics(consumer);
        open.add(metrics);
        metrics.bindTo(registry);
    }

    /** Tells whether {@code /readyz} answers 200. */
    void ready(BooleanSupplier ready) {
        Gauge.builder("wirestream.ready", ready, each -> each.getAsBoolean() ? 1 : 0)
                .strongReference(true)
                .register(registry);
    }

    /**
     * Tells which version this is.
     *
     * @param tags names and values of what else is to be known of it
     */
    void info(String... tags) {
        Gauge.builder("wirestream.info", () -> 1)
                .tag("version", Version.current())
                .tags(tags)
                .register(registry);
    }

    String scrape() {
        return registry.scrape();
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
        registry.close();
    }
}
