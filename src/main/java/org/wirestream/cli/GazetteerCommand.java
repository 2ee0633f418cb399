package org.wirestream.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirestream.editor.GazetteerContents;
import org.wirestream.editor.GazetteerEditor;
import org.wirestream.editor.GazetteerText;
import org.wirestream.gazetteer.GazetteerEntry;
import org.wirestream.gazetteer.GazetteerFile;
import org.wirestream.gazetteer.GazetteerFormat;
import org.wirestream.gazetteer.InvalidEntryException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gazetteer add|remove|list|import}. */
@Command(
        name = "gazetteer",
        description = {
            "Tell the running pipeline what a name is, or that something is no name.",
            "Entries go over what the machine finds, within seconds and on all instances, in what is enriched from then on."
        },
        footer = {
            "  wirestream gazetteer add 星河研究所 --type ORG --alias 星河所 --country CN",
            "  wirestream gazetteer add 东方之门 --type NONE",
            "  wirestream gazetteer list"
        },
        subcommands = {
            GazetteerCommand.Add.class,
            GazetteerCommand.Remove.class,
            GazetteerCommand.ListEntries.class,
            GazetteerCommand.Import.class
        })
final class GazetteerCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a subcommand: add, remove, list or import");
    }

    @Command(
            name = "add",
            description = "Add an entry, or replace the one of that name.",
            footer = {
                "  wirestream gazetteer add 星河研究所 --type ORG --alias 星河所 --country CN",
                "  wirestream gazetteer add 东方之门 --type NONE --note 楼名，不标"
            })
    static final class Add implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", description = "the canonical name, 2 to 60 characters")
        private String name;

        @Option(
                names = "--type",
                paramLabel = "TYPE",
                required = true,
                description = "PER, LOC, ORG, DOC, EVENT, or NONE: this is no name")
        private String type;

        @Option(names = "--identifier", paramLabel = "URI", description = "an identifier outside Wirestream")
        private @Nullable String identifier;

        @Option(names = "--alias", paramLabel = "NAME", split = "\\|", description = "another name; several with |")
        private List<String> aliases = new ArrayList<>();

        @Option(names = "--country", paramLabel = "CODE", description = "ISO 3166-1 alpha-2")
        private @Nullable String country;

        @Option(names = "--note", paramLabel = "TEXT", description = "for other editors")
        private @Nullable String note;

        @Mixin
        private SettingsOptions options;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            try {
                GazetteerEntry entry =
                        GazetteerFormat.check(name, type.toUpperCase(Locale.ROOT), identifier, aliases, country, note);
                int changed = new GazetteerEditor(options.load()).put(List.of(entry));
                spec.commandLine().getOut().println(changed == 0 ? name + " is so already" : name + " is in force");
                return ExitCodes.OK;
            } catch (InvalidEntryException e) {
                throw new ParameterException(spec.commandLine(), e.getMessage(), e);
            }
        }
    }

    @Command(
            name = "remove",
            description = "Remove entries: the machine alone decides again.",
            footer = {"  wirestream gazetteer remove 星河研究所"})
    static final class Remove implements Callable<Integer> {
        @Parameters(paramLabel = "NAME", arity = "1..*", description = "as list prints it")
        private List<String> names;

        @Mixin
        private SettingsOptions options;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            GazetteerEditor editor = new GazetteerEditor(options.load());
            GazetteerContents contents = editor.contents();
            List<String> known = new ArrayList<>(names);
            known.removeIf(name ->
                    !contents.entries().containsKey(name) && !contents.broken().containsKey(name));
            editor.remove(known);
            for (String name : names) {
                if (known.contains(name)) {
                    spec.commandLine().getOut().println(name + " is removed");
                } else {
                    String other = contents.nameOf(name);
                    spec.commandLine()
                            .getErr()
                            .println("wirestream: there is no entry %s%s"
                                    .formatted(name, other == null ? "" : "; it is an alias of " + other));
                }
            }
            return known.size() == names.size() ? ExitCodes.OK : ExitCodes.FAILURE;
        }
    }

    @Command(
            name = "list",
            description = "Print the entries as a table with tabs, which import reads again.",
            footer = {"  wirestream gazetteer list > names.tsv", "  wirestream gazetteer list --json > names.jsonl"})
    static final class ListEntries implements Callable<Integer> {
        @Option(names = "--json", description = "print a JSON object a line")
        private boolean json;

        @Mixin
        private SettingsOptions options;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            GazetteerContents contents = new GazetteerEditor(options.load()).contents();
            List<GazetteerEntry> entries = List.copyOf(contents.entries().values());
            if (json) {
                entries.forEach(entry -> spec.commandLine().getOut().println(GazetteerFormat.write(entry)));
            } else {
                spec.commandLine().getOut().println(GazetteerText.table(entries));
            }
            contents.broken()
                    .forEach((key, why) -> spec.commandLine()
                            .getErr()
                            .println(
                                    "wirestream: the record %s is ignored by the pipeline: %s; remove it or add it again"
                                            .formatted(key, why)));
            return ExitCodes.OK;
        }
    }

    @Command(
            name = "import",
            description = {
                "Add the entries of files, all of them or, when one is wrong, none: JSON Lines, or a table with tabs (.tsv)",
                "whose first line names the columns name, type, identifier, aliases (with | between), country, note."
            },
            footer = {"  wirestream gazetteer import names.tsv"})
    static final class Import implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", arity = "1..*", description = "UTF-8")
        private List<Path> files;

        @Mixin
        private SettingsOptions options;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            List<GazetteerEntry> entries = new ArrayList<>();
            try {
                for (Path file : files) {
                    entries.addAll(GazetteerFile.read(file.toString(), text(file)));
                }
                int changed = new GazetteerEditor(options.load()).put(entries);
                spec.commandLine()
                        .getOut()
                        .println(String.format(
                                Locale.ROOT, "%,d entries read, %,d of them new or changed", entries.size(), changed));
                return ExitCodes.OK;
            } catch (InvalidEntryException e) {
                throw new IllegalArgumentException("nothing is imported:\n" + e.getMessage(), e);
            }
        }

        private static String text(Path file) throws IOException {
            try {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (NoSuchFileException e) {
                throw new IllegalArgumentException("there is no file " + file, e);
            } catch (CharacterCodingException e) {
                throw new IllegalArgumentException("%s is not UTF-8; save it as UTF-8".formatted(file), e);
            }
        }
    }
}
