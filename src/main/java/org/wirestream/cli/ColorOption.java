package org.wirestream.cli;

import org.wirestream.terminal.Style;
import picocli.CommandLine.Option;

/** The option by which a command that prints for people takes its colours. */
final class ColorOption {
    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto, always or never (default: ${DEFAULT-VALUE})")
    private String color;

    Style style() {
        return Style.of(color, System.getenv());
    }
}
