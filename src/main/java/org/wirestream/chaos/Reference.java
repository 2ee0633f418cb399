package org.wirestream.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirestream.Enricher;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.stream.Backlog;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.WireStreams;

/** The undisturbed run: one broker, one instance, no faults. The last is remembered: every protocol is compared with the same. */
final class Reference {
    private static final Duration POLL = Duration.ofMillis(200);

    private @Nullable ChaosOptions last;
    private Outputs outputs = new Outputs(Map.of(), Map.of(), Map.of());

    /** What a run's records must lead to. */
    Outputs of(ChaosOptions options, List<Input> inputs) throws InterruptedException {
        if (last == null || last.seed() != options.seed() || last.records() != options.records()) {
            outputs = run(options.directory().resolve("undisturbed"), inputs);
            last = options;
        }
        return outputs;
    }

    /** What comes out of the records when nothing disturbs. */
    static Outputs run(Path directory, List<Input> inputs) throws InterruptedException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), 0)) {
            Settings settings = Settings.load(
                    Map.of(
                            "bootstrap.servers",
                            broker.bootstrapServers(),
                            "engine",
                            Chaos.ENGINE,
                            "state.dir",
                            directory.resolve("state").toString()),
                    Map.of(),
                    null);
            Enricher enricher = Pipeline.enricher(settings);
            WholeTopics.create(settings, enricher.desks().ids(), 1);
            try (WireStreams streams = Pipeline.instance(settings, enricher);
                    Load load = new Load(settings, inputs, 1, Duration.ZERO);
                    Backlog backlog = new Backlog(settings)) {
                streams.start();
                load.start();
                load.finish();
                while (!backlog.isEmpty()) {
                    if (streams.failure() != null) {
                        throw new IllegalStateException("the undisturbed run failed: " + streams.reason());
                    }
                    Thread.sleep(POLL.toMillis());
                }
            }
            Outputs outputs = Outputs.read(settings);
            requirePoison(inputs, outputs);
            return outputs;
        }
    }

    /** What is made as poison must be poison, or dead letters are not tested at all. */
    private static void requirePoison(List<Input> inputs, Outputs outputs) {
        for (int i = 0; i < inputs.size(); i++) {
            if (inputs.get(i).isPoison() && !outputs.letters().containsKey(Integer.toString(i))) {
                throw new IllegalStateException("record %d should have become a dead letter".formatted(i));
            }
        }
    }
}
