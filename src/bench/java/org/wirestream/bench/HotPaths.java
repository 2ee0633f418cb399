package org.wirestream.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.RawDecoder;
import org.wirestream.document.DateMention;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EntityAnalysis;
import org.wirestream.entity.EntityTagger;
import org.wirestream.ninjs.ItemDocument;
import org.wirestream.ninjs.NinjsWriter;
import org.wirestream.replay.RawRecord;
import org.wirestream.subject.SubjectAnalysis;
import org.wirestream.subject.SubjectClassifier;
import org.wirestream.subject.Thresholds;
import org.wirestream.text.MynlpTokenizer;
import org.wirestream.text.Token;
import org.wirestream.time.DateTagger;
import org.wirestream.wire.Limits;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/** The hot paths of the fast engine, one by one, on the seed communiqué (6,000 characters); with {@code -prof gc} what they allocate. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx768m", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class HotPaths {
    private static final Path SEED = Path.of("seeds/sco-astana-2017-communique.txt");

    private final RawDecoder decoder = new RawDecoder(Limits.DEFAULT);
    private final DateTagger dates = new DateTagger();
    private final MynlpTokenizer tokenizer = new MynlpTokenizer();
    private final EntityTagger tagger = EntityTagger.load(false);
    private final Enricher enricher = Enricher.load(Engine.FAST);
    private final SubjectClassifier subjects = SubjectClassifier.load(enricher.vocabulary(), Thresholds.NONE, false);
    private final NinjsWriter writer = new NinjsWriter(enricher.vocabulary());

    private RawItem raw;
    private WireItem item;
    private List<DateMention> dated;
    private EntityAnalysis analysis;
    private EnrichedItem enriched;

    /** Enriches the text once, stage by stage. */
    @Setup
    public void enrichOnce() throws Exception {
        byte[] text = Files.readString(SEED).getBytes(StandardCharsets.UTF_8);
        raw = RawItem.of("urn:bench:seed", text, RawRecord.TEXT, decoder);
        item = raw.decode(decoder);
        dated = dates.tag(item);
        analysis = tagger.tag(item, dated, List.of());
        enriched = enricher.enrich(item, "1");
    }

    /** Bytes to head and paragraphs. */
    @Benchmark
    public WireItem parse() throws Exception {
        return raw.decode(decoder);
    }

    /** Calendar expressions. */
    @Benchmark
    public List<DateMention> dates() {
        return dates.tag(item);
    }

    /** Words. */
    @Benchmark
    public List<List<Token>> words() {
        List<List<Token>> words = new ArrayList<>();
        for (Paragraph paragraph : item.paragraphs()) {
            words.add(tokenizer.tokenize(paragraph.folded().folded()));
        }
        return words;
    }

    /** Words, proposals, the model's features and decision, and what follows from it. */
    @Benchmark
    public EntityAnalysis names() {
        return tagger.tag(item, dated, List.of());
    }

    /** Subjects of paragraphs and item. */
    @Benchmark
    public SubjectAnalysis subjects() {
        return subjects.classify(item, analysis.mentions(), List.of());
    }

    /** The enriched item as JSON, with and without what ninjs has no place for. */
    @Benchmark
    public ItemDocument serialise() {
        return writer.document(enriched);
    }

    /** All of it but the JSON. */
    @Benchmark
    public EnrichedItem whole() throws Exception {
        return enricher.enrich(raw.decode(decoder), "1");
    }
}
