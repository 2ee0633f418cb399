package org.wirestream.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.wirestream.RawDecoder;
import org.wirestream.annotate.Annotator;
import org.wirestream.annotate.Format;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.terminal.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code explain}: why texts are tagged as they are. */
@Command(
        name = "explain",
        description = "Show for every tag of a text who gave it and what was overruled.",
        footer = {"  wirestream explain seeds/sco-astana-2017-communique.txt | less"})
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", arity = "1..*", description = "texts, directories; - for standard input")
    private List<String> paths;

    @Mixin
    private ManifestOption manifest;

    @Mixin
    private SettingsOptions options;

    @Override
    public Integer call() throws Exception {
        Settings settings = options.load();
        Annotator annotator = new Annotator(
                new RawDecoder(Pipeline.limits(settings)),
                Pipeline.enricher(settings),
                Style.of("never", System.getenv()),
                Clock.systemUTC());
        int refused = annotator.annotate(paths, manifest.read(), System.in, Format.explain, System.out, System.err);
        return refused == 0 ? ExitCodes.OK : ExitCodes.FAILURE;
    }
}
