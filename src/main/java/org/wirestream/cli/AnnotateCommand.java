package org.wirestream.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.wirestream.RawDecoder;
import org.wirestream.annotate.Annotator;
import org.wirestream.annotate.Format;
import org.wirestream.config.Settings;
import org.wirestream.replay.Manifest;
import org.wirestream.stream.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code annotate}: enrichment without a broker. */
@Command(
        name = "annotate",
        description = "Enrich texts without a broker, by the same code as the pipeline's.",
        footer = {
            "  wirestream annotate seeds/",
            "  wirestream annotate --format json story.txt | jq .enrichment.entities",
            "  wirestream annotate --format gold --manifest manifest.tsv texts/ > predicted.jsonl",
            "  wirestream annotate --format ics story.txt > meetings.ics",
            "  wirestream annotate --format newsml-g2 story.txt > story.xml",
            "  cat story.txt | wirestream annotate -"
        })
final class AnnotateCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "texts, ninjs documents, directories; - for standard input")
    private List<String> paths;

    @Option(
            names = {"-f", "--format"},
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Format format;

    @Mixin
    private ManifestOption manifest;

    @Mixin
    private ColorOption color;

    @Mixin
    private SettingsOptions options;

    @Override
    public Integer call() throws Exception {
        Settings settings = options.load();
        Manifest known = manifest.read();
        Annotator annotator = new Annotator(
                new RawDecoder(Pipeline.limits(settings)),
                Pipeline.enricher(settings),
                color.style(),
                Clock.systemUTC());
        int refused = annotator.annotate(paths, known, System.in, format, System.out, System.err);
        return refused == 0 ? ExitCodes.OK : ExitCodes.FAILURE;
    }
}
