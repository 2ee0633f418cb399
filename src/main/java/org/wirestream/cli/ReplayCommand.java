package org.wirestream.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wirestream.replay.Progress;
import org.wirestream.replay.Rate;
import org.wirestream.replay.ReplayOptions;
import org.wirestream.replay.ReplaySummary;
import org.wirestream.replay.Replayer;
import org.wirestream.replay.SourceFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay}: texts into the raw topic. */
@Command(
        name = "replay",
        description = "Send texts, ninjs documents and directories of them to the raw topic.",
        footer = {
            "  wirestream replay -b kafka-1:9092 archive/2026-01/",
            "  wirestream replay --rate 50/s --manifest manifest.tsv texts/",
            "  wirestream replay --dry-run texts/",
            "  wirestream replay topic --id urn:x:story-1"
        },
        subcommands = ReplayTopicCommand.class)
final class ReplayCommand implements Callable<Integer> {
    /** How long Ctrl-C waits for the record in hand to be confirmed. */
    static final long STOP_SECONDS = 35;

    @Parameters(paramLabel = "PATH", description = "text files, .json, .jsonl, directories; - for standard input")
    private List<String> paths = List.of();

    @Mixin
    private ManifestOption manifest;

    @Mixin
    private PaceOption pace;

    @Option(names = "--dry-run", description = "read, count and check, but send nothing")
    private boolean dryRun;

    @Option(
            names = "--skip",
            paramLabel = "N",
            defaultValue = "0",
            description = "pass over the first N records, to resume")
    private long skip;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    /** Reads 50/s. */
    static final class RateConverter implements ITypeConverter<Rate> {
        @Override
        public Rate convert(String value) {
            return Rate.parse(value);
        }
    }

    @Override
    public Integer call() throws Exception {
        if (paths.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name files or directories, or - for standard input");
        }
        SourceFiles files = SourceFiles.of(paths, manifest.read(), System.in);
        Progress progress = Progress.to(System.err, Boolean.getBoolean("wirestream.terminal"));
        Replayer replayer = new Replayer(options.load(), new ReplayOptions(pace.pace(), dryRun, skip), progress);
        CountDownLatch reported = new CountDownLatch(1);
        // Not the thread's end: it waits in System.exit for this hook.
        Shutdown.closing(() -> {
            replayer.stop();
            reported.await(STOP_SECONDS, TimeUnit.SECONDS);
        });
        try {
            ReplaySummary summary = replay(replayer, files, progress);
            System.out.println(summary.text());
            return summary.isClean() ? ExitCodes.OK : ExitCodes.FAILURE;
        } finally {
            reported.countDown();
        }
    }

    private static ReplaySummary replay(Replayer replayer, SourceFiles files, Progress progress)
            throws InterruptedException {
        try (progress) {
            return replayer.replay(files);
        }
    }
}
