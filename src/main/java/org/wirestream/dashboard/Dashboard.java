package org.wirestream.dashboard;

import java.net.InetAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.http.Gate;
import org.wirestream.http.WebServer;
import org.wirestream.metrics.Metrics;
import org.wirestream.stream.Backlog;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.TopicNames;
import org.wirestream.subject.Desks;
import org.wirestream.subject.Vocabulary;
import org.wirestream.topics.TopicAdmin;

/** A running dashboard: reads the output topics of a cluster and serves page and API until it is closed. */
public final class Dashboard implements AutoCloseable {
    /** How the ids of items begin whose stories were invented for a demonstration; the page says so. */
    public static final String INVENTED = "urn:wirestream:synthetic:";

    private static final Logger LOG = LoggerFactory.getLogger(Dashboard.class);
    private static final long SAMPLE_SECONDS = 5;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final long STOP_SECONDS = 10;

    private final OutputReader reader;
    private final Thread readerThread;
    private final Backlog backlog;
    private final Metrics metrics;
    private final ScheduledExecutorService clock;
    private final WebServer server;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Dashboard(
            OutputReader reader,
            Thread readerThread,
            Backlog backlog,
            Metrics metrics,
            ScheduledExecutorService clock,
            WebServer server) {
        this.reader = reader;
        this.readerThread = readerThread;
        this.backlog = backlog;
        this.metrics = metrics;
        this.clock = clock;
        this.server = server;
    }

    /**
     * Starts a dashboard; it serves at once, while it still reads what the topics have.
     *
     * @throws org.wirestream.topics.MissingTopicsException when topics are missing
     * @throws org.wirestream.topics.BrokerUnreachableException when the cluster does not answer
     * @throws IllegalStateException when the address cannot be listened on; the message says which
     */
    public static Dashboard start(Settings settings) {
        TopicNames topics = Pipeline.topicNames(settings);
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            admin.requireAll(OutputReader.topicsRead(topics));
        }
        Vocabulary vocabulary = Vocabulary.load();
        Desks desks = Pipeline.desks(settings);
        LiveFeed feed = new LiveFeed();
        OutputReader.Stores stores = new OutputReader.Stores(
                new ItemStore(settings.getInt(SettingKey.DASHBOARD_ITEMS), settings.getInt(SettingKey.DASHBOARD_BYTES)),
                new CountStore(settings.getInt(SettingKey.DASHBOARD_COUNT_ROWS)),
                new DeadLetterLog(),
                feed);
        OutputReader reader = new OutputReader(settings, topics, stores);
        Backlog backlog = new Backlog(settings);
        PipelineView pipeline =
                new PipelineView(settings.get(SettingKey.APPLICATION_ID), topics.raw(), backlog, reader, stores);
        Metrics metrics = reader.metrics();
        InetAddress address =
                WebServer.address(SettingKey.DASHBOARD_HOST.key(), settings.get(SettingKey.DASHBOARD_HOST));
        WebHandler handler = new WebHandler(
                new Api(stores, new Names(vocabulary, desks), reader, pipeline, metrics),
                PageFiles.load(),
                feed,
                new Gate(settings.get(SettingKey.DASHBOARD_TOKEN), address.isLoopbackAddress()));
        WebServer server;
        try {
            server = WebServer.start(
                    new WebServer.Service("the dashboard", "dashboard.port or dashboard.host"),
                    address,
                    settings.getInt(SettingKey.DASHBOARD_PORT),
                    WebHandler.SECURITY_HEADERS,
                    handler);
        } catch (RuntimeException e) {
            metrics.close();
            backlog.close();
            reader.close();
            throw e;
        }
        if (!address.isLoopbackAddress()
                && settings.get(SettingKey.DASHBOARD_TOKEN).isEmpty()) {
            LOG.warn("The dashboard is open to everybody who reaches this machine; dashboard.token would protect it");
        }
        Thread thread = new Thread(reader, "wirestream-dashboard-reader");
        thread.setDaemon(true);
        thread.start();
        return new Dashboard(reader, thread, backlog, metrics, clock(pipeline, feed), server);
    }

    private static ScheduledExecutorService clock(PipelineView pipeline, LiveFeed feed) {
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2, task -> {
            Thread thread = new Thread(task, "wirestream-dashboard-clock");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> unused =
                clock.scheduleWithFixedDelay(() -> sample(pipeline), 0, SAMPLE_SECONDS, TimeUnit.SECONDS);
        unused = clock.scheduleWithFixedDelay(feed::heartbeat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        return clock;
    }

    private static void sample(PipelineView pipeline) {
        try {
            pipeline.sample();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("The pipeline's state cannot be read: {}", e.getMessage());
        }
    }

    /** Where the page is: {@code http://127.0.0.1:8088/}. */
    public String url() {
        return server.url();
    }

    /** Waits until the dashboard is closed or can read no more; then {@link #failure} says why. */
    public void awaitStopped() throws InterruptedException {
        while (reader.failure() == null && !stopped.await(1, TimeUnit.SECONDS)) {
            // Looks again.
        }
    }

    /** What stopped the dashboard; null when nothing failed. */
    public @Nullable Throwable failure() {
        return reader.failure();
    }

    @Override
    public void close() {
        stopped.countDown();
        server.close();
        clock.shutdownNow();
        reader.stop();
        try {
            readerThread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        backlog.close();
        metrics.close();
    }
}
