package org.wirestream.bench;

import java.time.Instant;
import java.util.List;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.document.DateMention;
import org.wirestream.document.Mention;
import org.wirestream.encoder.Encoder;
import org.wirestream.encoder.Encoding;
import org.wirestream.entity.EntityTagger;
import org.wirestream.quality.GoldRecord;
import org.wirestream.replay.Manifest;
import org.wirestream.time.DateTagger;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.WireItem;
import org.wirestream.wire.WireParser;

/** Wirestream among the {@link Peers}. */
final class Wirestream {
    private final WireParser parser = new WireParser(Limits.DEFAULT);
    private final Manifest dates;

    /** @param dates the documents' own dates */
    Wirestream(Manifest dates) {
        this.dates = dates;
    }

    /** All that an item gets: names, roles, events, statements, dates, subjects. */
    NameFinder whole(Engine engine) {
        Enricher enricher = Enricher.load(engine);
        return (doc, paragraphs) -> {
            WireItem item = parse(doc, paragraphs);
            return names(enricher.enrich(item, "1").analysis().mentions(), item);
        };
    }

    /** What the peers do: words and names. Dates are found too, since the names of listed events need them. */
    NameFinder names(Engine engine) {
        boolean vectors = engine == Engine.ACCURATE;
        Encoder encoder = vectors ? Encoder.load() : null;
        EntityTagger tagger = EntityTagger.load(vectors);
        DateTagger tags = new DateTagger();
        return (doc, paragraphs) -> {
            WireItem item = parse(doc, paragraphs);
            List<DateMention> dated = tags.tag(item);
            List<Encoding> encodings = encoder == null
                    ? List.of()
                    : item.paragraphs().stream()
                            .map(paragraph -> encoder.encode(paragraph.folded().folded()))
                            .toList();
            return names(tagger.tag(item, dated, encodings).mentions(), item);
        };
    }

    private WireItem parse(String doc, List<String> paragraphs) throws MalformedWireException {
        Feed feed = new Feed(null, null, dates.date(doc + ".txt"), null, Instant.EPOCH);
        return parser.parse(String.join("\n", paragraphs), feed);
    }

    private static List<List<GoldRecord.Name>> names(List<Mention> mentions, WireItem item) {
        return item.paragraphs().stream()
                .map(paragraph -> mentions.stream()
                        .filter(mention -> mention.paragraph() == paragraph.index())
                        .map(mention -> new GoldRecord.Name(
                                mention.begin(),
                                mention.end(),
                                mention.text(),
                                mention.type().name()))
                        .toList())
                .toList();
    }
}
