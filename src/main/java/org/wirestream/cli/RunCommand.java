package org.wirestream.cli;

import java.util.concurrent.Callable;
import org.wirestream.config.Settings;
import org.wirestream.instance.Instance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code run}: one instance of the topology. */
@Command(
        name = "run",
        description = "Run the topology against a Kafka cluster until it is stopped. Instances share the work.",
        footer = {
            "  wirestream run -b kafka-1:9092,kafka-2:9092",
            "  wirestream run -b kafka-1:9092 --set state.dir=/var/lib/wirestream --set threads=4",
            "  wirestream run -b kafka-1:9092 --set state.dir=data/second --set metrics.port=0    # another one here"
        })
final class RunCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = options.load();
        Instance instance = Instance.start(settings);
        Shutdown.closing(instance);
        spec.commandLine()
                .getErr()
                .println("wirestream: running, metrics on " + instance.url() + "metrics; Ctrl-C stops");
        instance.awaitStopped();
        Throwable failure = instance.failure();
        if (failure != null) {
            throw new IllegalStateException("the topology failed: " + instance.reason(), failure);
        }
        return ExitCodes.OK;
    }
}
