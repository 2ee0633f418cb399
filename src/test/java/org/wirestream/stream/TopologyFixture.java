package org.wirestream.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.wirestream.Enricher;
import org.wirestream.RawDecoder;
import org.wirestream.counts.Count;
import org.wirestream.counts.CountKind;
import org.wirestream.counts.CountSpan;
import org.wirestream.wire.Limits;

/** The topology under a test driver: raw texts in, the latest record of every key out. */
final class TopologyFixture implements AutoCloseable {
    static final TopicNames TOPICS = new TopicNames("wire.");
    static final Instant RECEIVED = Instant.parse("2026-03-02T04:00:00Z");
    static final Enricher ENRICHER = Enricher.load();
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> raw;
    private final TestInputTopic<byte[], byte[]> gazetteer;
    private final Map<String, Map<String, JsonNode>> latest = new TreeMap<>();
    private final List<String> sent = new ArrayList<>();
    private final Set<String> makers = new HashSet<>();
    private final Map<String, Headers> lastHeaders = new TreeMap<>();
    private String edited = "";
    private final List<TestRecord<byte[], byte[]>> deadLetters = new ArrayList<>();

    TopologyFixture(Path stateDir) {
        this(stateDir, Limits.DEFAULT, StreamsSettings.MAX_RECORD_BYTES);
    }

    TopologyFixture(Path stateDir, Limits limits, int maxRecordBytes) {
        this(stateDir, limits, maxRecordBytes, PipelineListener.NONE);
    }

    TopologyFixture(Path stateDir, Limits limits, int maxRecordBytes, PipelineListener listener) {
        this(stateDir, topology(limits, 1, maxRecordBytes, properties(stateDir), listener));
    }

    private TopologyFixture(Path stateDir, Topology topology) {
        driver = new TopologyTestDriver(topology, properties(stateDir), RECEIVED);
        raw = driver.createInputTopic(TOPICS.raw(), new ByteArraySerializer(), new ByteArraySerializer());
        gazetteer = driver.createInputTopic(TOPICS.gazetteer(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** With a raw topic of so many partitions, of which the driver has the first. */
    static TopologyFixture withRawPartitions(Path stateDir, int partitions) {
        return new TopologyFixture(
                stateDir,
                topology(
                        Limits.DEFAULT,
                        partitions,
                        StreamsSettings.MAX_RECORD_BYTES,
                        properties(stateDir),
                        PipelineListener.NONE));
    }

    static Topology topology(Limits limits, int maxRecordBytes, Properties properties) {
        return topology(limits, 1, maxRecordBytes, properties, PipelineListener.NONE);
    }

    private static Topology topology(
            Limits limits, int rawPartitions, int maxRecordBytes, Properties properties, PipelineListener listener) {
        return new WireTopology(
                        new RawDecoder(limits),
                        ENRICHER,
                        TOPICS,
                        Outputs.ALL,
                        rawPartitions,
                        maxRecordBytes,
                        "urn:x:newsroom",
                        listener)
                .build(properties);
    }

    static Properties properties(Path stateDir) {
        return StreamsSettings.of(
                TOPICS,
                Map.of(
                        "application.id", "wirestream-test",
                        "bootstrap.servers", "unused:1",
                        "state.dir", stateDir.toString()));
    }

    void send(@Nullable String key, @Nullable String value, String... headers) {
        send(key, value == null ? null : value.getBytes(StandardCharsets.UTF_8), headers);
    }

    void send(@Nullable String key, byte @Nullable [] value, String... headers) {
        sendAt(RECEIVED, key, value, headers);
    }

    void sendAt(Instant received, @Nullable String key, byte @Nullable [] value, String... headers) {
        Headers recordHeaders = new RecordHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            recordHeaders.add(headers[i], headers[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        raw.pipeInput(new TestRecord<>(
                key == null ? null : key.getBytes(StandardCharsets.UTF_8), value, recordHeaders, received));
        drain();
    }

    /** Writes a record of the gazetteer. */
    void edit(@Nullable String name, @Nullable String value) {
        gazetteer.pipeInput(new TestRecord<>(
                name == null ? null : name.getBytes(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8)));
    }

    /** Lets an item look as if another engine had made it. */
    void pretendMadeBy(String id, String maker) {
        KeyValueStore<Bytes, ItemState> store = driver.getKeyValueStore(EnrichProcessor.STORE);
        Bytes key = Bytes.wrap(id.getBytes(StandardCharsets.UTF_8));
        ItemState state = store.get(key);
        store.put(key, state.of(state.received(), maker));
    }

    private void drain() {
        List<String> topics = new ArrayList<>(List.of(TOPICS.items(), TOPICS.ninjs(), TOPICS.paragraphs()));
        ENRICHER.desks().ids().forEach(desk -> topics.add(TOPICS.desk(desk)));
        for (CountKind kind : CountKind.values()) {
            for (CountSpan span : CountSpan.values()) {
                topics.add(TOPICS.counts(span, kind));
            }
        }
        for (String topic : topics) {
            var output = driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
            while (!output.isEmpty()) {
                TestRecord<String, byte[]> record = output.readRecord();
                sent.add(topic + " " + record.key());
                lastHeaders.put(topic, record.headers());
                if (!topic.contains("counts")) {
                    makers.add(RawHeaders.text(record.headers(), EnrichProcessor.ENGINE));
                }
                String header = RawHeaders.text(record.headers(), EnrichProcessor.GAZETTEER);
                // Counts come of many items and say nothing of it.
                edited = topic.contains(".counts.") ? edited : header == null ? "" : header;
                if (record.value() == null) {
                    records(topic).remove(record.key());
                } else {
                    records(topic).put(record.key(), json(record.value()));
                }
            }
        }
        var dead = driver.createOutputTopic(
                TOPICS.deadLetters(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        while (!dead.isEmpty()) {
            deadLetters.add(dead.readRecord());
        }
    }

    /** Lets the machine's clock go on, on which only upgrades of the state depend. */
    void passTime(Duration time) {
        driver.advanceWallClockTime(time);
        drain();
    }

    /** Leaves an item's state as a version wrote it that kept no rows of counts, and no rows; the topics stay. */
    void forgetRows(String item) {
        KeyValueStore<Bytes, ItemState> versions = driver.getKeyValueStore(EnrichProcessor.STORE);
        Bytes key = Bytes.wrap(item.getBytes(StandardCharsets.UTF_8));
        ItemState s = versions.get(key);
        versions.put(
                key,
                new ItemState(
                        s.version(),
                        s.sequence(),
                        s.feedVersion(),
                        s.digests(),
                        s.status(),
                        s.desks(),
                        s.counts(),
                        s.hour(),
                        false,
                        s.received(),
                        s.maker()));
        KeyValueStore<Bytes, Count> rows = driver.getKeyValueStore(CountProcessor.STORE);
        List<Bytes> counts = new ArrayList<>();
        try (var all = rows.all()) {
            all.forEachRemaining(count -> counts.add(count.key));
        }
        counts.forEach(rows::delete);
    }

    /** The live records of a topic by key, as a subscriber of the compacted topic sees them. */
    Map<String, JsonNode> records(String topic) {
        return latest.computeIfAbsent(topic, t -> new LinkedHashMap<>());
    }

    /** Every live record of every output topic. */
    Map<String, Map<String, JsonNode>> everything() {
        Map<String, Map<String, JsonNode>> copy = new TreeMap<>();
        latest.forEach((topic, records) -> {
            if (!records.isEmpty()) {
                copy.put(topic, new TreeMap<>(records));
            }
        });
        return copy;
    }

    /** What made the records sent, by their headers. */
    Set<String> makers() {
        return makers;
    }

    /** The headers of the last record of a topic. */
    Headers lastHeaders(String topic) {
        return lastHeaders.getOrDefault(topic, new RecordHeaders());
    }

    /** The topics that records were sent to, dead letters apart. */
    Set<String> topicsSentTo() {
        return lastHeaders.keySet();
    }

    /** What the last record sent says of the gazetteer; empty when it says nothing. */
    String edited() {
        return edited;
    }

    /** How many records were sent to output topics, dead letters apart. */
    int sent() {
        return sent.size();
    }

    /** How many records were written to a topic of the topology's own since this was last asked. */
    int internal(String name) {
        return driver.createOutputTopic(
                        "wirestream-test-" + name, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .size();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters;
    }

    static String header(TestRecord<byte[], byte[]> record, String name) {
        String value = RawHeaders.text(record.headers(), name);
        return value == null ? "" : value;
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.close();
    }
}
