package org.wirestream.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Instances of the application, each a process of its own that runs the real {@code run} command. For one thread. */
final class Instances implements AutoCloseable {
    private static final String MAIN = "org.wirestream.cli.Main";
    /** The fast engine is loaded in 448 MB, but not in 384. */
    private static final String HEAP = "640m";

    private static final Duration STOP = Duration.ofSeconds(40);

    private final Path directory;
    private final Map<String, String> settings;
    private final @Nullable Fork[] forks;
    private int unplannedExits;

    /** @param settings of every instance; the state's directory apart */
    Instances(Path directory, Map<String, String> settings, int most) {
        this.directory = directory;
        this.settings = new LinkedHashMap<>(settings);
        this.forks = new Fork[most];
    }

    void start(int instance) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run"));
        settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        arguments.addAll(List.of("--set", "state.dir=" + directory.resolve("state-" + (instance + 1))));
        arguments.addAll(List.of("--set", "metrics.port=0"));
        forks[instance] =
                Fork.java(directory.resolve("instance-%d.log".formatted(instance + 1)), HEAP, MAIN, arguments);
    }

    Fork fork(int instance) {
        Fork fork = forks[instance];
        if (fork == null) {
            throw new IllegalStateException("instance %d was not started".formatted(instance + 1));
        }
        return fork;
    }

    /** Ends one, and forgets it. */
    void stop(int instance) throws InterruptedException {
        fork(instance).stop(STOP);
        forks[instance] = null;
    }

    /** Kills one, and forgets it. */
    void kill(int instance) throws InterruptedException {
        fork(instance).kill();
        forks[instance] = null;
    }

    /** Starts again what has ended by itself, as a supervisor does. */
    void revive() throws IOException {
        for (int i = 0; i < forks.length; i++) {
            Fork fork = forks[i];
            if (fork != null && !fork.isAlive()) {
                unplannedExits++;
                start(i);
            }
        }
    }

    int unplannedExits() {
        return unplannedExits;
    }

    @Override
    public void close() {
        for (Fork fork : forks) {
            if (fork != null) {
                fork.close();
            }
        }
    }
}
