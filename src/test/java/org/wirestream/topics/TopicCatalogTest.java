package org.wirestream.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicCatalogTest {
    private static final String WEEK = "604800000";

    @TempDir
    Path directory;

    @Test
    void shouldNameEveryTopicOfAPipeline() {
        assertThat(TopicCatalog.load().topics("wire.", List.of("economy", "security")))
                .extracting(TopicDefinition::name)
                .containsExactly(
                        "wire.raw",
                        "wire.items",
                        "wire.ninjs",
                        "wire.paragraphs",
                        "wire.desk.economy",
                        "wire.desk.security",
                        "wire.counts.subjects",
                        "wire.counts.desks",
                        "wire.counts.entities",
                        "wire.counts.countries",
                        "wire.counts.agencies",
                        "wire.counts.datelines",
                        "wire.counts.languages",
                        "wire.counts.unclassified",
                        "wire.counts.hourly.subjects",
                        "wire.counts.hourly.desks",
                        "wire.counts.hourly.entities",
                        "wire.counts.hourly.countries",
                        "wire.counts.hourly.agencies",
                        "wire.counts.hourly.datelines",
                        "wire.counts.hourly.languages",
                        "wire.counts.hourly.unclassified",
                        "wire.counts.total.subjects",
                        "wire.counts.total.desks",
                        "wire.counts.total.entities",
                        "wire.counts.total.countries",
                        "wire.counts.total.agencies",
                        "wire.counts.total.datelines",
                        "wire.counts.total.languages",
                        "wire.counts.total.unclassified",
                        "wire.gazetteer",
                        "wire.ingested",
                        "wire.dlq",
                        "wire.dlq.redriven",
                        "wire.audit");
    }

    @ParameterizedTest
    @CsvSource({"raw,4,delete", "items,4,compact", "desk.economy,2,compact", "counts.desks,2,compact", "dlq,1,delete"})
    void shouldDefinePartitionsAndCleanup(String name, int partitions, String cleanup) {
        TopicDefinition topic = topic(name);
        assertThat(topic.partitions()).isEqualTo(partitions);
        assertThat(topic.configs()).containsEntry("cleanup.policy", cleanup);
    }

    @Test
    void shouldKeepTombstonesForAWeekInEveryCompactedTopic() {
        assertThat(TopicCatalog.load().topics("", List.of("economy")))
                .filteredOn(topic -> "compact".equals(topic.configs().get("cleanup.policy")))
                .hasSize(30)
                .allSatisfy(topic -> assertThat(topic.configs())
                        .containsEntry("delete.retention.ms", WEEK)
                        .containsKeys("min.compaction.lag.ms", "max.compaction.lag.ms"));
    }

    @Test
    void shouldLetTheDeadLetterQueueTakeWhateverRawTakesAndItsHeaders() {
        Map<String, String> raw = topic("raw").configs();
        Map<String, String> dlq = topic("dlq").configs();
        assertThat(Long.parseLong(dlq.get("max.message.bytes")))
                .isGreaterThan(Long.parseLong(raw.get("max.message.bytes")));
        assertThat(Long.parseLong(dlq.get("retention.ms"))).isGreaterThan(Long.parseLong(raw.get("retention.ms")));
        assertThat(dlq).containsEntry("message.timestamp.type", "LogAppendTime");
    }

    @Test
    void shouldReadAnOperatorsOwnDefinitions() throws IOException {
        String own = topics(definition("desk.{desk}", "3", "{\"retention.ms\":\"1\"}"));
        assertThat(TopicCatalog.read(file(own)).topics("x.", List.of("a", "b")))
                .containsExactly(
                        new TopicDefinition("x.desk.a", 3, Map.of("retention.ms", "1"), "k", "v", "r"),
                        new TopicDefinition("x.desk.b", 3, Map.of("retention.ms", "1"), "k", "v", "r"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | needs \"topics\"",
                "null | needs \"topics\"",
                "{\"topics\":[]} | needs \"topics\"",
                "{\"topics\":[7]} | topic 1 is no object",
                "{\"topics\":[ | line 1",
                "{\"topics\":[{\"partitions\":1}]} | topic 1 needs \"name\"",
                "{\"topics\":[{\"name\":\"a\",\"partition\":1}]} | unknown field 'partition'",
                "{\"topics\":[{\"name\":\"a b\"}]} | 'a b'",
                "{\"topics\":[{\"name\":\"a\",\"partitions\":0}]} | topic 'a' needs \"partitions\"",
                "{\"topics\":[{\"name\":\"a\",\"partitions\":1}]} | topic 'a' needs \"configs\"",
                "{\"topics\":[{\"name\":\"a\",\"partitions\":1,\"configs\":{\"retention.ms\":5}}]} | retention.ms must be a text",
                "{\"topics\":[{\"name\":\"a\",\"name\":\"b\"}]} | Duplicate field 'name'",
            })
    void shouldRefuseAWrongFileWithTheReason(String content, String reason) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() -> TopicCatalog.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }

    @Test
    void shouldRefuseTwoTopicsOfOneNameAndAFileThatIsNotThere() throws IOException {
        Path twice = file(topics(definition("a", "1", "{}") + "," + definition("a", "1", "{}")));
        assertThatThrownBy(() -> TopicCatalog.read(twice)).hasMessageContaining("'a' is defined twice");
        assertThatThrownBy(() -> TopicCatalog.read(directory.resolve("none.json")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.json");
    }

    @Test
    void shouldRefuseADeskThatNoTopicCanBeNamedAfter() {
        assertThatThrownBy(() -> TopicCatalog.load().topics("wire.", List.of("经济")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wire.desk.经济");
    }

    private static TopicDefinition topic(String name) {
        return TopicCatalog.load().topics("", List.of("economy")).stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String topics(String definitions) {
        return "{\"topics\":[" + definitions + "]}";
    }

    private static String definition(String name, String partitions, String configs) {
        return "{\"name\":\"%s\",\"partitions\":%s,\"configs\":%s,\"key\":\"k\",\"value\":\"v\",\"readers\":\"r\"}"
                .formatted(name, partitions, configs);
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("topics.json"), content);
    }
}
