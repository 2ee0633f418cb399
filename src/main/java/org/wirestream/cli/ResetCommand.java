package org.wirestream.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.wirestream.reset.Reset;
import org.wirestream.reset.ResetPlan;
import org.wirestream.watch.StartPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reset}: the pipeline back to an earlier point. */
@Command(
        name = "reset",
        description = {
            "Let the stopped pipeline read wire.raw again; a dry run until --execute.",
            "Items that another engine made are made again under the same version; what has not changed is absorbed. Output",
            "topics are never touched."
        },
        footer = {
            "  wirestream reset -b kafka-1:9092",
            "  wirestream reset -b kafka-1:9092 --from 2026-01-31 --execute",
            "  wirestream reset -b kafka-1:9092 --state --execute"
        })
final class ResetCommand implements Callable<Integer> {
    @Option(
            names = "--from",
            paramLabel = "WHERE",
            defaultValue = "beginning",
            converter = WatchCommand.StartConverter.class,
            description = "beginning, or an ISO day or date-time of raw records (default: ${DEFAULT-VALUE})")
    private StartPoint from;

    @Option(
            names = "--state",
            description =
                    "also delete internal topics and local state: what was withdrawn or has left a desk is then not known")
    private boolean state;

    @Option(names = "--execute", description = "do it")
    private boolean execute;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (Reset reset = new Reset(options.load())) {
            ResetPlan plan = reset.plan(from, state);
            plan.lines().forEach(out::println);
            out.flush();
            if (execute) {
                reset.execute(plan);
            }
            out.println(plan.isEmpty() ? "nothing to do" : execute ? "done" : "nothing was done; --execute does it");
            return ExitCodes.OK;
        }
    }
}
