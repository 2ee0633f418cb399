package org.wirestream.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command as a document shows it.
 *
 * @param place the document and the line
 * @param arguments what stands behind {@code wirestream}, up to what is the shell's
 * @param output the file that the shell writes what is printed to; empty for none
 */
record DocumentedCommand(String place, List<String> arguments, String output) {
    private static final Pattern CALL =
            Pattern.compile("(?:^|[\\s(`])(?:\\./|/opt/\\S+/bin/)?wirestream\\s+(?=[a-z-])");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|((?:[^\\s'\"]|\"[^\"]*\")+)");
    private static final Pattern SHELL = Pattern.compile("[|&;<>].*|2>.*|#.*");
    private static final Pattern OUTPUT = Pattern.compile("[^|&;#]* > *(\\S+).*");
    private static final Pattern IN_TEXT = Pattern.compile("`((?:\\./)?wirestream [^`]+)`");

    /** A file that a document has its reader write: a block whose fence names it ({@code ```json desks.json}). */
    record Sample(String name, String content) {}

    /** The commands of a document: of its blocks, and those named in its text. */
    record Page(List<DocumentedCommand> blocks, List<DocumentedCommand> text, List<Sample> samples) {}

    /** All documents for users. */
    static List<Page> pages() {
        try (Stream<Path> folder = Files.list(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("ARCHITECTURE.md")),
                            folder.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .map(DocumentedCommand::page)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page page(Path file) {
        Page page = new Page(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.strip().startsWith("```")) {
                Matcher code = IN_TEXT.matcher(line);
                while (code.find()) {
                    page.text().addAll(in(file + ":" + (i + 1), code.group(1)));
                }
                continue;
            }
            int begin = i + 1;
            i = begin;
            while (!lines.get(i).strip().startsWith("```")) {
                i++;
            }
            block(file, begin, lines.subList(begin, i), line.strip().substring(3), page);
        }
        return page;
    }

    private static void block(Path file, int begin, List<String> lines, String fence, Page page) {
        int name = fence.indexOf(' ');
        if (name > 0) {
            page.samples().add(new Sample(fence.substring(name + 1), String.join("\n", lines) + "\n"));
            return;
        }
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.endsWith("\\")) {
                whole.append(line, 0, line.length() - 1).append(' ');
                continue;
            }
            page.blocks().addAll(in(file + ":" + (begin + i + 1), whole + line));
            whole.setLength(0);
        }
    }

    /** The commands in a line of a shell; comments have none. */
    static List<DocumentedCommand> in(String place, String line) {
        String code = line.startsWith("#") ? "" : line.replaceFirst("\\s#\\s.*", "");
        List<DocumentedCommand> commands = new ArrayList<>();
        Matcher call = CALL.matcher(code);
        while (call.find()) {
            String rest = code.substring(call.end());
            Matcher output = OUTPUT.matcher(rest);
            commands.add(new DocumentedCommand(place, words(rest), output.matches() ? output.group(1) : ""));
        }
        return commands;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String quoted = word.group(1);
            if (quoted == null && SHELL.matcher(word.group(2)).matches()) {
                break;
            }
            String plain = quoted == null ? word.group(2).replace("\"", "") : quoted;
            boolean closes = plain.endsWith(")") && !plain.contains("(");
            words.add(closes ? plain.substring(0, plain.length() - 1) : plain);
            if (closes) {
                break;
            }
        }
        return words;
    }

    /** The command's name, with that of the subcommand where one decides what it needs. */
    String name() {
        String first = arguments.get(0);
        boolean decides = first.equals("topics") || (first.equals("replay") && arguments.contains("topic"));
        return decides ? first + " " + arguments.get(1) : first;
    }

    @Override
    public String toString() {
        return place + ": wirestream " + String.join(" ", arguments);
    }
}
