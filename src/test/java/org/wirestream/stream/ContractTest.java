package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.contract.AsyncApi;
import org.wirestream.topics.TopicCatalog;
import org.wirestream.topics.TopicDefinition;
import org.wirestream.wire.Limits;

/** Everything that the topology sends, held against the document of its topics. */
class ContractTest {
    private static final AsyncApi CONTRACT = AsyncApi.load();
    private static final List<String> OUTPUTS = outputs();
    private static final String MORNING = "2026-03-02T10:30:00+08:00";
    private static List<Sent> sent;

    @TempDir
    static Path directory;

    /** A record as a subscriber sees it. */
    record Sent(String topic, String key, Map<String, String> headers, String value, long time) {
        String header(String name) {
            return headers.get(name);
        }
    }

    @BeforeAll
    static void shouldRunAWireWithEverythingInIt() {
        sent = history("first");
    }

    /** Raw texts, ninjs, a correction that moves a paragraph to another desk, withdrawals, and what is no item. */
    private static List<Sent> history(String run) {
        Properties properties = TopologyFixture.properties(directory.resolve(run));
        List<Sent> all = new ArrayList<>();
        try (TopologyTestDriver driver = new TopologyTestDriver(
                TopologyFixture.topology(Limits.DEFAULT, StreamsSettings.MAX_RECORD_BYTES, properties),
                properties,
                TopologyFixture.RECEIVED)) {
            var raw = driver.createInputTopic("wire.raw", new ByteArraySerializer(), new ByteArraySerializer());
            send(
                    raw,
                    null,
                    CONTRACT.message("rawText").at("/examples/0/payload").asText());
            send(
                    raw,
                    null,
                    CONTRACT.message("rawNinjs").at("/examples/0/payload").toString());
            send(
                    raw,
                    "urn:x:moves",
                    "标题一则\n新华社日内瓦2026年3月2日电 世界卫生组织说，各国应当为疫苗接种提供资金。\n第二段。",
                    "wire-version",
                    "1",
                    "wire-date",
                    MORNING);
            send(
                    raw,
                    "urn:x:moves",
                    "标题一则\n新华社日内瓦2026年3月2日电 两国军队举行联合军事演习，打击恐怖主义。",
                    "wire-version",
                    "2",
                    "wire-date",
                    MORNING);
            send(raw, "urn:x:moves", null, "wire-version", "3");
            send(
                    raw,
                    null,
                    "{\"uri\":\"urn:x:old\",\"versionCreated\":\"1949-10-01T15:00:00+08:00\",\"bodies\":[{\"value\":\"北京今天举行庆典。\"}]}");
            send(raw, "urn:x:bad", "{\"uri\":", "x-feed", "7");
            for (String topic : OUTPUTS) {
                drain(driver, topic, all);
            }
        }
        return all;
    }

    private static List<String> outputs() {
        return TopicCatalog.load()
                .topics("wire.", TopologyFixture.ENRICHER.desks().ids())
                .stream()
                .map(TopicDefinition::name)
                .filter(topic -> !Set.of("wire.raw", "wire.gazetteer").contains(topic))
                .filter(topic -> !new TopicNames("wire.").notes().contains(topic))
                .toList();
    }

    private static void send(TestInputTopic<byte[], byte[]> raw, String key, String value, String... headers) {
        RecordHeaders all = new RecordHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            all.add(headers[i], headers[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        raw.pipeInput(new TestRecord<>(bytes(key), bytes(value), all, TopologyFixture.RECEIVED));
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static void drain(TopologyTestDriver driver, String topic, List<Sent> all) {
        var output = driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
        while (!output.isEmpty()) {
            TestRecord<String, byte[]> record = output.readRecord();
            Map<String, String> headers = new TreeMap<>();
            record.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            String value = record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8);
            all.add(new Sent(topic, record.key(), headers, value, record.timestamp()));
        }
    }

    private static String message(Sent record) {
        List<String> candidates = CONTRACT.messages(CONTRACT.channel(record.topic())).stream()
                .filter(name -> name.equals("deadLetter")
                        || CONTRACT.payloadErrors(name, "null").isEmpty() == (record.value() == null))
                .toList();
        assertThat(candidates).as(record.toString()).hasSize(1);
        return candidates.get(0);
    }

    @Test
    void shouldSendOnlyWhatTheDocumentDescribes() {
        for (Sent record : sent) {
            String message = message(record);
            if (!message.equals("deadLetter")) {
                assertThat(CONTRACT.payloadErrors(message, String.valueOf(record.value())))
                        .as(record.toString())
                        .isEmpty();
                assertThat(CONTRACT.keyErrors(message, record.key()))
                        .as(record.toString())
                        .isEmpty();
            }
            Map<String, String> headers = new TreeMap<>(record.headers());
            headers.remove("x-feed");
            assertThat(CONTRACT.headerErrors(message, headers))
                    .as(record.toString())
                    .isEmpty();
        }
    }

    @Test
    void shouldSendEverythingThatTheDocumentDescribes() {
        Set<String> seen = new HashSet<>();
        sent.forEach(record -> seen.add(message(record)));
        Set<String> described = new HashSet<>();
        OUTPUTS.forEach(topic -> described.addAll(CONTRACT.messages(CONTRACT.channel(topic))));
        assertThat(seen).isEqualTo(described);
    }

    @Test
    void shouldKeepTheHeadersOfAnInputThatIsNoItem() {
        assertThat(sent)
                .filteredOn(record -> record.topic().equals("wire.dlq"))
                .singleElement()
                .satisfies(letter -> assertThat(letter.header("x-feed")).isEqualTo("7"));
    }

    @Test
    void shouldNameEveryEventOnceAndTheSameInEveryRun() {
        List<String> ids = sent.stream()
                .map(record -> record.header(CloudEvents.ID))
                .filter(id -> id != null)
                .toList();
        assertThat(ids).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        assertThat(history("second")).isEqualTo(sent);
    }

    @Test
    void shouldDescribeARecordAsAnEvent() {
        Sent second = sent.stream()
                .filter(record ->
                        record.topic().equals("wire.items") && "2".equals(record.header(CloudEvents.ITEM_VERSION)))
                .findFirst()
                .orElseThrow();
        assertThat(second.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "urn:x:newsroom")
                .containsEntry("ce_type", "org.wirestream.item.published")
                .containsEntry("ce_subject", "urn:x:moves")
                .containsEntry("ce_time", MORNING)
                .containsEntry("ce_dataschema", "urn:wirestream:schema:enriched-item:1")
                .containsEntry("content-type", "application/json");
    }

    @Test
    void shouldDescribeATombstoneAsAnEventWithoutData() {
        Sent gone = sent.stream()
                .filter(record -> record.topic().equals("wire.items") && record.value() == null)
                .findFirst()
                .orElseThrow();
        assertThat(gone.headers())
                .containsEntry("ce_type", "org.wirestream.item.withdrawn")
                .containsEntry("ce_itemversion", "3")
                .doesNotContainKeys("content-type", "ce_dataschema");
    }

    @Test
    void shouldTellATimeThatNoTimestampCanTell() {
        assertThat(sent)
                .filteredOn(record ->
                        record.topic().equals("wire.items") && record.key().equals("urn:x:old"))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.time()).isZero();
                    assertThat(record.headers()).containsEntry("ce_time", "1949-10-01T15:00:00+08:00");
                });
    }

    @Test
    void shouldGiveCountsNoMoreThanTheirMediaType() {
        assertThat(sent)
                .filteredOn(record -> record.topic().contains("counts"))
                .isNotEmpty()
                .allSatisfy(count -> assertThat(count.headers().keySet())
                        .isEqualTo(count.value() == null ? Set.of() : Set.of("content-type")));
    }
}
