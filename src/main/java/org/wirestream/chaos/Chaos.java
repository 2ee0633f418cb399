package org.wirestream.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.wirestream.config.Settings;
import org.wirestream.stream.Backlog;
import org.wirestream.stream.Pipeline;

/**
 * Runs the application on a cluster of its own under faults, and judges what came out from outside, against an undisturbed run over
 * the same records. After Kafka's own system tests (streams_eos_test, streams_broker_bounce_test) and Jepsen's. Used once, by one
 * thread; {@link #close} may come from any.
 */
final class Chaos implements AutoCloseable {
    private static final Duration ROUND = Duration.ofSeconds(16);
    private static final Duration PROGRESS = Duration.ofMinutes(2);
    /** Nothing comes for so long when nothing ever will. */
    private static final Duration SILENCE = Duration.ofMinutes(3);

    private static final Duration REPORT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int CHECKS = 3;
    /** Of both runs, since they must say the same; an encoder in every process would take most of the time and show nothing more. */
    static final String ENGINE = "fast";

    /** That are shown. */
    private static final int DIFFERENCES = 20;

    private final ChaosOptions options;
    private final Reference reference;
    private final Consumer<String> log;
    private final long begun = System.nanoTime();
    private final Brokers brokers;
    private final Instances instances;

    /** @param log is told how it goes */
    Chaos(ChaosOptions options, Reference reference, Consumer<String> log) {
        this.options = options;
        this.reference = reference;
        this.log = log;
        brokers = new Brokers(options.directory());
        instances = new Instances(options.directory(), settings(brokers), options.instances() + 1);
    }

    private Map<String, String> settings(Brokers cluster) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", cluster.bootstrapServers());
        settings.put("engine", ENGINE);
        settings.put("threads", "1");
        settings.put("group.protocol", options.protocol());
        settings.put("processing.guarantee", options.guarantee());
        settings.put("replication.factor", "3");
        if (options.guarantee().equals("at_least_once")) {
            // Instead of 30 s, which the end of the run would have to wait for.
            settings.put("kafka.commit.interval.ms", "5000");
        }
        // Fast detection of failures, so that a round takes seconds.
        settings.put("kafka.producer.transaction.timeout.ms", "10000");
        if (options.protocol().equals("classic")) {
            settings.put("kafka.consumer.session.timeout.ms", "6000");
            settings.put("kafka.consumer.heartbeat.interval.ms", "1500");
        }
        return settings;
    }

    /**
     * Runs and judges.
     *
     * @throws IllegalStateException when the cluster or the load, not the application, fails; the message says where the logs are
     */
    Verdict run() throws IOException, InterruptedException {
        List<Input> inputs = new InputGenerator(options.seed()).next(options.records());
        // They start while the undisturbed run leaves a processor idle.
        brokers.launch();
        say("undisturbed run over %,d records, %d of them poison"
                .formatted(
                        inputs.size(), inputs.stream().filter(Input::isPoison).count()));
        Outputs expected = reference.of(options, inputs);
        say("%,d outputs, %,d counts, %,d dead letters"
                .formatted(
                        expected.size(),
                        expected.counts().size(),
                        expected.letters().size()));
        brokers.awaitReady();
        Settings settings = Settings.load(settings(brokers), Map.of(), null);
        WholeTopics.create(settings, Pipeline.desks(settings).ids(), Brokers.COUNT);
        int transactionVersion = brokers.transactionVersion();
        say("%d brokers on %s".formatted(Brokers.COUNT, brokers.bootstrapServers()));
        for (int i = 0; i < options.instances(); i++) {
            instances.start(i);
        }
        List<String> faults = new ArrayList<>();
        Duration maxGap;
        boolean drained;
        try (Load load = new Load(settings, inputs, options.rounds(), ROUND);
                Pulse pulse = new Pulse(settings)) {
            pulse.start();
            load.start();
            Injector injector = new Injector(options, brokers, instances);
            for (int round = 1; round <= options.rounds(); round++) {
                load.next();
                awaitProgress(pulse, load);
                String fault = injector.next();
                faults.add("%.1f s %s".formatted((System.nanoTime() - begun) / 1e9, fault));
                say("%d of %d: %s".formatted(round, options.rounds(), fault));
                instances.revive();
            }
            load.finish();
            say("all records are sent");
            drained = drain(settings, pulse);
            maxGap = pulse.maxGap();
        }
        Outputs actual = Outputs.read(settings);
        Verifier.differences(expected, actual, DIFFERENCES).forEach(this::say);
        return new Verdict(
                options,
                inputs.size(),
                expected.size(),
                !drained,
                Verifier.compare(expected, actual),
                faults,
                instances.unplannedExits(),
                maxGap.toMillis(),
                transactionVersion,
                Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    /** Waits until something comes out, for the first time or again; what keeps silent shows in the verdict. */
    private void awaitProgress(Pulse pulse, Load load) throws IOException, InterruptedException {
        long before = pulse.seen();
        long deadline = System.nanoTime() + PROGRESS.toNanos();
        while (load.isRunning() && pulse.seen() == before && System.nanoTime() < deadline) {
            instances.revive();
            Thread.sleep(POLL.toMillis());
        }
    }

    /** Waits until nothing is left to do, for some time in a row; false when nothing came any more, and yet something was left. */
    private boolean drain(Settings settings, Pulse pulse) throws IOException, InterruptedException {
        try (Backlog backlog = new Backlog(settings)) {
            int empty = 0;
            long seen = pulse.seen();
            long last = System.nanoTime();
            long told = last + REPORT.toNanos();
            while (empty < CHECKS && System.nanoTime() - last < SILENCE.toNanos()) {
                instances.revive();
                empty = backlog.isEmpty() ? empty + 1 : 0;
                if (pulse.seen() > seen) {
                    seen = pulse.seen();
                    last = System.nanoTime();
                }
                if (System.nanoTime() > told) {
                    told += REPORT.toNanos();
                    backlog.open().forEach(this::say);
                }
                Thread.sleep(POLL.toMillis());
            }
            if (empty == CHECKS) {
                say("all is processed");
                return true;
            }
            say("something is left to do, and nothing has come for %d s".formatted(SILENCE.toSeconds()));
            backlog.open().forEach(this::say);
            return false;
        }
    }

    private void say(String what) {
        log.accept(String.format(Locale.ROOT, "[%6.1f s] %s", (System.nanoTime() - begun) / 1e9, what));
    }

    /** Ends every process that was started. */
    @Override
    public void close() {
        instances.close();
        brokers.close();
    }
}
