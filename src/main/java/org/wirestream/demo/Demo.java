package org.wirestream.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.wirestream.Enricher;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.counts.CountKind;
import org.wirestream.counts.CountSpan;
import org.wirestream.dashboard.Dashboard;
import org.wirestream.instance.Instance;
import org.wirestream.replay.Manifest;
import org.wirestream.replay.Progress;
import org.wirestream.replay.Rate;
import org.wirestream.replay.ReplayOptions;
import org.wirestream.replay.ReplaySummary;
import org.wirestream.replay.Replayer;
import org.wirestream.replay.SourceException;
import org.wirestream.replay.SourceFiles;
import org.wirestream.stream.Backlog;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.TopicNames;
import org.wirestream.subject.Desks;
import org.wirestream.terminal.CountTable;
import org.wirestream.terminal.ItemView;
import org.wirestream.terminal.Style;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.watch.TopicTail;
import org.wirestream.wire.ItemTime;

/**
 * Starts a broker, applies the topics, runs the topology, replays texts, and prints what a subscriber of {@code wire.items}
 * sees and what the counts say. Used once.
 */
public final class Demo implements AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final int ROWS = 15;
    private static final long SEED = 20170609;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final PrintStream out;
    private final PrintStream err;
    private final Style style;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean started;

    /**
     * @param out what the demonstration shows
     * @param err how it goes
     */
    public Demo(PrintStream out, PrintStream err, Style style) {
        this.out = out;
        this.err = err;
        this.style = style;
    }

    /** Makes the settings when the broker's address is known. */
    @FunctionalInterface
    public interface SettingsAt {
        /** The settings for a broker and directory. */
        Settings at(String bootstrapServers, Path data);
    }

    /**
     * What to demonstrate.
     *
     * @param kept the directory that keeps its data; null for a temporary one
     * @param port of the broker; 0 for any free one
     * @param paths the texts
     * @param once whether to stop when the texts are through, instead of at {@link #close}; then there is no dashboard
     * @param live how fast a synthetic wire follows; null for none
     * @param terminal whether progress may be drawn
     */
    public record Options(
            @Nullable Path kept,
            int port,
            List<String> paths,
            boolean once,
            @Nullable Rate live,
            boolean terminal) {
        public Options {
            paths = List.copyOf(paths);
        }
    }

    /**
     * Runs the demonstration.
     *
     * @param settingsAt makes the settings
     * @throws SourceException when the texts cannot be read; the message says which
     */
    public void run(Options options, SettingsAt settingsAt) throws SourceException, IOException, InterruptedException {
        started = true;
        try (DataDirectory directory = DataDirectory.of(options.kept())) {
            runIn(directory.path(), options, settingsAt);
        } finally {
            closed.countDown();
        }
    }

    private void runIn(Path data, Options options, SettingsAt settingsAt) throws SourceException, InterruptedException {
        SourceFiles texts = SourceFiles.of(options.paths(), Manifest.none(), InputStream.nullInputStream());
        // The settings may name desks, so an address that nobody listens to stands in until the broker is up.
        Settings early = settingsAt.at("127.0.0.1:1", data);
        CompletableFuture<Enricher> loading = CompletableFuture.supplyAsync(() -> Pipeline.enricher(early));
        try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"), options.port())) {
            Settings settings = settingsAt.at(broker.bootstrapServers(), data);
            Desks desks = Pipeline.desks(settings);
            try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
                admin.apply(
                        Pipeline.topics(settings, desks.ids()),
                        Pipeline.topicNames(settings).prefix(),
                        1,
                        false);
            }
            err.println("wirestream: broker on " + broker.bootstrapServers() + ", data in " + data);
            Enricher enricher = loading.join();
            try (Instance instance = Instance.start(settings, enricher)) {
                replay(settings, texts, options.terminal());
                if (!instance.awaitRunning(START_TIMEOUT)) {
                    throw new IllegalStateException(
                            "the topology did not start within " + START_TIMEOUT.toSeconds() + " s",
                            instance.failure());
                }
                show(settings, instance, enricher);
                if (!options.once() && stop.getCount() > 0) {
                    goOn(settings, instance, options.live());
                }
            }
        }
    }

    /** Serves the dashboard, with a wire that goes on if one is wanted, until {@link #close}. */
    private void goOn(Settings settings, Instance instance, @Nullable Rate live) throws InterruptedException {
        try (Dashboard dashboard = Dashboard.start(settings)) {
            err.println("wirestream: dashboard on " + dashboard.url() + "; Ctrl-C stops");
            err.println("wirestream: metrics on " + instance.url() + "metrics");
            if (live != null) {
                play(settings, instance, live);
            }
            while (!stop.await(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                requireAlive(instance);
            }
        }
    }

    private void play(Settings settings, Instance instance, Rate rate) throws InterruptedException {
        SmallTopics.make(settings);
        OffsetDateTime now = OffsetDateTime.now(ItemTime.WIRE_ZONE);
        SyntheticWire wire = new SyntheticWire(SEED, Long.toString(now.toEpochSecond(), Character.MAX_RADIX));
        try (LivePlayer player = new LivePlayer(settings, wire)) {
            int past = player.past(now);
            err.println("wirestream: a synthetic wire of %d items of the last days, and from now on %s a minute"
                    .formatted(past, BigDecimal.valueOf(rate.perSecond() * 60).setScale(1, RoundingMode.HALF_UP)));
            player.play(rate, time -> {
                requireAlive(instance);
                return !stop.await(time.toNanos(), TimeUnit.NANOSECONDS);
            });
        }
    }

    private void replay(Settings settings, SourceFiles texts, boolean terminal) throws InterruptedException {
        ReplaySummary summary;
        try (Progress progress = Progress.to(err, terminal)) {
            summary = new Replayer(settings, ReplayOptions.DEFAULT, progress).replay(texts);
        }
        err.println("wirestream: " + summary.text());
    }

    /** Prints items as they come until the input is through, then the counts. */
    private void show(Settings settings, Instance instance, Enricher enricher) throws InterruptedException {
        TopicNames topics = Pipeline.topicNames(settings);
        ItemView view = new ItemView(style, enricher.vocabulary(), enricher.desks());
        view.legend(out);
        try (TopicTail items = new TopicTail(settings, List.of(topics.items()));
                Backlog backlog = new Backlog(settings)) {
            while (stop.getCount() > 0 && !backlog.isEmpty()) {
                requireAlive(instance);
                items.poll(WAIT, record -> print(view, record));
            }
            items.drain(record -> print(view, record));
        }
        counts(settings, topics);
    }

    private static void requireAlive(Instance instance) {
        Throwable failure = instance.failure();
        if (failure != null) {
            throw new IllegalStateException("the topology failed: " + instance.reason(), failure);
        }
    }

    private void print(ItemView view, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            out.println("withdrawn " + Style.harmless(new String(record.key(), StandardCharsets.UTF_8)));
        } else {
            view.print(json(record.value()), out);
        }
        out.flush();
    }

    private void counts(Settings settings, TopicNames topics) {
        CountTable table = new CountTable(style);
        for (CountKind kind : List.of(CountKind.DESKS, CountKind.SUBJECTS, CountKind.COUNTRIES, CountKind.ENTITIES)) {
            Map<String, JsonNode> latest = new HashMap<>();
            try (TopicTail tail = new TopicTail(settings, List.of(topics.counts(CountSpan.DAY, kind)))) {
                tail.drain(record -> {
                    String key = new String(record.key(), StandardCharsets.UTF_8);
                    if (record.value() == null) {
                        latest.remove(key);
                    } else {
                        latest.put(key, json(record.value()));
                    }
                });
            }
            table.print(topics.counts(CountSpan.DAY, kind) + " (" + latest.size() + ")", rows(latest), out);
        }
        out.flush();
    }

    private static List<CountTable.Row> rows(Map<String, JsonNode> latest) {
        return latest.values().stream()
                .map(json -> new CountTable.Row(
                        json.path("day").asText() + "  " + json.path("label").asText(),
                        json.path("items").asLong(),
                        json.path("paragraphs").asLong(),
                        json.path("mentions").asLong()))
                .sorted(Comparator.comparingLong(CountTable.Row::items)
                        .thenComparingLong(CountTable.Row::paragraphs)
                        .thenComparingLong(CountTable.Row::mentions)
                        .reversed()
                        .thenComparing(CountTable.Row::label))
                .limit(ROWS)
                .toList();
    }

    private static JsonNode json(byte[] value) {
        try {
            return MAPPER.readTree(value);
        } catch (IOException e) {
            throw new IllegalStateException("a record of the topology is no JSON", e);
        }
    }

    /** Stops the demonstration and waits until broker and topology are down. */
    @Override
    public void close() {
        stop.countDown();
        try {
            if (started) {
                closed.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
