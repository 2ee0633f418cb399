package org.wirestream.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code wirestream} command. */
@Command(
        name = "wirestream",
        versionProvider = VersionProvider.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        description = "Structured news from raw Chinese newswire, on Kafka Streams.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wirestream demo                      everything in one process",
            "  wirestream annotate story.txt        one text, without a broker",
            "  wirestream COMMAND --help            more about a command"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:something failed",
            "2:wrong usage or settings",
            "3:no broker answered",
            "4:topics are missing",
            "5:the cluster refuses this user, or what it may do is not enough"
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            DashboardCommand.class,
            ReplayCommand.class,
            IngestCommand.class,
            WatchCommand.class,
            GazetteerCommand.class,
            DlqCommand.class,
            AuditCommand.class,
            AnnotateCommand.class,
            ExplainCommand.class,
            EvaluateCommand.class,
            BenchCommand.class,
            TrainCommand.class,
            ChaosCommand.class,
            TopicsCommand.class,
            TopologyCommand.class,
            ResetCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            ConfigCommand.class,
            Main.Completion.class
        })
public final class Main implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "show the stack trace of an error")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(err);
        // Kafka Streams lets a stream thread end by its exception, which Java would print with its stack trace.
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, e) -> LOG.warn("Thread {} has ended by an exception", thread.getName(), e));
        int code = commandLine().execute(args);
        out.flush();
        System.exit(code);
    }

    static CommandLine commandLine() {
        Main main = new Main();
        CommandLine line = new CommandLine(main).setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((e, command, result) -> {
            command.getErr().println(message(e));
            if (main.debug) {
                e.printStackTrace(command.getErr());
            }
            return ExitCodes.of(e);
        });
        return line;
    }

    private static String message(Throwable e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return "wirestream: " + message;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
    }

    /** The completion script for bash and zsh. */
    @Command(
            name = "completion",
            description = "Print a completion script for bash or zsh.",
            footer = {
                "  source <(wirestream completion bash)",
                "  wirestream completion zsh > ~/.wirestream-completion && echo 'source ~/.wirestream-completion' >> ~/.zshrc"
            })
    static final class Completion implements Runnable {
        /** The shells that read picocli's script: it brings bash's way of completing to zsh. */
        enum Shell {
            bash,
            zsh
        }

        @Parameters(arity = "0..1", description = "${COMPLETION-CANDIDATES}; the script is the same for both")
        private Shell shell = Shell.bash;

        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            PrintWriter out = spec.commandLine().getOut();
            out.println("# wirestream's completion for " + shell);
            out.print(AutoComplete.bash("wirestream", spec.root().commandLine()));
            out.flush();
        }
    }
}
