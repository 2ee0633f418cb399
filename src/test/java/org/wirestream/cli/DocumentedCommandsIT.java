package org.wirestream.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.broker.EmbeddedBroker;
import org.wirestream.config.Settings;
import org.wirestream.stream.Backlog;
import picocli.CommandLine;

/**
 * Every command that a document shows, done: on the texts that the documents have their reader write, and on one real
 * broker, with topics, then instances, then texts, then the operator, then the pipeline at rest.
 */
class DocumentedCommandsIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String ID = "[0-9]+@[0-9]+";
    private static final String FILE = "[^-].*(?:/|\\.(?:txt|tsv|json|jsonl|properties))|/.*";

    private static final Set<String> ENDLESS = Set.of("run", "dashboard", "ingest");

    /** When a command is done; in this order. */
    private enum Phase {
        WITHOUT_CLUSTER,
        TOPICS,
        INSTANCE,
        INPUT,
        OPERATOR,
        AT_REST,
        /** Takes minutes, or has a test of its own; that it can be parsed is tested everywhere. */
        ELSEWHERE
    }

    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;
    private static final List<Process> PIPELINE = new ArrayList<>();

    private static Phase phase(DocumentedCommand command) {
        return switch (command.name()) {
            case "annotate", "explain", "evaluate", "config", "topology", "completion", "topics list" ->
                Phase.WITHOUT_CLUSTER;
            case "topics apply" -> Phase.TOPICS;
            case "run" -> Phase.INSTANCE;
            case "replay topic" -> command.arguments().contains("--resume") ? Phase.ELSEWHERE : Phase.OPERATOR;
            case "replay" ->
                // With the manifest of an export it sends dead letters that are texts, which there are none of here.
                command.arguments().contains("--manifest") ? Phase.ELSEWHERE : Phase.INPUT;
            case "topics diff", "status", "doctor", "watch", "dlq", "audit", "dashboard", "gazetteer", "ingest" ->
                Phase.OPERATOR;
            case "reset" -> Phase.AT_REST;
            case "demo", "bench", "chaos", "train" -> Phase.ELSEWHERE;
            default -> throw new AssertionError("decide how to test " + command);
        };
    }

    private static List<DocumentedCommand> commands(Phase phase) {
        Map<List<String>, DocumentedCommand> once = new LinkedHashMap<>();
        DocumentedCommand.pages().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(command -> phase(command) == phase)
                .forEach(command -> once.putIfAbsent(command.arguments(), command));
        return List.copyOf(once.values());
    }

    @BeforeAll
    static void writeTheSamplesAndStartABroker() throws Exception {
        String text = "";
        for (DocumentedCommand.Page page : DocumentedCommand.pages()) {
            for (DocumentedCommand.Sample sample : page.samples()) {
                Path file = directory.resolve(sample.name());
                Files.createDirectories(file.getParent());
                Files.writeString(file, sample.content());
                text = sample.name().endsWith(".txt") ? sample.content() : text;
            }
        }
        assertThat(text).as("a text that the documents have their reader write").isNotEmpty();
        Files.createDirectories(own("/var/spool/wire"));
        Files.writeString(own("ingest.properties"), "limits.text.bytes=100000\n");
        for (DocumentedCommand command : commands(Phase.INPUT)) {
            for (String argument : command.arguments()) {
                if (argument.endsWith("/") && !Files.exists(Path.of(argument))) {
                    Files.writeString(Files.createDirectories(own(argument)).resolve("story.txt"), text);
                }
            }
        }
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
    }

    @AfterAll
    static void stop() throws Exception {
        endPipeline();
        broker.close();
    }

    @Test
    void shouldKnowForEveryCommandHowItIsTested() {
        assertThat(Stream.of(Phase.values()))
                .allSatisfy(phase -> assertThat(commands(phase)).isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> shouldDoWhatTheDocumentsSay() {
        return Stream.of(Phase.values())
                .filter(phase -> phase != Phase.ELSEWHERE)
                .sorted(Comparator.naturalOrder())
                .flatMap(phase -> Stream.concat(
                        Stream.of(dynamicTest("before: " + phase, () -> prepare(phase))),
                        commands(phase).stream()
                                .map(command -> dynamicTest(command.toString(), () -> perform(command)))));
    }

    private static void prepare(Phase phase) throws Exception {
        if (phase == Phase.OPERATOR) {
            sendWhatIsMalformed();
            Settings settings = Settings.load(Map.of("bootstrap.servers", broker.bootstrapServers()), Map.of(), null);
            try (Backlog backlog = new Backlog(settings)) {
                await(backlog::isEmpty, "the pipeline works off what was sent");
            }
        } else if (phase == Phase.AT_REST) {
            endPipeline();
        }
    }

    private static void sendWhatIsMalformed() throws Exception {
        Map<String, Object> properties = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            for (String text : List.of("", " \n ", "{\"uri\": 1", "{}")) {
                producer.send(new ProducerRecord<>("wire.raw", "urn:x:" + text.length(), text))
                        .get();
            }
        }
    }

    private static void perform(DocumentedCommand command) throws Exception {
        List<String> arguments = here(command);
        if (ENDLESS.contains(command.name()) || arguments.contains("--watch")) {
            leaveRunning(command, arguments);
            return;
        }
        Result result = execute(arguments);
        assertThat(result.code())
                .as("%s%n%s%n%s", arguments, result.out(), result.err())
                .isZero();
        assertThat(result.out()).as(arguments.toString()).isNotBlank();
        if (!command.output().isEmpty() && !Files.exists(Path.of(command.output()))) {
            Files.writeString(own(command.output()), result.out());
        }
        if (arguments.contains("newsml-g2") || arguments.contains("ninjs-1") || arguments.contains("ninjs-2")) {
            assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).contains("urn:wire:"));
        }
    }

    /** The command on this broker and these files, in the fast engine; nothing else is changed. */
    private static List<String> here(DocumentedCommand command) throws Exception {
        List<String> arguments = new ArrayList<>();
        boolean addressed = false;
        for (String argument : command.arguments()) {
            if (addressed) {
                arguments.add(broker.bootstrapServers());
                addressed = false;
            } else if (argument.matches("[0-9.]*:[0-9]+")) {
                arguments.add("127.0.0.1:0");
            } else if (argument.matches(ID)) {
                arguments.add(aLetter());
            } else if (argument.matches(FILE) && !Files.exists(Path.of(argument))) {
                arguments.add(ownOf(argument));
            } else {
                arguments.add(argument);
                addressed = argument.equals("-b");
            }
        }
        List<CommandLine> parsed = Main.commandLine()
                .parseArgs(command.arguments().toArray(String[]::new))
                .asCommandLineList();
        if (parsed.get(parsed.size() - 1).getCommandSpec().findOption("--set") != null) {
            set(arguments, "engine", "fast");
            set(arguments, "threads", "1");
            set(arguments, "metrics.port", "0");
            set(arguments, "dashboard.port", "0");
            set(arguments, "replication.factor", "1");
            set(
                    arguments,
                    "state.dir",
                    Files.createTempDirectory(directory, "state").toString());
            if (!arguments.contains("-b")) {
                set(arguments, "bootstrap.servers", broker.bootstrapServers());
            }
        }
        if (command.name().equals("watch") && !arguments.contains("--exit-at-end")) {
            arguments.add("--exit-at-end");
            if (!arguments.contains("--from")) {
                arguments.addAll(List.of("--from", "beginning"));
            }
        }
        return arguments;
    }

    private static void set(List<String> arguments, String key, String value) {
        arguments.addAll(List.of("--set", key + "=" + value));
    }

    private static String ownOf(String argument) {
        int value = argument.indexOf('=');
        return argument.substring(0, value + 1) + own(argument.substring(value + 1));
    }

    /** A file that the documents name, here. */
    private static Path own(String name) {
        return directory.resolve(name.startsWith("/") ? name.substring(1) : name);
    }

    private static String aLetter() {
        Result list = execute(List.of("dlq", "list", "-b", broker.bootstrapServers(), "--max", "1", "--json"));
        return list.out().replaceFirst("(?s).*\"id\":\"(" + ID + ")\".*", "$1");
    }

    private record Result(int code, String out, String err) {}

    private static Result execute(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream before = System.out;
        PrintStream beforeErr = System.err;
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
        try {
            CommandLine line = Main.commandLine();
            line.setOut(new PrintWriter(System.out, true, UTF_8));
            int code = line.execute(arguments.toArray(String[]::new));
            line.getOut().flush();
            return new Result(code, out.toString(UTF_8), err.toString(UTF_8));
        } finally {
            System.setOut(before);
            System.setErr(beforeErr);
        }
    }

    /** A command that only Ctrl-C ends, as a process; the first instance stays until the pipeline is to rest. */
    private static void leaveRunning(DocumentedCommand command, List<String> arguments) throws Exception {
        Path out = Files.createTempFile(directory, "out", ".txt");
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.wirestream.cli.Main"));
        java.addAll(arguments);
        Process process = new ProcessBuilder(java)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean kept = false;
        try {
            await(() -> !process.isAlive() || Files.readString(out).lines().count() > 0, "a sign of " + command);
            assertThat(process.isAlive()).as(Files.readString(out)).isTrue();
            kept = command.name().equals("run") && PIPELINE.isEmpty();
            assertThat(Files.readString(out))
                    .containsPattern("running, metrics on|dashboard on|stream threads|watching |texts go to ");
        } finally {
            if (kept) {
                PIPELINE.add(process);
            } else {
                end(process);
            }
        }
    }

    private static void endPipeline() throws InterruptedException {
        for (Process process : PIPELINE) {
            end(process);
        }
        PIPELINE.clear();
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the process did not stop");
        }
    }

    /** Something that becomes true. */
    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition, String what) throws Exception {
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            Thread.sleep(100);
        }
    }
}
