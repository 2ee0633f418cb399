package org.wirestream.corpus;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirestream.quality.Evaluation;
import org.wirestream.quality.GoldRecord;
import org.wirestream.wire.Feed;
import org.wirestream.wire.ItemTime;

/**
 * One annotated wire text.
 *
 * @param id its name, unique in the corpus
 * @param date the item's own date
 * @param genre its kind of text
 * @param source the name of the file that it stands in
 * @param paragraphs its lines with what is marked in them
 */
public record CorpusDocument(String id, LocalDate date, String genre, String source, List<GoldRecord> paragraphs) {
    public CorpusDocument {
        paragraphs = List.copyOf(paragraphs);
    }

    /** What a feed would know of the document beside its text: its date. */
    public Feed feed() {
        return new Feed(null, null, time(), null, Instant.EPOCH);
    }

    private OffsetDateTime time() {
        return ItemTime.of(date, ItemTime.Source.FEED).value();
    }

    /** The paragraphs of many documents. */
    public static List<GoldRecord> records(List<CorpusDocument> corpus) {
        return corpus.stream().flatMap(each -> each.paragraphs().stream()).toList();
    }

    /** The own dates of many documents, by their ids. */
    public static Evaluation.Dates dates(List<CorpusDocument> corpus) {
        Map<String, OffsetDateTime> dates = new HashMap<>();
        corpus.forEach(each -> dates.put(each.id(), each.time()));
        return dates::get;
    }
}
