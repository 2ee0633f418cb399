package org.wirestream.ingest;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirestream.RawDecoder;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.http.Gate;
import org.wirestream.http.WebServer;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.TopicNames;
import org.wirestream.topics.TopicAdmin;

/** Takes texts from a folder and by HTTP into the raw topic until it is closed or cannot write any more. */
public final class Ingest implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final long SCAN_MILLIS = 500;
    private static final int WAITING_TEXTS = 64;
    private static final long STOP_SECONDS = 35;

    private final List<RawWriter> writers = new ArrayList<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private @Nullable Thread scanner;
    private @Nullable WebServer server;
    private @Nullable ThreadPoolExecutor work;
    private volatile @Nullable RuntimeException failure;

    private Ingest() {}

    /**
     * Starts to take texts.
     *
     * @throws IllegalArgumentException when the folder does not exist
     * @throws UncheckedIOException when the folder cannot be written
     * @throws IllegalStateException when the address cannot be listened on
     * @throws org.wirestream.topics.MissingTopicsException when topics are missing
     * @throws org.wirestream.topics.BrokerUnreachableException when no broker answers
     */
    public static Ingest start(Settings settings, IngestOptions options) {
        Path directory = options.directory();
        if (directory != null && !Files.isDirectory(directory)) {
            throw new IllegalArgumentException("%s is no folder".formatted(directory));
        }
        TopicNames topics = Pipeline.topicNames(settings);
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            admin.requireAll(Set.of(topics.raw(), topics.ingested()));
        }
        Ingest ingest = new Ingest();
        try {
            if (directory != null) {
                ingest.watch(settings, directory, options);
            }
            IngestOptions.Address address = options.address();
            if (address != null) {
                ingest.listen(settings, address, options.source());
            }
            return ingest;
        } catch (RuntimeException e) {
            ingest.close();
            throw e;
        }
    }

    private void watch(Settings settings, Path directory, IngestOptions options) {
        RawWriter writer = open(settings, WatchedDirectory.identity(directory));
        WatchedDirectory watched = new WatchedDirectory(
                directory,
                Pipeline.topicNames(settings).raw(),
                settings.getInt(SettingKey.LIMIT_TEXT_BYTES),
                options.settle(),
                Clock.systemUTC(),
                writer);
        Thread thread = new Thread(() -> scan(watched), "wirestream-ingest-files");
        thread.setDaemon(true);
        thread.start();
        scanner = thread;
    }

    private RawWriter open(Settings settings, String source) {
        RawWriter writer = RawWriter.open(settings, source);
        writers.add(writer);
        return writer;
    }

    private void scan(WatchedDirectory watched) {
        try {
            do {
                watched.scan();
            } while (!stop.await(SCAN_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
            LOG.error("No more files can be taken in", e);
        }
    }

    private void listen(Settings settings, IngestOptions.Address listened, String source) {
        InetAddress address = WebServer.address("--http", listened.host());
        String token = settings.get(SettingKey.INGEST_TOKEN);
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_TEXTS), task -> {
                    Thread thread = new Thread(task, "wirestream-ingest-http");
                    thread.setDaemon(true);
                    return thread;
                });
        work = executor;
        server = WebServer.start(
                new WebServer.Service("ingest", "another --http"),
                address,
                listened.port(),
                PushHandler.HEADERS,
                new PushHandler(
                        Pipeline.topicNames(settings).raw(),
                        settings.getInt(SettingKey.LIMIT_TEXT_BYTES),
                        new RawDecoder(Pipeline.limits(settings)),
                        open(settings, source),
                        executor,
                        new Gate(token, address.isLoopbackAddress()),
                        Clock.systemUTC()));
        if (!address.isLoopbackAddress() && token.isEmpty()) {
            LOG.warn("Everybody who reaches this machine can send texts; ingest.token would prevent it");
        }
    }

    /** Where texts are taken by HTTP; null when nowhere. */
    public @Nullable String url() {
        return server == null ? null : server.url() + "items";
    }

    /** Waits until it is closed or can write no more; then {@link #failure} says why. */
    public void awaitStopped() throws InterruptedException {
        while (failure() == null && !stop.await(200, TimeUnit.MILLISECONDS)) {
            // Looks again.
        }
    }

    /** What keeps it from taking texts; null when nothing does. */
    public @Nullable RuntimeException failure() {
        RuntimeException failed = failure;
        for (RawWriter writer : writers) {
            failed = failed == null ? writer.failure() : failed;
        }
        return failed;
    }

    /** Finishes what is in hand, and stops. */
    @Override
    public void close() {
        stop.countDown();
        try {
            if (server != null) {
                server.close();
            }
            if (work != null) {
                work.shutdown();
                work.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
            }
            if (scanner != null) {
                scanner.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            writers.forEach(RawWriter::close);
        }
    }
}
