package org.wirestream.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirestream.corpus.CorpusDocument;
import org.wirestream.corpus.CorpusReader;
import org.wirestream.quality.Evaluation;
import org.wirestream.quality.GoldFile;
import org.wirestream.quality.ScoreText;
import org.wirestream.quality.Scorer;
import org.wirestream.replay.Manifest;
import org.wirestream.stream.Pipeline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evaluate}: the enricher against a gold. */
@Command(
        name = "evaluate",
        description = "Run the enricher on a gold's texts and print precision, recall and F1.",
        footer = {"  wirestream evaluate dev.jsonl --manifest manifest.tsv --errors 20"})
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "GOLD",
            description = "a gold in JSON Lines, or a corpus file (*.txt) or folder in the format of src/corpus")
    private Path gold;

    @Option(names = "--manifest", paramLabel = "FILE.tsv", description = "dates of the documents: columns file, date")
    private @Nullable Path manifest;

    @Option(
            names = "--errors",
            paramLabel = "N",
            defaultValue = "0",
            description = "also list N errors of each measure")
    private int errors;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Mixin
    private SettingsOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Manifest dates = manifest == null ? Manifest.none() : Manifest.read(manifest);
        Evaluation evaluation = new Evaluation(Pipeline.enricher(options.load()));
        Scorer.Score score = gold.toString().endsWith(".jsonl")
                ? evaluation.evaluate(GoldFile.read(gold), doc -> dates.date(doc + ".txt"))
                : evaluateCorpus(evaluation);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? ScoreText.json(score) : ScoreText.table(score));
        if (errors > 0 && !json) {
            out.println(ScoreText.errors(score, errors));
        }
        return ExitCodes.OK;
    }

    private Scorer.Score evaluateCorpus(Evaluation evaluation) throws Exception {
        List<CorpusDocument> corpus = CorpusReader.read(gold);
        return evaluation.evaluate(CorpusDocument.records(corpus), CorpusDocument.dates(corpus));
    }
}
