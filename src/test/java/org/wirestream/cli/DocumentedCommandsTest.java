package org.wirestream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/** What documents and help say of commands is possible. {@link DocumentedCommandsIT} runs it. */
class DocumentedCommandsTest {
    private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)[^`]*` \\| (.*) \\|");
    private static final Pattern OPTION = Pattern.compile("`(--[a-z-]+)");

    private static Stream<DocumentedCommand> whole() {
        return Stream.concat(
                DocumentedCommand.pages().stream().flatMap(page -> page.blocks().stream()),
                help(Main.commandLine()).stream());
    }

    private static Stream<DocumentedCommand> named() {
        return DocumentedCommand.pages().stream().flatMap(page -> page.text().stream());
    }

    /** The examples of a command's help and of all below it. */
    private static List<DocumentedCommand> help(CommandLine line) {
        List<DocumentedCommand> commands = new ArrayList<>();
        String footer = String.join("\n", line.getCommandSpec().usageMessage().footer());
        for (String example : footer.replaceAll("\\\\\n", "").split("\n", -1)) {
            commands.addAll(DocumentedCommand.in("help of " + line.getCommandName(), example));
        }
        line.getSubcommands().values().forEach(each -> commands.addAll(help(each)));
        return commands;
    }

    @ParameterizedTest
    @MethodSource("whole")
    void shouldTakeACommandAsItIsShown(DocumentedCommand command) {
        if (command.arguments().get(0).equals("COMMAND")) {
            return;
        }
        assertThatCode(() -> Main.commandLine().parseArgs(command.arguments().toArray(String[]::new)))
                .as(command.toString())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("named")
    void shouldHaveTheCommandsAndOptionsThatTextNames(DocumentedCommand command) {
        try {
            Main.commandLine().parseArgs(command.arguments().toArray(String[]::new));
        } catch (MissingParameterException e) {
            assertThat(e).as("a text need not name every argument").isNotNull();
        } catch (ParameterException e) {
            throw new AssertionError(command + ": " + e.getMessage(), e);
        }
    }

    @Test
    void shouldListEveryCommandInTheReadmeWithOptionsThatItHas() throws Exception {
        List<MatchResult> rows = Files.readAllLines(Path.of("README.md")).stream()
                .flatMap(line -> ROW.matcher(line).results())
                .filter(row -> Main.commandLine().getSubcommands().containsKey(row.group(1)))
                .toList();
        assertThat(rows.stream().map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        Main.commandLine().getSubcommands().keySet());
        for (MatchResult row : rows) {
            assertThat(options(Main.commandLine().getSubcommands().get(row.group(1))))
                    .as(row.group())
                    .containsAll(OPTION.matcher(row.group(2))
                            .results()
                            .map(option -> option.group(1))
                            .toList());
        }
    }

    private static Set<String> options(CommandLine line) {
        Set<String> options = new TreeSet<>();
        line.getCommandSpec().options().forEach(option -> options.addAll(Arrays.asList(option.names())));
        line.getSubcommands().values().forEach(each -> options.addAll(options(each)));
        return options;
    }
}
