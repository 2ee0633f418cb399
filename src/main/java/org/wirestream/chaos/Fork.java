package org.wirestream.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that was started to be killed. */
final class Fork implements AutoCloseable {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final Process process;

    private Fork(Process process) {
        this.process = process;
    }

    /**
     * Starts a Java process on this one's class path.
     *
     * @param log takes what it prints, at its end
     */
    static Fork java(Path log, String heap, String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                JAVA.toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Its settings come from the command line only.
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("WIRESTREAM_"));
        return new Fork(builder.start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, and SIGKILL when that has not helped in time. */
    void stop(Duration patience) throws InterruptedException {
        process.destroy();
        if (!awaitEnd(patience)) {
            kill();
        }
    }

    /** SIGSTOP. */
    void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** SIGCONT. */
    void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /**
     * Lets it write no further than this into any file, so that its next write fails in the middle.
     *
     * @throws IOException where there is no {@code prlimit}, which is Linux's
     */
    void limitFiles(long bytes) throws IOException, InterruptedException {
        new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=%d:".formatted(bytes))
                .start()
                .waitFor();
    }

    /** Waits until it ends by itself; false when it has not in time. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
