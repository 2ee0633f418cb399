package org.wirestream.stream;

import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;
import org.apache.kafka.streams.state.Stores;
import org.wirestream.Enricher;
import org.wirestream.RawDecoder;
import org.wirestream.counts.ItemCounts;
import org.wirestream.ninjs.NinjsWriter;
import org.wirestream.subject.Vocabulary;

/**
 * The topology: raw texts are identified, brought together by item, enriched version by version, and counted.
 *
 * <p>Counts follow a table: each item's last contribution is kept beside its version, and a newer version sends the
 * difference, what it adds and what it takes back. A {@code KTable.groupBy} would give one count a row; an item has many.
 */
public final class WireTopology {
    private static final Serde<Bytes> BYTES = Serdes.Bytes();
    private static final Serde<Output> DESK_RECORD = StreamSerdes.writing(output -> ((Output.ToTopic) output).value());

    private final RawDecoder decoder;
    private final ItemPublisher publisher;
    private final ItemHome home;
    private final TopicNames topics;
    private final String source;
    private final PipelineListener listener;

    /**
     * A topology that shares one enricher between all its tasks.
     *
     * @param wanted which outputs are written
     * @param rawPartitions how many partitions the raw topic has
     * @param maxRecordBytes the largest record, uncompressed, that the output topics take
     * @param source what the CloudEvents header {@code ce_source} of the output records says
     * @param listener is told what becomes of each record
     */
    WireTopology(
            RawDecoder decoder,
            Enricher enricher,
            TopicNames topics,
            Outputs wanted,
            int rawPartitions,
            int maxRecordBytes,
            String source,
            PipelineListener listener) {
        Vocabulary vocabulary = enricher.vocabulary();
        this.decoder = decoder;
        this.home = new ItemHome(rawPartitions);
        this.topics = topics;
        this.source = source;
        this.listener = listener;
        this.publisher = new ItemPublisher(
                enricher,
                new NinjsWriter(vocabulary),
                new ItemCounts(vocabulary, enricher.desks()),
                topics,
                wanted,
                maxRecordBytes,
                listener);
    }

    /** Builds the topology; the properties decide naming checks and optimisation. */
    public Topology build(Properties properties) {
        LiveGazetteer gazetteer = new LiveGazetteer();
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(EnrichProcessor.STORE), BYTES, StreamSerdes.json(ItemState.class)));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(CountProcessor.STORE), BYTES, CountRows.COUNT)
                // A count that moves many times in a transaction is written to its changelog once.
                .withCachingEnabled());
        KStream<Bytes, Output> enriched = byItem(builder)
                .process(
                        () -> new EnrichProcessor(decoder, publisher, topics, gazetteer, source, listener),
                        Named.as("enrich"),
                        EnrichProcessor.STORE);
        enriched.split(Named.as("enriched-"))
                .branch(
                        (key, output) -> is(output, Output.Kind.ITEM),
                        Branched.withConsumer(items -> send(items, "items", topics.items()), "items"))
                .branch(
                        (key, output) -> is(output, Output.Kind.NINJS),
                        Branched.withConsumer(items -> send(items, "ninjs", topics.ninjs()), "ninjs"))
                .branch(
                        (key, output) -> is(output, Output.Kind.PARAGRAPH),
                        Branched.withConsumer(
                                paragraphs -> send(paragraphs, "paragraphs", topics.paragraphs()), "paragraphs"))
                .branch(
                        (key, output) -> is(output, Output.Kind.DESK),
                        Branched.withConsumer(WireTopology::sendToDesks, "desks"))
                .branch(
                        (key, output) -> is(output, Output.Kind.DEAD_LETTER),
                        Branched.withConsumer(
                                dead -> send(dead, "unpublishable", topics.deadLetters()), "unpublishable"))
                .branch(
                        (key, output) -> output instanceof Output.CountChanges,
                        Branched.withConsumer(this::count, "counts"));
        // Last, so that the parts that have state keep their numbers, which name its directories.
        addGazetteer(builder, gazetteer);
        return builder.build(properties);
    }

    /** Every instance reads the whole topic: before its first item to the end, then as records come. */
    private void addGazetteer(StreamsBuilder builder, LiveGazetteer gazetteer) {
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(GazetteerProcessor.STORE), BYTES, BYTES)
                        .withLoggingDisabled(),
                topics.gazetteer(),
                Consumed.with(BYTES, BYTES).withName("gazetteer-entries"),
                () -> new GazetteerProcessor(gazetteer));
    }

    private KStream<Bytes, Bytes> byItem(StreamsBuilder builder) {
        KStream<Bytes, Output> identified = builder.stream(
                        topics.raw(),
                        Consumed.with(BYTES, BYTES).withName("raw").withTimestampExtractor(new RecordTime()))
                .process(() -> new IdentifyProcessor(decoder, home, topics, listener), Named.as("identify"));
        identified
                .filter((key, output) -> is(output, Output.Kind.DEAD_LETTER), Named.as("malformed-only"))
                .mapValues(output -> ((Output.ToTopic) output).value(), Named.as("malformed-value"))
                .to(topics.deadLetters(), Produced.with(BYTES, BYTES).withName("malformed"));
        return identified(identified, true, "home")
                .merge(
                        identified(identified, false, "elsewhere")
                                .repartition(Repartitioned.with(BYTES, BYTES)
                                        .withName("items-by-id")
                                        .withStreamPartitioner(home)),
                        Named.as("by-id"));
    }

    private static KStream<Bytes, Bytes> identified(KStream<Bytes, Output> outputs, boolean home, String name) {
        return outputs.filter(
                        (key, output) -> output instanceof Output.Identified item && item.home() == home,
                        Named.as(name + "-only"))
                .mapValues(output -> ((Output.Identified) output).value(), Named.as(name + "-value"));
    }

    private static boolean is(Output output, Output.Kind kind) {
        return output instanceof Output.ToTopic toTopic && toTopic.kind() == kind;
    }

    private static void send(KStream<Bytes, Output> outputs, String name, String topic) {
        outputs.mapValues(output -> ((Output.ToTopic) output).value(), Named.as(name + "-value"))
                .to(topic, Produced.with(BYTES, BYTES).withName(name));
    }

    /** Every record carries the topic of its desk; tombstones too, which no other part of them could tell. */
    private static void sendToDesks(KStream<Bytes, Output> records) {
        records.to(
                new TopicOf<>("the desk's topic", output -> ((Output.ToTopic) output).topic()),
                Produced.with(BYTES, DESK_RECORD).withName("desk-records"));
    }

    private void count(KStream<Bytes, Output> changes) {
        changes.mapValues(output -> ((Output.CountChanges) output).rows(), Named.as("count-changes-value"))
                .repartition(Repartitioned.with(BYTES, BYTES)
                        .withName("count-changes")
                        .withNumberOfPartitions(CountRows.SHARDS)
                        .withStreamPartitioner(
                                (topic, key, value, partitions) -> Optional.of(Set.of(CountRows.shard(key)))))
                .process(CountProcessor::new, Named.as("count"), CountProcessor.STORE)
                .to(
                        new TopicOf<>(
                                "the topic of the kind of count",
                                count -> topics.counts(
                                        count.key().span(), count.key().kind())),
                        Produced.with(BYTES, CountProcessor.SERDE).withName("count-records"));
    }

    /** A topic read from the record, with a name for the topology's description. */
    private record TopicOf<V>(String name, Function<V, String> topic) implements TopicNameExtractor<Bytes, V> {
        @Override
        public String extract(Bytes key, V value, RecordContext context) {
            return topic.apply(value);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
