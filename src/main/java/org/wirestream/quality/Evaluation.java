package org.wirestream.quality;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wirestream.Enricher;
import org.wirestream.RawDecoder;
import org.wirestream.replay.Manifest;
import org.wirestream.wire.MalformedWireException;

/** Runs the enricher over the documents of a gold, as the pipeline would, to predict their paragraphs. */
public final class Evaluation {
    private final RawDecoder decoder;
    private final Enricher enricher;
    private final GoldWriter writer = new GoldWriter();

    /** Makes an evaluation of one enricher. */
    public Evaluation(RawDecoder decoder, Enricher enricher) {
        this.decoder = decoder;
        this.enricher = enricher;
    }

    /**
     * Predicts. A document's text is its paragraphs in order, one a line.
     *
     * @param gold the paragraphs
     * @param manifest what is known beside the texts, under the document's name with the ending {@code .txt}
     * @param received stands for the records' timestamp
     * @throws GoldException when a document is no wire item; the message names it
     */
    public List<GoldParagraph> predict(List<GoldParagraph> gold, Manifest manifest, Instant received)
            throws GoldException {
        Map<String, List<GoldParagraph>> documents = gold.stream()
                .collect(Collectors.groupingBy(GoldParagraph::doc, LinkedHashMap::new, Collectors.toList()));
        List<GoldParagraph> predictions = new ArrayList<>();
        for (Map.Entry<String, List<GoldParagraph>> document : documents.entrySet()) {
            predictions.addAll(predict(document.getKey(), document.getValue(), manifest, received));
        }
        return predictions;
    }

    private List<GoldParagraph> predict(String doc, List<GoldParagraph> gold, Manifest manifest, Instant received)
            throws GoldException {
        List<GoldParagraph> inOrder = gold.stream()
                .sorted(Comparator.comparingInt(GoldParagraph::para))
                .toList();
        byte[] text = inOrder.stream()
                .map(GoldParagraph::text)
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
        try {
            List<GoldParagraph> predicted = writer.paragraphs(
                    doc,
                    enricher.enrich(
                            decoder.decode(text, "text/plain", manifest.feed(Path.of(doc + ".txt"), received)), "1"));
            return numbered(predicted, inOrder);
        } catch (MalformedWireException e) {
            throw new GoldException("document %s: %s".formatted(doc, e.getMessage()), e);
        }
    }

    /** A gold may leave out paragraphs of a document: the indexes are its own. */
    private static List<GoldParagraph> numbered(List<GoldParagraph> predicted, List<GoldParagraph> gold) {
        List<GoldParagraph> numbered = new ArrayList<>();
        for (int i = 0; i < Math.min(predicted.size(), gold.size()); i++) {
            GoldParagraph each = predicted.get(i);
            numbered.add(new GoldParagraph(
                    each.doc(),
                    gold.get(i).para(),
                    each.text(),
                    each.entities(),
                    each.dates(),
                    each.subjects(),
                    each.primary()));
        }
        return numbered;
    }
}
