package org.wirestream.dashboard;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.Enricher;
import org.wirestream.counts.CountKey;
import org.wirestream.counts.CountKind;
import org.wirestream.document.EnrichedItem;
import org.wirestream.ninjs.NinjsWriter;
import org.wirestream.subject.Desks;
import org.wirestream.subject.Vocabulary;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.WireParser;

/** Stores, filled as the reader would. */
final class Fixture {
    static final Vocabulary VOCABULARY = Vocabulary.load();
    static final Names NAMES = new Names(VOCABULARY, Desks.load(VOCABULARY));
    private static final Enricher ENRICHER = Enricher.load();
    private static final NinjsWriter WRITER = new NinjsWriter(VOCABULARY);
    private static final WireParser PARSER = new WireParser(Limits.DEFAULT);

    private Fixture() {}

    /** A record of {@code wire.items}. */
    static byte[] record(String id, String version, String time, String text) {
        try {
            OffsetDateTime at = OffsetDateTime.parse(time);
            EnrichedItem item = ENRICHER.enrich(
                    PARSER.parse(
                            text.getBytes(StandardCharsets.UTF_8), new Feed(id, version, at, null, at.toInstant())),
                    version);
            return WRITER.enriched(item);
        } catch (MalformedWireException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static StoredItem put(ItemStore store, String id, String version, String time, String text) throws Exception {
        byte[] record = record(id, version, time, text);
        return store.put(new ItemFactsReader().read(record), record);
    }

    static void day(CountStore store, CountKind kind, String day, String id, long items) {
        put(store, CountKey.ofDay(kind, day, id), new Measures(items, items, items));
    }

    static void put(CountStore store, CountKey key, @Nullable Measures measures) {
        store.put(key, "label of " + key.id(), measures);
    }

    static Query query(String raw, Set<String> allowed) throws ProblemException {
        return Query.parse(raw, allowed);
    }
}
