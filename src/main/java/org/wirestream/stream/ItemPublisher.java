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
    private final Outputs wanted;
    private final int maxRecordBytes;
    private final StageListener listener;

    /** @param listener is told how long the stages of an enrichment take */
    ItemPublisher(
            Enricher enricher,
            NinjsWriter writer,
            ItemCounts counts,
            TopicNames topics,
            Outputs wanted,
            int maxRecordBytes,
            StageListener listener) {
        this.enricher = enricher;
        this.writer = writer;
        this.counts = counts;
        this.topics = topics;
        this.wanted = wanted;
        this.maxRecordBytes = maxRecordBytes;
        this.listener = listener;
    }

    /** What makes the records. */
    EngineVersions versions() {
        return enricher.versions();
    }

    /** What of them is made. */
    Outputs wanted() {
        return wanted;
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
            add(Outputs.Part.ITEMS, Output.Kind.ITEM, topics.items(), item.id(), document.enriched(), before, outputs);
            add(Outputs.Part.NINJS, Output.Kind.NINJS, topics.ninjs(), item.id(), document.ninjs(), before, outputs);
            if (item.status() == PubStatus.USABLE) {
                for (EnrichedParagraph paragraph : enriched.paragraphs()) {
                    outputs.addAll(paragraph(enriched, paragraph));
                    desks.put(
                            paragraph.paragraph().index(),
                            wanted.has(Outputs.Part.DESKS) ? paragraph.desks() : List.of());
                }
                counted = wanted.has(Outputs.Part.COUNTS) ? counts.of(enriched) : Contribution.NONE;
            }
        }
        takeBack(item.id(), before, desks, outputs);
        return new Publication(
                outputs, count(remember(item, version, before, desks), before, counted, outputs), enriched);
    }

    /** What is counted from now on; as long as nothing is to be counted, the rows and what is remembered of them stay as they are. */
    private ItemState count(ItemState state, @Nullable ItemState before, Contribution counted, List<Keyed> outputs) {
        Contribution last = before == null ? Contribution.NONE : before.contribution();
        boolean inRows = before == null || before.counted();
        if (!wanted.has(Outputs.Part.COUNTS)) {
            return state.counting(last, inRows);
        }
        if (!inRows) {
            // What the rows do not know they could not take back.
            outputs.addAll(changes(last.rows()));
        }
        outputs.addAll(changes(counted.minus(last)));
        return state.counting(counted, true);
    }

    /** A record where it is wanted; where it is not, what an older version may have written is taken back. */
    private void add(
            Outputs.Part part,
            Output.Kind kind,
            String topic,
            String key,
            byte[] value,
            @Nullable ItemState before,
            List<Keyed> outputs)
            throws MalformedWireException {
        if (wanted.has(part)) {
            outputs.add(record(kind, topic, key, value));
        } else if (before != null) {
            outputs.add(tombstone(kind, topic, key));
        }
    }

    private List<Keyed> paragraph(EnrichedItem enriched, EnrichedParagraph paragraph) throws MalformedWireException {
        String key = NinjsWriter.paragraphKey(
                enriched.item().id(), paragraph.paragraph().index());
        List<Keyed> outputs = new ArrayList<>();
        boolean paragraphs = wanted.has(Outputs.Part.PARAGRAPHS);
        List<String> desks = wanted.has(Outputs.Part.DESKS) ? paragraph.desks() : List.of();
        if (paragraphs || !desks.isEmpty()) {
            byte[] value = writer.paragraph(enriched, paragraph);
            if (paragraphs) {
                outputs.add(record(Output.Kind.PARAGRAPH, topics.paragraphs(), key, value));
            }
            for (String desk : desks) {
                outputs.add(record(Output.Kind.DESK, topics.desk(desk), key, value));
            }
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
            if (now == null || !wanted.has(Outputs.Part.PARAGRAPHS)) {
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
            WireItem item, String version, @Nullable ItemState before, Map<Integer, List<String>> desks) {
        String feedVersion = item.feedVersion();
        return new ItemState(
                version,
                before == null ? 1 : before.sequence() + (before.isLatest(item.digest()) ? 0 : 1),
                feedVersion == null && before != null ? before.feedVersion() : feedVersion,
                VersionPolicy.remember(before, item),
                item.status(),
                desks,
                List.of(),
                null,
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
