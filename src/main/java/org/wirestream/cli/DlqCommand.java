package org.wirestream.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wirestream.dlq.DeadLetterQueue;
import org.wirestream.dlq.LetterExport;
import org.wirestream.dlq.LetterFilter;
import org.wirestream.dlq.LetterId;
import org.wirestream.dlq.LetterText;
import org.wirestream.dlq.QueueSummary;
import org.wirestream.dlq.RedriveOptions;
import org.wirestream.dlq.RedriveSummary;
import org.wirestream.dlq.Redriver;
import org.wirestream.replay.Rate;
import org.wirestream.watch.RecordView;
import org.wirestream.watch.StartPoint;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dlq list|show|redrive|export}. */
@Command(
        name = "dlq",
        description = "Look into the dead letters, send them back, write them to files.",
        footer = {
            "  wirestream dlq list",
            "  wirestream dlq show 0@17",
            "  wirestream dlq redrive --reason ENRICHER_FAILURE"
        },
        subcommands = {
            DlqCommand.ListLetters.class,
            DlqCommand.Show.class,
            DlqCommand.Redrive.class,
            DlqCommand.Export.class
        })
final class DlqCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a subcommand: list, show, redrive or export");
    }

    /** Reads 0@17. */
    static final class IdConverter implements ITypeConverter<LetterId> {
        @Override
        public LetterId convert(String value) {
            return LetterId.parse(value);
        }
    }

    /** Which letters are meant. */
    static final class Choice {
        @Option(
                names = "--reason",
                paramLabel = "REASON",
                split = ",",
                description = "those with this reason; several with commas")
        private Set<String> reasons = new HashSet<>();

        @Option(
                names = "--since",
                paramLabel = "WHEN",
                converter = WatchCommand.StartConverter.class,
                description = "those that came from there on: an ISO day or date-time")
        private @Nullable StartPoint since;

        LetterFilter filter(Set<LetterId> ids) {
            Set<String> upper = new TreeSet<>();
            reasons.forEach(reason -> upper.add(reason.strip().toUpperCase(Locale.ROOT)));
            return new LetterFilter(ids, upper, since == null ? StartPoint.BEGINNING : since);
        }
    }

    @Command(
            name = "list",
            description = "Count the dead letters by reason, and list the newest.",
            footer = {"  wirestream dlq list", "  wirestream dlq list --since 2026-01-31 --json | jq"})
    static final class ListLetters implements Callable<Integer> {
        @Mixin
        private Choice choice;

        @Option(
                names = "--max",
                paramLabel = "N",
                defaultValue = "10",
                description = "list the newest N (default: ${DEFAULT-VALUE})")
        private int max;

        @Option(names = "--json", description = "print one JSON object")
        private boolean json;

        @Mixin
        private SettingsOptions options;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            QueueSummary summary =
                    QueueSummary.of(new DeadLetterQueue(options.load()), choice.filter(Set.of()), Math.max(0, max));
            spec.commandLine().getOut().println(json ? LetterText.json(summary) : LetterText.table(summary));
            return ExitCodes.OK;
        }
    }

    @Command(
            name = "show",
            description = "Print dead letters with everything that is known of them.",
            footer = {"  wirestream dlq show 0@17", "  wirestream dlq show 0@17 --json | jq .headers"})
    static final class Show implements Callable<Integer> {
        @Parameters(paramLabel = "ID", arity = "1..*", converter = IdConverter.class, description = "as list prints it")
        private List<LetterId> ids;

        @Option(names = "--json", description = "one JSON object a letter, as watch prints records")
        private boolean json;

        @Mixin
        private SettingsOptions options;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            DeadLetterQueue queue = new DeadLetterQueue(options.load());
            Map<LetterId, Instant> redriven = queue.redriven();
            Set<LetterId> missing = new LinkedHashSet<>(ids);
            queue.read(new LetterFilter(Set.copyOf(ids), Set.of(), StartPoint.BEGINNING), letter -> {
                if (json) {
                    RecordView.json().print(letter.message(), System.out);
                } else {
                    spec.commandLine().getOut().println(LetterText.page(letter, redriven.get(letter.id())));
                }
                missing.remove(letter.id());
                return !missing.isEmpty();
            });
            return reportMissing(missing, spec);
        }
    }

    private static int reportMissing(Set<LetterId> missing, CommandSpec spec) {
        missing.forEach(id -> spec.commandLine()
                .getErr()
                .println("wirestream: there is no dead letter %s; `dlq list` shows what there is".formatted(id)));
        return missing.isEmpty() ? ExitCodes.OK : ExitCodes.FAILURE;
    }

    @Command(
            name = "redrive",
            description = {
                "Send dead letters back to the pipeline, each at most once: copy and mark are one transaction, and nothing is deleted.",
                "Named letters are sent at once; what --reason, --since or --all choose is only counted until --execute is given."
            },
            footer = {
                "  wirestream dlq redrive 0@17",
                "  wirestream dlq redrive --reason ENRICHER_FAILURE --since 2026-01-31",
                "  wirestream dlq redrive --all --max 1000 --rate 50/s --execute"
            })
    static final class Redrive implements Callable<Integer> {
        /** How long Ctrl-C waits for the letter in hand to be committed. */
        private static final long STOP_SECONDS = 35;

        @Parameters(paramLabel = "ID", converter = IdConverter.class, description = "as list prints it")
        private List<LetterId> ids = List.of();

        @Mixin
        private Choice choice;

        @Option(names = "--all", description = "every letter")
        private boolean all;

        @Option(names = "--max", paramLabel = "N", description = "send at most N")
        private @Nullable Long max;

        @Option(
                names = "--rate",
                paramLabel = "N/s",
                converter = ReplayCommand.RateConverter.class,
                description = "send at most N a second")
        private @Nullable Rate rate;

        @Option(
                names = "--attempts",
                paramLabel = "N",
                description = "leave what came back N times (default: " + RedriveOptions.DEFAULT_ATTEMPTS + ")")
        private int attempts = RedriveOptions.DEFAULT_ATTEMPTS;

        @Option(names = "--execute", description = "do it")
        private boolean execute;

        @Option(names = "--dry-run", description = "only count")
        private boolean dryRun;

        @Mixin
        private SettingsOptions options;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws InterruptedException {
            LetterFilter filter = choice.filter(Set.copyOf(ids));
            boolean named = !ids.isEmpty();
            if (!named && !all && filter.equals(LetterFilter.ALL)) {
                throw new ParameterException(spec.commandLine(), "say which letters: ids, --reason, --since or --all");
            }
            Redriver redriver = new Redriver(options.load());
            CountDownLatch reported = new CountDownLatch(1);
            Shutdown.closing(() -> {
                redriver.stop();
                reported.await(STOP_SECONDS, TimeUnit.SECONDS);
            });
            try {
                RedriveSummary summary = redriver.redrive(new RedriveOptions(
                        filter, dryRun || (!named && !execute), max == null ? Long.MAX_VALUE : max, attempts, rate));
                System.out.println(summary.text());
                long seen = summary.sent()
                        + summary.passedOver().values().stream()
                                .mapToLong(Long::longValue)
                                .sum();
                if (named && seen < ids.size() && !summary.stopped()) {
                    spec.commandLine().getErr().println("wirestream: some of the ids are no dead letters");
                    return ExitCodes.FAILURE;
                }
                return ExitCodes.OK;
            } finally {
                reported.countDown();
            }
        }
    }

    @Command(
            name = "export",
            description = {
                "Write dead letters to files: texts/ untouched, manifest.tsv for a replay, letters.jsonl with the rest.",
                "Texts that are there already are left, since they may have been mended by hand."
            },
            footer = {
                "  wirestream dlq export --reason BAD_HEADER dead/ && vi dead/manifest.tsv \\",
                "    && wirestream replay --manifest dead/manifest.tsv dead/texts/"
            })
    static final class Export implements Callable<Integer> {
        @Parameters(paramLabel = "DIR", description = "made when it is not there")
        private Path directory;

        @Parameters(index = "1..*", paramLabel = "ID", converter = IdConverter.class, description = "these only")
        private List<LetterId> ids = List.of();

        @Mixin
        private Choice choice;

        @Mixin
        private SettingsOptions options;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            LetterExport.Summary summary =
                    new LetterExport(options.load()).export(choice.filter(Set.copyOf(ids)), directory);
            spec.commandLine().getOut().println(summary.text());
            return ExitCodes.OK;
        }
    }
}
