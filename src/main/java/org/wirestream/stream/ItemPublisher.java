package org.wirestream.stream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.wirestream.Enricher;
import org.wirestream.StageListener;
import org.wirestream.counts.Contribution;
import org.wirestream.counts.Count;
import org.wirestream.counts.CountKey;
import org.wirestream.counts.ItemCounts;
import org.wirestream.document.EngineVersions;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EnrichedParagraph;
import org.wirestream.gazetteer.Overlay;
import org.wirestream.ninjs.ItemDocument;
import org.wirestream.ninjs.NinjsWriter;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.MalformedWireException.Reason;
import org.wirestream.wire.PubStatus;
import org.wirestream.wire.WireItem;

/** Works out every record that a newer version of an item causes. Immutable; safe for use by many threads. */
final class ItemPublisher {
    private final Enricher enricher;
    private final NinjsWriter writer;
    private final ItemCounts counts;
    private final TopicNames topics;
    private final int maxRecordBytes;
    private final StageListener listener;

    /** @param listener is told how long the stages of an enrichment take */
    ItemPublisher(
            Enricher enricher,
            NinjsWriter writer,
            ItemCounts counts,
            TopicNames topics,
            int maxRecordBytes,
            StageListener listener) {
        this.enricher = enricher;
        this.writer = writer;
        this.counts = counts;
        this.topics = topics;
        this.maxRecordBytes = maxRecordBytes;
        this.listener = listener;
    }

    /** What makes the records. */
    EngineVersions versions() {
        return enricher.versions();
    }

    /** A record to send, with its key. */
    record Keyed(Bytes key, Output output) {}

    /**
     * What to send, and what to remember for the next version.
     *
     * @param enriched what the records were made of; null for a withdrawal
     */
    record Publication(
            List<Keyed> outputs, ItemState state, @Nullable EnrichedItem enriched) {}

    /**
     * The records of a version.
     *
     * @param before what the last version published; null when this is the first
     * @param overlay what editors say of names
     * @throws MalformedWireException when a record would be larger than the topics take
     */
    Publication publish(WireItem item, @Nullable ItemState before, Overlay overlay) throws MalformedWireException {
        List<Keyed> outputs = new ArrayList<>();
        Map<Integer, List<String>> desks = new TreeMap<>();
        Contribution counted = Contribution.NONE;
        EnrichedItem enriched = null;
        String version = VersionPolicy.next(before, item);
        if (item.status() == PubStatus.CANCELED) {
            outputs.add(tombstone(Output.Kind.ITEM, topics.items(), item.id()));
            outputs.add(tombstone(Output.Kind.NINJS, topics.ninjs(), item.id()));
        } else {
            enriched = enricher.enrich(item, version, overlay, listener);
            ItemDocument document = writer.document(enriched);
            outputs.add(record(Output.Kind.ITEM, topics.items(), item.id(), document.enriched()));
            outputs.add(record(Output.Kind.NINJS, topics.ninjs(), item.id(), document.ninjs()));
            if (item.status() == PubStatus.USABLE) {
                for (EnrichedParagraph paragraph : enriched.paragraphs()) {
                    outputs.addAll(paragraph(enriched, paragraph));
                    desks.put(paragraph.paragraph().index(), paragraph.desks());
                }
                counted = counts.of(enriched);
            }
        }
        takeBack(item.id(), before, desks, outputs);
        if (before != null && !before.counted()) {
            // What the rows do not know they could not take back.
            outputs.addAll(changes(before.contribution().rows()));
        }
        outputs.addAll(changes(counted.minus(before == null ? Contribution.NONE : before.contribution())));
        return new Publication(outputs, remember(item, version, before, desks, counted), enriched);
    }

    private List<Keyed> paragraph(EnrichedItem enriched, EnrichedParagraph paragraph) throws MalformedWireException {
        String key = NinjsWriter.paragraphKey(
                enriched.item().id(), paragraph.paragraph().index());
        byte[] value = writer.paragraph(enriched, paragraph);
        List<Keyed> outputs = new ArrayList<>();
        outputs.add(record(Output.Kind.PARAGRAPH, topics.paragraphs(), key, value));
        for (String desk : paragraph.desks()) {
            outputs.add(record(Output.Kind.DESK, topics.desk(desk), key, value));
        }
        return outputs;
    }

    /** Tombstones for paragraphs that the new version lacks, and on the desks that a paragraph left. */
    private void takeBack(
            String id, @Nullable ItemState before, Map<Integer, List<String>> desks, List<Keyed> outputs) {
        if (before == null) {
            return;
        }
        before.desks().forEach((index, old) -> {
            String key = NinjsWriter.paragraphKey(id, index);
            List<String> now = desks.get(index);
            if (now == null) {
                outputs.add(tombstone(Output.Kind.PARAGRAPH, topics.paragraphs(), key));
            }
            for (String desk : old) {
                if (now == null || !now.contains(desk)) {
                    outputs.add(tombstone(Output.Kind.DESK, topics.desk(desk), key));
                }
            }
        });
    }

    /** The records that change counts. */
    static List<Keyed> changes(Map<CountKey, Count> changes) {
        return CountRows.byShard(changes).entrySet().stream()
                .map(shard -> new Keyed(CountRows.shardKey(shard.getKey()), new Output.CountChanges(shard.getValue())))
                .toList();
    }

    private static ItemState remember(
            WireItem item,
            String version,
            @Nullable ItemState before,
            Map<Integer, List<String>> desks,
            Contribution counted) {
        String feedVersion = item.feedVersion();
        return new ItemState(
                version,
                before == null ? 1 : before.sequence() + (before.isLatest(item.digest()) ? 0 : 1),
                feedVersion == null && before != null ? before.feedVersion() : feedVersion,
                VersionPolicy.remember(before, item),
                item.status(),
                desks,
                ItemState.Counted.of(counted),
                counted.hour(),
                true,
                0,
                null);
    }

    private Keyed record(Output.Kind kind, String topic, String key, byte[] value) throws MalformedWireException {
        if (value.length > maxRecordBytes) {
            throw new MalformedWireException(
                    Reason.ENRICHED_TOO_LARGE,
                    "the record for %s has %,d bytes, more than the %,d that the topic takes; split the item"
                            .formatted(topic, value.length, maxRecordBytes));
        }
        return new Keyed(bytes(key), new Output.ToTopic(kind, topic, Bytes.wrap(value)));
    }

    private static Keyed tombstone(Output.Kind kind, String topic, String key) {
        return new Keyed(bytes(key), new Output.ToTopic(kind, topic, null));
    }

    private static Bytes bytes(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
