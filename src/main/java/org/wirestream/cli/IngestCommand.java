package org.wirestream.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirestream.ingest.Ingest;
import org.wirestream.ingest.IngestOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ingest}: texts from a folder and by HTTP. */
@Command(
        name = "ingest",
        description = {
            "Take texts into the raw topic, from a folder and by HTTP, until it is stopped.",
            "Files are moved to done/ or refused/ in the folder; HTTP is POST /items. Each file, and each request with an",
            "Idempotency-Key, becomes its records once, whatever dies."
        },
        footer = {
            "  wirestream ingest --watch /var/spool/wire",
            "  wirestream ingest --http :8091",
            "  curl --data-binary @story.txt -H 'Content-Type: text/plain' -H 'Idempotency-Key: story-1' http://127.0.0.1:8091/items"
        })
final class IngestCommand implements Callable<Integer> {
    @Option(names = "--watch", paramLabel = "DIR", description = "folder of .txt, .json, .jsonl and .ndjson files")
    private @Nullable Path directory;

    @Option(
            names = "--settle",
            paramLabel = "SECONDS",
            defaultValue = "2",
            description = "take a file when it was left alone for so long (default: ${DEFAULT-VALUE})")
    private int settle;

    @Option(
            names = "--http",
            paramLabel = "[HOST]:PORT",
            description = "listen for POST /items; on loopback unless a host is given")
    private @Nullable String address;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = "http",
            description = "name of what comes by HTTP; one process at a time may use it (default: ${DEFAULT-VALUE})")
    private String source;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Ingest ingest = Ingest.start(options.load(), chosen());
        Shutdown.closing(ingest);
        if (directory != null) {
            spec.commandLine().getErr().println("wirestream: watching " + directory);
        }
        if (ingest.url() != null) {
            spec.commandLine().getErr().println("wirestream: texts go to " + ingest.url());
        }
        ingest.awaitStopped();
        RuntimeException failure = ingest.failure();
        if (failure != null) {
            throw new IllegalStateException("ingest has stopped: " + failure.getMessage(), failure);
        }
        return ExitCodes.OK;
    }

    private IngestOptions chosen() {
        try {
            return new IngestOptions(
                    directory,
                    Duration.ofSeconds(Math.max(0, settle)),
                    address == null ? null : IngestOptions.Address.parse(address),
                    source);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
