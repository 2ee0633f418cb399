package org.wirestream.instance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirestream.Enricher;
import org.wirestream.Loading;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.http.WebServer;
import org.wirestream.metrics.PipelineMetrics;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.WireStreams;

/**
 * A running instance of the topology with its HTTP server: {@code /livez} answers 200 while it starts, runs or rebalances,
 * {@code /readyz} while it runs and its state is restored, {@code /metrics} for Prometheus.
 */
public final class Instance implements AutoCloseable {
    private final WireStreams streams;
    private final PipelineMetrics metrics;
    private final WebServer server;

    private Instance(WireStreams streams, PipelineMetrics metrics, WebServer server) {
        this.streams = streams;
        this.metrics = metrics;
        this.server = server;
    }

    /**
     * Starts an instance and its server.
     *
     * @throws org.wirestream.topics.MissingTopicsException when topics are missing
     * @throws org.wirestream.topics.AccessDeniedException when the cluster refuses this user or does not allow something
     * @throws org.wirestream.topics.BrokerUnreachableException when the cluster does not answer
     * @throws IllegalStateException when the address of the metrics cannot be listened on; the message says which
     */
    public static Instance start(Settings settings, Enricher enricher) {
        return start(settings, enricher.desks().ids(), () -> enricher);
    }

    /** Starts like {@link #start(Settings, Enricher)}, and loads the enricher of the settings while it looks at the cluster. */
    public static Instance start(Settings settings) {
        Loading<Enricher> enricher = Loading.begin(() -> Pipeline.enricher(settings));
        // Its last classes and tables too, so that the first record need not wait for them.
        Loading.begin(() -> enricher.await().warmUp());
        return start(settings, Pipeline.desks(settings).ids(), enricher::await);
    }

    private static Instance start(Settings settings, List<String> desks, Supplier<Enricher> enricher) {
        PipelineMetrics metrics = new PipelineMetrics(desks);
        WireStreams streams = null;
        try {
            streams = Pipeline.instance(settings, desks, enricher, metrics);
            metrics.measure(streams, settings.get(SettingKey.ENGINE));
            WebServer server = WebServer.start(
                    new WebServer.Service(
                            "the instance",
                            "metrics.port to another, or to 0 for any free one",
                            WebServer.Capacity.PROBES),
                    WebServer.address(SettingKey.METRICS_HOST.key(), settings.get(SettingKey.METRICS_HOST)),
                    settings.getInt(SettingKey.METRICS_PORT),
                    Map.of(),
                    new InstanceHandler(streams, metrics));
            streams.start();
            return new Instance(streams, metrics, server);
        } catch (RuntimeException e) {
            metrics.close();
            if (streams != null) {
                streams.close();
            }
            throw e;
        }
    }

    /** Where it answers: {@code http://127.0.0.1:8089/}. */
    public String url() {
        return server.url();
    }

    /** Waits until the topology runs; whether it does so in time. */
    public boolean awaitRunning(Duration timeout) throws InterruptedException {
        return streams.awaitRunning(timeout);
    }

    /** Waits until the instance has stopped, by {@link #close} or by a failure. */
    public void awaitStopped() throws InterruptedException {
        streams.awaitStopped();
    }

    /** What stopped the instance; null when nothing failed. */
    public @Nullable Throwable failure() {
        return streams.failure();
    }

    /** What stopped the instance, in words; null when nothing failed. */
    public @Nullable String reason() {
        return streams.reason();
    }

    /** Stops the topology first, so that a probe sees it go. */
    @Override
    public void close() {
        streams.close();
        server.close();
        metrics.close();
    }
}
