package org.wirestream.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirestream.chaos.Chaos;
import org.wirestream.chaos.ChaosOptions;
import org.wirestream.chaos.Fault;
import org.wirestream.chaos.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chaos}: the pipeline under faults. */
@Command(
        name = "chaos",
        description = {
            "Run the pipeline on three brokers of its own under faults, and compare what comes out with an undisturbed run.",
            "Exit code 1 when anything is lost, doubled, out of order or counted wrong."
        },
        footer = {
            "  wirestream chaos --seed 7",
            "  wirestream chaos --seed 7 --protocol streams --json | jq .maxOutputGapMs",
            "  wirestream chaos --guarantee at_least_once --faults KILL_INSTANCE"
        })
final class ChaosCommand implements Callable<Integer> {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "decides items and faults (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "3000",
            description = "raw records to send (default: ${DEFAULT-VALUE})")
    private int records;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "10",
            description = "faults, one after the other (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "2",
            description = "instances of the application (default: ${DEFAULT-VALUE})")
    private int instances;

    @Option(
            names = "--protocol",
            defaultValue = "classic",
            description = "classic or streams (default: ${DEFAULT-VALUE})")
    private String protocol;

    @Option(
            names = "--guarantee",
            defaultValue = "exactly_once_v2",
            description = "exactly_once_v2 or at_least_once (default: ${DEFAULT-VALUE})")
    private String guarantee;

    @Option(
            names = "--faults",
            paramLabel = "KIND",
            split = ",",
            description = "these kinds only: ${COMPLETION-CANDIDATES}")
    private Set<Fault> faults = new TreeSet<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data and logs of all processes (default: a temporary directory)")
    private @Nullable Path directory;

    @Option(names = "--json", description = "print the verdict as JSON")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path data = directory == null
                ? Files.createTempDirectory("wirestream-chaos-")
                : Files.createDirectories(directory).toAbsolutePath();
        ChaosOptions options = new ChaosOptions(seed, records, rounds, instances, protocol, guarantee, faults, data);
        spec.commandLine().getErr().println("wirestream: data and logs in " + data);
        try (Chaos chaos = new Chaos(options, spec.commandLine().getErr()::println)) {
            Shutdown.closing(chaos);
            Verdict verdict = chaos.run();
            spec.commandLine().getOut().println(json ? verdict.json() : verdict.text());
            return verdict.isExactlyOnce() ? ExitCodes.OK : ExitCodes.FAILURE;
        }
    }
}
