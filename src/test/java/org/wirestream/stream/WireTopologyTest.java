package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.counts.CountKind;
import org.wirestream.counts.CountSpan;
import org.wirestream.wire.Limits;

class WireTopologyTest {
    private static final String ID = "urn:test:quake";
    private static final String QUAKE = """
            （国际）某国发生6.1级地震
            新华社东京3月1日电（记者张三）日本气象厅1日说，日本东北部海域当天发生6.1级地震，暂无人员伤亡报告。
            救援人员已赶赴灾区搜救被困人员。
            """;
    private static final String CORRECTED = """
            （国际）更正：某国发生6.3级地震
            新华社东京3月1日电（记者张三）日本气象厅1日说，日本东北部海域当天发生6.3级地震，暂无人员伤亡报告。
            """;

    @TempDir
    Path stateDir;

    private TopologyFixture wire;

    @BeforeEach
    void start() {
        wire = new TopologyFixture(stateDir);
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    private JsonNode item() {
        return wire.records("wire.items").get(ID);
    }

    @Test
    void shouldPublishItemNinjsAndParagraphsOfARawText() {
        wire.send(ID, QUAKE);

        assertThat(wire.makers())
                .containsExactly(TopologyFixture.ENRICHER.versions().engine());
        assertThat(item().path("version").asText()).isEqualTo("1");
        assertThat(item().path("enrichment").path("offsetUnit").asText()).isEqualTo("utf16-code-unit");
        JsonNode ninjs = wire.records("wire.ninjs").get(ID);
        assertThat(ninjs.has("enrichment")).isFalse();
        assertThat(ninjs.path("uri").asText()).isEqualTo(ID);
        assertThat(wire.records("wire.paragraphs").keySet()).containsExactly(ID + "#p00", ID + "#p01", ID + "#p02");
        assertThat(wire.deadLetters()).isEmpty();
    }

    @Test
    void shouldAbsorbARepeat() {
        wire.send(ID, QUAKE);
        var before = wire.everything();
        int sent = wire.sent();

        wire.send(ID, QUAKE);
        wire.send(ID, QUAKE.getBytes(Charset.forName("GB18030")));

        assertThat(wire.sent()).isEqualTo(sent);
        assertThat(wire.everything()).isEqualTo(before);
        assertThat(wire.deadLetters()).isEmpty();
    }

    @Test
    void shouldReplaceAnItemByItsCorrection() {
        wire.send(ID, QUAKE);
        wire.send(ID, CORRECTED);

        assertThat(item().path("version").asText()).isEqualTo("2");
        assertThat(wire.records("wire.paragraphs").keySet()).containsExactly(ID + "#p00", ID + "#p01");

        try (TopologyFixture fresh = new TopologyFixture(stateDir.resolve("fresh"))) {
            fresh.send(ID, CORRECTED);
            for (CountKind kind : CountKind.values()) {
                String topic = TopologyFixture.TOPICS.counts(CountSpan.DAY, kind);
                assertThat(wire.records(topic)).isEqualTo(fresh.records(topic));
            }
        }
    }

    @Test
    void shouldChangeNothingWhenAHistoryIsReplayed() {
        wire.send(ID, QUAKE);
        wire.send(ID, CORRECTED);
        var before = wire.everything();

        wire.send(ID, QUAKE);
        wire.send(ID, CORRECTED);

        assertThat(wire.everything()).isEqualTo(before);
    }

    @Test
    void shouldLetTheFeedsVersionDecide() {
        wire.send(ID, CORRECTED, "wire-version", "10");
        wire.send(ID, QUAKE, "wire-version", "9");

        assertThat(item().path("version").asText()).isEqualTo("10");
        assertThat(item().path("headlines").toString()).contains("6.3");

        wire.send(ID, QUAKE, "wire-version", "11");
        assertThat(item().path("version").asText()).isEqualTo("11");
        assertThat(item().path("headlines").toString()).contains("6.1");
    }

    @Test
    void shouldRefuseOtherContentUnderAPublishedVersion() {
        wire.send(ID, QUAKE, "wire-version", "1");
        wire.send(ID, CORRECTED, "wire-version", "1");

        assertThat(item().path("headlines").toString()).contains("6.1");
        assertThat(wire.deadLetters()).hasSize(1);
        TestRecord<byte[], byte[]> dead = wire.deadLetters().get(0);
        assertThat(TopologyFixture.header(dead, DeadLetters.REASON)).isEqualTo("VERSION_CONFLICT");
        assertThat(TopologyFixture.header(dead, DeadLetters.TOPIC)).isEqualTo("wire.raw");
        assertThat(new String(dead.key(), StandardCharsets.UTF_8)).isEqualTo(ID);
        assertThat(dead.value()).isEqualTo(CORRECTED.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldMakeAgainUnderTheSameVersionWhatAnotherEngineMade() {
        wire.send(ID, QUAKE);
        wire.send(ID, CORRECTED);
        var before = wire.everything();
        int sent = wire.sent();
        wire.pretendMadeBy(ID, "wirestream/0.0.9");

        wire.send(ID, QUAKE);
        assertThat(wire.sent()).as("an older content stays absorbed").isEqualTo(sent);
        wire.send(ID, CORRECTED);
        assertThat(wire.sent()).isGreaterThan(sent);
        assertThat(wire.everything()).isEqualTo(before);
        assertThat(item().path("version").asText()).isEqualTo("2");

        int again = wire.sent();
        wire.send(ID, CORRECTED);
        assertThat(wire.sent()).as("made once").isEqualTo(again);
    }

    @Test
    void shouldNotBringBackWhatWasWithdrawnWhenAnotherEngineMadeIt() {
        wire.send(ID, QUAKE);
        wire.send(ID, QUAKE, "wire-status", "canceled");
        wire.pretendMadeBy(ID, "wirestream/0.0.9");

        wire.send(ID, QUAKE);
        wire.send(ID, QUAKE, "wire-status", "canceled");
        assertThat(wire.everything()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {RawHeaders.REDRIVES, RawHeaders.REPLAY})
    void shouldNotLetWhatIsSentAgainGoOverWhatCameAfterIt(String header) {
        wire.sendAt(TopologyFixture.RECEIVED.plusSeconds(60), ID, CORRECTED.getBytes(StandardCharsets.UTF_8));
        int sent = wire.sent();

        wire.send(ID, QUAKE, header, "1");
        assertThat(wire.sent()).isEqualTo(sent);
        assertThat(wire.deadLetters()).isEmpty();

        wire.sendAt(TopologyFixture.RECEIVED.plusSeconds(120), ID, QUAKE.getBytes(StandardCharsets.UTF_8), header, "1");
        assertThat(item().path("headlines").toString()).contains("6.1");
    }

    @Test
    void shouldWithdrawAnItemByANullValue() {
        wire.send(ID, QUAKE);
        wire.send(ID, (String) null);

        assertThat(wire.everything()).isEmpty();
        assertThat(wire.deadLetters()).isEmpty();
    }

    @Test
    void shouldWithdrawAnItemByItsStatusAndNotBringItBackOnReplay() {
        wire.send(ID, QUAKE);
        wire.send(ID, QUAKE, "wire-status", "canceled");
        assertThat(wire.everything()).isEmpty();

        wire.send(ID, QUAKE);
        assertThat(wire.everything()).isEmpty();
    }

    @Test
    void shouldWithdrawByNinjsStatus() {
        wire.send(null, """
                {"uri":"%s","version":"1","versionCreated":"2026-03-01T10:00:00+08:00","headlines":[{"value":"标题一则"}],
                 "bodies":[{"contentType":"text/html","value":"<p>日本东北部海域发生地震。</p><p>救援展开。</p>"}]}
                """.formatted(ID));
        assertThat(wire.records("wire.paragraphs")).hasSize(3);
        assertThat(item().path("versionCreated").asText()).isEqualTo("2026-03-01T10:00:00+08:00");

        wire.send(null, "{\"uri\":\"%s\",\"version\":\"2\",\"pubStatus\":\"canceled\"}".formatted(ID));
        assertThat(wire.everything()).isEmpty();
    }

    @Test
    void shouldBringVersionsOfAnItemTogetherWithoutAKey() {
        wire.send(null, QUAKE);
        assertThat(wire.records("wire.items")).hasSize(1);
        wire.send(null, QUAKE);
        assertThat(wire.records("wire.items")).hasSize(1);
        assertThat(wire.records("wire.items").keySet().iterator().next()).startsWith("urn:wire:");
    }

    @Test
    void shouldSendMalformedRecordsToTheDeadLetterQueueWhole() {
        byte[] binary = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
        Map<String, byte[]> malformed = Map.of(
                "EMPTY", new byte[0],
                "BLANK", " \n\u3000\n".getBytes(StandardCharsets.UTF_8),
                "JSON_SYNTAX", "{\"uri\":".getBytes(StandardCharsets.UTF_8),
                "JSON_TOO_DEEP", "{\"a\":".repeat(10_000).getBytes(StandardCharsets.UTF_8),
                "NINJS_NO_URI", "{\"bodies\":[{\"value\":\"正文\"}]}".getBytes(StandardCharsets.UTF_8),
                "NINJS_NO_BODY", "{\"uri\":\"urn:a:b\"}".getBytes(StandardCharsets.UTF_8),
                "NUL_CHARACTER", "新华社\u0000北京".getBytes(StandardCharsets.UTF_8),
                "BINARY", binary,
                "PARAGRAPH_TOO_LONG", "长".repeat(30_000).getBytes(StandardCharsets.UTF_8),
                "TEXT_TOO_LARGE", "长".repeat(333_334).getBytes(StandardCharsets.UTF_8));
        malformed.forEach((reason, value) -> {
            int before = wire.deadLetters().size();
            wire.send(null, value);
            assertThat(wire.deadLetters()).as(reason).hasSize(before + 1);
            TestRecord<byte[], byte[]> dead = wire.deadLetters().get(before);
            assertThat(TopologyFixture.header(dead, DeadLetters.REASON)).isEqualTo(reason);
            assertThat(TopologyFixture.header(dead, DeadLetters.MESSAGE)).isNotBlank();
            assertThat(dead.value()).isEqualTo(value);
            assertThat(dead.key()).isNull();
        });
        wire.send(ID, QUAKE);
        assertThat(item()).isNotNull();
    }

    @Test
    void shouldRefuseAnItemWhoseRecordsAreTooLarge() {
        try (TopologyFixture small = new TopologyFixture(stateDir.resolve("small"), Limits.DEFAULT, 1_000)) {
            small.send(ID, QUAKE);
            assertThat(small.everything()).isEmpty();
            assertThat(TopologyFixture.header(small.deadLetters().get(0), DeadLetters.REASON))
                    .isEqualTo("ENRICHED_TOO_LARGE");
        }
    }

    @Test
    void shouldRefuseAHeaderThatCannotBeUnderstood() {
        wire.send(ID, QUAKE, "wire-date", "yesterday");

        assertThat(TopologyFixture.header(wire.deadLetters().get(0), DeadLetters.REASON))
                .isEqualTo("BAD_HEADER");
    }

    @Test
    void shouldKeepTheNamesOfItsOperatorsAndTopics() throws Exception {
        String described = TopologyFixture.topology(
                        Limits.DEFAULT, StreamsSettings.MAX_RECORD_BYTES, TopologyFixture.properties(stateDir))
                .describe()
                .toString();

        assertThat(described.strip())
                .isEqualTo(Files.readString(Path.of("src/test/resources/org/wirestream/stream/topology.txt"))
                        .strip());
    }
}
