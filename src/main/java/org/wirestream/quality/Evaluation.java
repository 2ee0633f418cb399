package org.wirestream.quality;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirestream.Enricher;
import org.wirestream.subject.Vocabulary;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.WireParser;

/** Runs the enricher on the texts of a gold and scores what it finds. */
public final class Evaluation {
    private final Enricher enricher;
    private final WireParser parser = new WireParser(Limits.DEFAULT);

    /** Evaluates an enricher. */
    public Evaluation(Enricher enricher) {
        this.enricher = enricher;
    }

    /** Gives a document's own date; null when nobody knows. */
    @FunctionalInterface
    public interface Dates {
        /** The date of a document by its name. */
        @Nullable
        OffsetDateTime of(String doc);
    }

    /**
     * Scores the enricher.
     *
     * @param gold the gold's records, every paragraph of each document
     * @param dates the documents' own dates
     * @throws MalformedWireException when a document of the gold is no wire text
     */
    public Scorer.Score evaluate(List<GoldRecord> gold, Dates dates) throws MalformedWireException {
        Map<String, List<String>> documents = new LinkedHashMap<>();
        gold.forEach(record ->
                documents.computeIfAbsent(record.doc(), d -> new ArrayList<>()).add(record.text()));
        List<GoldRecord> predicted = new ArrayList<>();
        for (Map.Entry<String, List<String>> document : documents.entrySet()) {
            Feed feed = new Feed(null, null, dates.of(document.getKey()), null, Instant.EPOCH);
            String text = String.join("\n", document.getValue());
            predicted.addAll(GoldFile.of(document.getKey(), enricher.enrich(parser.parse(text, feed), "1")));
        }
        Vocabulary vocabulary = Vocabulary.load();
        return new Scorer(subject ->
                        vocabulary.subject(subject).map(s -> s.desk()).orElse(""))
                .score(gold, predicted);
    }
}
