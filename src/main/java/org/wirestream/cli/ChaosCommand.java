package org.wirestream.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirestream.chaos.ChaosOptions;
import org.wirestream.chaos.ChaosSeries;
import org.wirestream.chaos.Fault;
import org.wirestream.chaos.Seeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
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
            "  wirestream chaos --seed 1-20 --protocol classic,streams --records 500 --rounds 4 --json > verdicts.jsonl",
            "  wirestream chaos --guarantee at_least_once --faults KILL_INSTANCE"
        })
final class ChaosCommand implements Callable<Integer> {
    @Option(
            names = "--seed",
            paramLabel = "N[-N]",
            defaultValue = "1",
            converter = SeedsConverter.class,
            description = "decides items and faults; several run one after the other (default: ${DEFAULT-VALUE})")
    private Seeds seeds;

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
            split = ",",
            description = "classic, streams, or both, one after the other (default: ${DEFAULT-VALUE})")
    private List<String> protocols;

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
            description = "data and logs of all processes (default: a temporary directory, removed when all was exact)")
    private @Nullable Path directory;

    @Option(names = "--json", description = "print each verdict as JSON, one a line")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** Reads one seed or a range. */
    static final class SeedsConverter implements ITypeConverter<Seeds> {
        @Override
        public Seeds convert(String value) {
            return Seeds.parse(value);
        }
    }

    @Override
    public Integer call() throws Exception {
        Path data = directory == null ? Files.createTempDirectory("wirestream-chaos-") : directory.toAbsolutePath();
        List<ChaosOptions> runs = new ArrayList<>();
        for (long seed : seeds.stream().toArray()) {
            for (String protocol : protocols) {
                runs.add(new ChaosOptions(
                        seed,
                        records,
                        rounds,
                        instances,
                        protocol,
                        guarantee,
                        faults,
                        data.resolve("%d-%s".formatted(seed, protocol))));
            }
        }
        try (ChaosSeries series = new ChaosSeries(
                runs, directory == null ? data : null, spec.commandLine().getErr()::println)) {
            Shutdown.closing(series);
            boolean exact =
                    series.run(verdict -> spec.commandLine().getOut().println(json ? verdict.json() : verdict.text()));
            return exact ? ExitCodes.OK : ExitCodes.FAILURE;
        }
    }
}
