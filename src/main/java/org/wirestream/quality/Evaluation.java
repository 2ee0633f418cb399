package org.wirestream.quality;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wirestream.Enricher;
import org.wirestream.subject.Subject;
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
     * @param gold the gold's records; a document's text is its paragraphs in order, one a line
     * @param dates the documents' own dates
     * @throws MalformedWireException when a document of the gold is no wire text
     */
    public Scorer.Score evaluate(List<GoldRecord> gold, Dates dates) throws MalformedWireException {
        Map<String, List<GoldRecord>> documents =
                gold.stream().collect(Collectors.groupingBy(GoldRecord::doc, LinkedHashMap::new, Collectors.toList()));
        List<GoldRecord> predicted = new ArrayList<>();
        for (Map.Entry<String, List<GoldRecord>> document : documents.entrySet()) {
            predicted.addAll(predict(document.getKey(), document.getValue(), dates));
        }
        Vocabulary vocabulary = enricher.vocabulary();
        return new Scorer(subject -> vocabulary.subject(subject).map(Subject::desk)).score(gold, predicted);
    }

    private List<GoldRecord> predict(String doc, List<GoldRecord> gold, Dates dates) throws MalformedWireException {
        List<GoldRecord> inOrder =
                gold.stream().sorted(Comparator.comparingInt(GoldRecord::para)).toList();
        String text = inOrder.stream().map(GoldRecord::text).collect(Collectors.joining("\n"));
        Feed feed = new Feed(null, null, dates.of(doc), null, Instant.EPOCH);
        List<GoldRecord> predicted = GoldFile.of(doc, enricher.enrich(parser.parse(text, feed), "1"));
        // A gold that leaves out paragraphs counts by the whole document all the same.
        return IntStream.range(0, Math.min(predicted.size(), inOrder.size()))
                .mapToObj(i -> predicted.get(i).at(inOrder.get(i).para()))
                .toList();
    }
}
