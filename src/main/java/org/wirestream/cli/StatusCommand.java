package org.wirestream.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.wirestream.status.Status;
import org.wirestream.status.StatusReader;
import org.wirestream.status.StatusText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code status}: how far the pipeline is. */
@Command(
        name = "status",
        description = "Show how far the pipeline is behind its input, in records and seconds, partition by partition. "
                + "Asks the cluster only; works beside any number of instances.",
        footer = {
            "  wirestream status -b kafka-1:9092",
            "  wirestream status -b kafka-1:9092 --watch 5",
            "  wirestream status -b kafka-1:9092 --json | jq .records"
        })
final class StatusCommand implements Callable<Integer> {
    @Option(names = "--watch", paramLabel = "SECONDS", description = "show it again every so many seconds")
    private int watch;

    @Option(names = "--json", description = "print one JSON object a time")
    private boolean json;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try (StatusReader reader = new StatusReader(options.load())) {
            print(reader.read());
            while (watch > 0) {
                TimeUnit.SECONDS.sleep(watch);
                print(reader.read());
            }
        }
        return ExitCodes.OK;
    }

    private void print(Status status) {
        spec.commandLine().getOut().println(json ? StatusText.json(status) : StatusText.table(status));
    }
}
