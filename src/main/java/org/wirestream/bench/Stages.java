package org.wirestream.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.RawDecoder;
import org.wirestream.document.DateMention;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EnrichedParagraph;
import org.wirestream.document.EntityAnalysis;
import org.wirestream.encoder.Encoder;
import org.wirestream.encoder.Encoding;
import org.wirestream.entity.EntityTagger;
import org.wirestream.ninjs.ItemDocument;
import org.wirestream.ninjs.NinjsWriter;
import org.wirestream.subject.SubjectClassifier;
import org.wirestream.subject.Thresholds;
import org.wirestream.text.MynlpTokenizer;
import org.wirestream.time.DateTagger;
import org.wirestream.wire.Limits;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/**
 * Processor time and allocation of each stage, by calling the stages one by one from outside. The recognisers are what a
 * tagger without a model costs beyond the words, the model what the whole tagger costs beyond that.
 */
final class Stages implements AutoCloseable {
    private final ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private final RawDecoder decoder = new RawDecoder(Limits.DEFAULT);
    private final DateTagger dates = new DateTagger();
    private final @Nullable Encoder encoder;
    private final MynlpTokenizer tokenizer = new MynlpTokenizer();
    private final EntityTagger untrained = EntityTagger.untrained(Set.of());
    private final EntityTagger tagger;
    private final SubjectClassifier subjects;
    private final Enricher enricher;
    private final NinjsWriter writer;

    Stages(Engine engine, Enricher enricher) {
        boolean vectors = engine == Engine.ACCURATE;
        this.encoder = vectors ? Encoder.load() : null;
        this.tagger = EntityTagger.load(vectors);
        this.subjects = SubjectClassifier.load(enricher.vocabulary(), Thresholds.NONE, vectors);
        this.enricher = enricher;
        this.writer = new NinjsWriter(enricher.vocabulary());
    }

    /**
     * What a stage costs.
     *
     * @param name its name
     * @param nanos processor time, ns a character
     * @param bytes allocation, bytes a character
     */
    public record Stage(String name, double nanos, double bytes) {
        private Stage less(Stage part, String other) {
            return new Stage(other, Math.max(0, nanos - part.nanos), Math.max(0, bytes - part.bytes));
        }
    }

    /** One round over some items, on this thread. */
    List<Stage> measure(List<RawItem> items) throws Exception {
        Tally tally = new Tally();
        for (RawItem raw : items) {
            measure(raw, tally);
        }
        long characters = items.stream().mapToLong(RawItem::characters).sum();
        Map<String, Stage> stages = tally.stages((double) characters);
        Stage words = stages.getOrDefault("words", new Stage("words", 0, 0));
        Stage observed = stages.getOrDefault("observed", words);
        Stage tagged = stages.getOrDefault("tagged", observed);
        List<Stage> result = new ArrayList<>();
        for (Stage stage : stages.values()) {
            switch (stage.name()) {
                case "observed" -> result.add(stage.less(words, "recognisers"));
                case "tagged" -> result.add(tagged.less(observed, "model"));
                default -> result.add(stage);
            }
        }
        return result;
    }

    private void measure(RawItem raw, Tally tally) throws Exception {
        WireItem item = tally.time("parse", () -> raw.decode(decoder));
        List<DateMention> dated = tally.time("dates", () -> dates.tag(item));
        List<Encoding> encodings = new ArrayList<>();
        Encoder of = encoder;
        if (of != null) {
            tally.time("encoder", () -> {
                for (Paragraph paragraph : item.paragraphs()) {
                    encodings.add(of.encode(paragraph.folded().folded()));
                }
                return encodings;
            });
        }
        tally.time("words", () -> {
            int words = 0;
            for (Paragraph paragraph : item.paragraphs()) {
                words += tokenizer.tokenize(paragraph.folded().folded()).size();
            }
            return words;
        });
        tally.time("observed", () -> untrained.observe(item, dated, List.of()));
        EntityAnalysis analysis = tally.time("tagged", () -> tagger.tag(item, dated, encodings));
        tally.time("subjects", () -> subjects.classify(item, analysis.mentions(), encodings));
        EnrichedItem enriched = tally.time("whole enricher", () -> enricher.enrich(item, "1"));
        tally.time("serialise", () -> {
            ItemDocument document = writer.document(enriched);
            int bytes = document.enriched().length + document.ninjs().length;
            for (EnrichedParagraph paragraph : enriched.paragraphs()) {
                bytes += writer.paragraph(enriched, paragraph).length;
            }
            return bytes;
        });
    }

    @Override
    public void close() {
        if (encoder != null) {
            encoder.close();
        }
    }

    /** What the stages of a round have cost so far: processor time in ns, and bytes. */
    private final class Tally {
        private final Map<String, long[]> costs = new LinkedHashMap<>();

        private <T> T time(String stage, Callable<T> work) throws Exception {
            long cpu = threads.getCurrentThreadCpuTime();
            long bytes = threads.getCurrentThreadAllocatedBytes();
            T result = work.call();
            long[] cost = costs.computeIfAbsent(stage, name -> new long[2]);
            cost[1] += threads.getCurrentThreadAllocatedBytes() - bytes;
            cost[0] += threads.getCurrentThreadCpuTime() - cpu;
            return result;
        }

        private Map<String, Stage> stages(double characters) {
            Map<String, Stage> stages = new LinkedHashMap<>();
            costs.forEach(
                    (name, cost) -> stages.put(name, new Stage(name, cost[0] / characters, cost[1] / characters)));
            return stages;
        }
    }
}
