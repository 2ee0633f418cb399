package org.wirestream.cli;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.wirestream.training.Training;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: the models from the corpus. */
@Command(
        name = "train",
        description = "Train the models that come with the program from the corpus of the source tree.",
        footer = {"", "Takes some minutes and 4 GB of memory:", "  WIRESTREAM_JAVA_OPTS=-Xmx4g wirestream train"})
final class TrainCommand implements Callable<Integer> {
    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            defaultValue = "src/corpus",
            description = "the corpus (default: ${DEFAULT-VALUE})")
    private Path corpus;

    @Option(
            names = "--resources",
            paramLabel = "DIR",
            defaultValue = "src/main/resources/org/wirestream",
            description = "where the models go (default: ${DEFAULT-VALUE})")
    private Path resources;

    @Option(
            names = "--report",
            paramLabel = "WHAT",
            arity = "0..1",
            split = ",",
            fallbackValue = "NAMES,PARTS,SUBJECTS",
            description =
                    "train nothing that is kept: print how well models do on documents that they were not trained on; ${COMPLETION-CANDIDATES}, or several with commas between them (without a value: all)")
    private Set<Training.Report> reports = Set.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Training training = new Training(spec.commandLine().getErr()::println);
        if (!reports.isEmpty()) {
            training.report(corpus, reports, spec.commandLine().getOut()::println);
        } else {
            training.run(corpus, resources);
        }
        return ExitCodes.OK;
    }
}
