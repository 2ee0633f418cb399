package org.wirestream.cli;

import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.TopologyText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code topology}: what the topology is made of. */
@Command(
        name = "topology",
        description = "Print the topology: its operators, stores and topics.",
        footer = {"  wirestream topology", "  wirestream topology --format mermaid > topology.mmd"})
final class TopologyCommand implements Runnable {
    private enum Format {
        text,
        mermaid
    }

    @Mixin
    private SettingsOptions options;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Format format;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Settings settings = options.load();
        var description =
                Pipeline.topology(settings, Pipeline.enricher(settings)).describe();
        spec.commandLine()
                .getOut()
                .println(format == Format.text ? description.toString() : TopologyText.mermaid(description));
    }
}
