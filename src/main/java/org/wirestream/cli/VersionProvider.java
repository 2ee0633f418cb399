package org.wirestream.cli;

import org.wirestream.Version;
import picocli.CommandLine.IVersionProvider;

/** Versions of Wirestream, Kafka and Java. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "wirestream " + Version.current(),
            "Kafka " + Version.kafka(),
            "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"
        };
    }
}
