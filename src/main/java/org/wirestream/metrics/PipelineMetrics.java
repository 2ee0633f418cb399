package org.wirestream.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wirestream.Stage;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EnrichedParagraph;
import org.wirestream.stream.DeadLetterHandler;
import org.wirestream.stream.Outcome;
import org.wirestream.stream.PipelineListener;
import org.wirestream.stream.WireStreams;
import org.wirestream.wire.Dateline;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.PubStatus;

/** What an instance measures. Every series exists from the start, so that a rate over the first event is right. */
public final class PipelineMetrics implements PipelineListener, Metrics {
    private static final Duration[] SINCE_APPEND = durations(
            "PT0.05S", "PT0.1S", "PT0.25S", "PT0.5S", "PT1S", "PT2.5S", "PT5S", "PT10S", "PT30S", "PT1M", "PT5M",
            "PT1H");
    private static final Duration[] SINCE_WIRE = durations(
            "PT1S", "PT5S", "PT15S", "PT30S", "PT1M", "PT2M", "PT5M", "PT15M", "PT30M", "PT1H", "PT6H", "P1D");
    private static final Duration[] STAGE = durations(
            "PT0.0005S",
            "PT0.001S",
            "PT0.0025S",
            "PT0.005S",
            "PT0.01S",
            "PT0.025S",
            "PT0.05S",
            "PT0.1S",
            "PT0.25S",
            "PT0.5S",
            "PT1S",
            "PT2.5S");

    private final RuntimeMetrics runtime = new RuntimeMetrics();
    private final MeterRegistry registry = runtime.registry();
    private final Counter received;
    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Map<String, Counter> dead = new HashMap<>();
    private final Map<String, Counter> desks = new HashMap<>();
    private final Map<Stage, Timer> stages = new EnumMap<>(Stage.class);
    private final Counter classified;
    private final Counter unclassified;
    private final Counter knownDateline;
    private final Counter unknownDateline;
    private final Timer sinceAppend;
    private final Timer sinceWire;

    /** @param desks ids of the desks */
    public PipelineMetrics(List<String> desks) {
        received = Counter.builder("wirestream.records.received").register(registry);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, counter("wirestream.items", "outcome", name(outcome)));
        }
        for (MalformedWireException.Reason reason : MalformedWireException.Reason.values()) {
            dead.put(reason.name(), counter("wirestream.dead.letters", "reason", reason.name()));
        }
        dead.put(
                DeadLetterHandler.OPERATOR_FAILURE,
                counter("wirestream.dead.letters", "reason", DeadLetterHandler.OPERATOR_FAILURE));
        desks.forEach(desk -> this.desks.put(desk, counter("wirestream.desk.paragraphs", "desk", desk)));
        for (Stage stage : Stage.values()) {
            stages.put(
                    stage,
                    Timer.builder("wirestream.stage")
                            .tag("stage", name(stage))
                            .serviceLevelObjectives(STAGE)
                            .register(registry));
        }
        classified = counter("wirestream.paragraphs", "classified", "true");
        unclassified = counter("wirestream.paragraphs", "classified", "false");
        knownDateline = counter("wirestream.datelines", "known", "true");
        unknownDateline = counter("wirestream.datelines", "known", "false");
        sinceAppend = Timer.builder("wirestream.latency.append")
                .serviceLevelObjectives(SINCE_APPEND)
                .register(registry);
        sinceWire = Timer.builder("wirestream.latency.wire")
                .serviceLevelObjectives(SINCE_WIRE)
                .register(registry);
    }

    private static Duration[] durations(String... durations) {
        Duration[] parsed = new Duration[durations.length];
        for (int i = 0; i < durations.length; i++) {
            parsed[i] = Duration.parse(durations[i]);
        }
        return parsed;
    }

    private Counter counter(String name, String tag, String value) {
        return Counter.builder(name).tag(tag, value).register(registry);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Also measures an instance's clients and threads, and tells whether it is ready. */
    public void measure(WireStreams streams, String engine) {
        runtime.measure(streams.kafkaStreams());
        runtime.ready(streams::isReady);
        Gauge.builder("wirestream.restoring.records", streams, WireStreams::restoring)
                .strongReference(true)
                .register(registry);
        runtime.info("engine", engine);
    }

    @Override
    public String scrape() {
        return runtime.scrape();
    }

    @Override
    public void received() {
        received.increment();
    }

    @Override
    public void ended(Outcome outcome, Instant appended) {
        increment(outcomes, outcome);
        if (outcome == Outcome.NEW || outcome == Outcome.CORRECTION || outcome == Outcome.WITHDRAWAL) {
            record(sinceAppend, appended);
        }
    }

    @Override
    public void enriched(EnrichedItem item, Outcome outcome, Instant appended) {
        Dateline dateline = item.item().dateline();
        (dateline == null || dateline.places().isEmpty() ? unknownDateline : knownDateline).increment();
        for (EnrichedParagraph paragraph : item.paragraphs()) {
            if (paragraph.paragraph().isBody()) {
                (paragraph.subjects().isEmpty() ? unclassified : classified).increment();
            }
            if (item.item().status() == PubStatus.USABLE) {
                paragraph.desks().forEach(desk -> increment(desks, desk));
            }
        }
        // A day without a time of day says nothing of minutes, and a renewal is of history.
        if (outcome != Outcome.RENEWAL && item.item().time().hour().isPresent()) {
            record(sinceWire, item.item().time().value().toInstant());
        }
    }

    @Override
    public void dead(String reason) {
        increment(dead, reason);
    }

    @Override
    public void finished(Stage stage, long nanos) {
        Timer timer = stages.get(stage);
        if (timer != null) {
            timer.record(Duration.ofNanos(nanos));
        }
    }

    private static <K> void increment(Map<K, Counter> counters, K key) {
        Counter counter = counters.get(key);
        if (counter != null) {
            counter.increment();
        }
    }

    /** A feed's clock may be ahead of this one. */
    private static void record(Timer latency, Instant since) {
        Duration passed = Duration.between(since, Instant.now());
        latency.record(passed.isNegative() ? Duration.ZERO : passed);
    }

    @Override
    public void close() {
        runtime.close();
    }
}
