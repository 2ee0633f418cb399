package org.wirestream.cli;

import org.wirestream.config.Settings;
import org.wirestream.config.SettingsReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code config show|reference}. */
@Command(
        name = "config",
        description = "Show the settings in force, or all that there are.",
        footer = {"  wirestream config show --config production.properties"},
        subcommands = {ConfigCommand.Show.class, ConfigCommand.Reference.class})
final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(spec.commandLine(), "name a subcommand: show or reference");
    }

    @Command(
            name = "show",
            description = "Print every setting with its value and where it was set; secrets are masked.",
            footer = {"  wirestream config show --set kafka.security.protocol=SASL_SSL"})
    static final class Show implements Runnable {
        @Mixin
        private SettingsOptions settings;

        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            for (Settings.Entry entry : settings.load().effective()) {
                spec.commandLine()
                        .getOut()
                        .println("%-28s %-28s %s".formatted(entry.key(), entry.value(), entry.origin()));
            }
        }
    }

    @Command(
            name = "reference",
            description = "Print every setting there is, its default, what it may be and what it does, as Markdown.",
            footer = {"  wirestream config reference > configuration.md"})
    static final class Reference implements Runnable {
        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            spec.commandLine().getOut().print(SettingsReference.markdown());
            spec.commandLine().getOut().flush();
        }
    }
}
