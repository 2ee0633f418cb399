package org.wirestream.cli;

import org.wirestream.config.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code config show}. */
@Command(
        name = "config",
        description = "Show the settings in force.",
        footer = {"", "Example:", "  wirestream config show --config production.properties"},
        subcommands = ConfigCommand.Show.class)
final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(spec.commandLine(), "name a subcommand: show");
    }

    @Command(
            name = "show",
            description = "Print every setting with its value and where it was set; secrets are masked.",
            footer = {"", "Example:", "  wirestream config show --set kafka.security.protocol=SASL_SSL"})
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
}
