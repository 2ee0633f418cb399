package org.wirestream.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wirestream.replay.Manifest;
import org.wirestream.replay.SourceException;
import picocli.CommandLine.Option;

/** The option by which a command that reads texts takes what is known beside them. */
final class ManifestOption {
    @Option(
            names = "--manifest",
            paramLabel = "FILE.tsv",
            description = "ids, dates and versions of the texts: columns file, id, date, version")
    private @Nullable Path file;

    Manifest read() throws SourceException {
        return file == null ? Manifest.none() : Manifest.read(file);
    }
}
