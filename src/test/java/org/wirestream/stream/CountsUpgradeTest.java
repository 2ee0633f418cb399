package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** State written by a version that counted otherwise. */
class CountsUpgradeTest {
    private static final String TEXT = "新华社东京3月1日电（记者张三）日本气象厅1日说，当天发生6.1级地震，救援人员已赶赴灾区。";

    @TempDir
    Path stateDir;

    @Test
    void shouldReadAStateWithoutRows() {
        String old = """
                {"version":"2","sequence":2,"feedVersion":null,"digests":["d"],"status":"USABLE","desks":{"0":["society"]},
                 "counts":[{"key":{"kind":"SUBJECTS","day":"2026-03-01","id":"disaster"},
                            "count":{"label":"灾害","items":1,"paragraphs":1,"mentions":3}}]}
                """;
        ItemState state = StreamSerdes.json(ItemState.class)
                .deserializer()
                .deserialize("t", old.getBytes(StandardCharsets.UTF_8));

        assertThat(state.counted()).isFalse();
        assertThat(state.inRows().counted()).isTrue();
        assertThat(state.contribution().rows())
                .hasSize(2)
                .allSatisfy((key, count) -> assertThat(count.mentions()).isEqualTo(3));
    }

    @Test
    void shouldCountOldItemsAgainOnceAndThenGoOn() {
        try (TopologyFixture wire = new TopologyFixture(stateDir)) {
            wire.send("urn:test:new", TEXT);
            Map<String, Map<String, JsonNode>> before = wire.everything();
            wire.forgetRows("urn:test:new");
            int sent = wire.sent();

            wire.passTime(Duration.ofSeconds(1));
            assertThat(wire.everything()).isEqualTo(before);
            assertThat(wire.sent()).isGreaterThan(sent);
            sent = wire.sent();
            wire.passTime(Duration.ofSeconds(5));
            assertThat(wire.sent()).isEqualTo(sent);

            wire.send("urn:test:new", TEXT, "wire-status", "canceled");
            assertThat(wire.everything()).isEmpty();
        }
    }

    @Test
    void shouldCountAnItemOnceThatIsMadeAgainBeforeItsTurn() {
        try (TopologyFixture wire = new TopologyFixture(stateDir)) {
            wire.send("urn:test:old", TEXT);
            Map<String, Map<String, JsonNode>> before = wire.everything();
            wire.forgetRows("urn:test:old");
            wire.pretendMadeBy("urn:test:old", "wirestream/0.0.9");

            wire.send("urn:test:old", TEXT);
            assertThat(wire.everything()).isEqualTo(before);
            wire.passTime(Duration.ofSeconds(5));
            assertThat(wire.everything()).isEqualTo(before);
        }
    }

    @Test
    void shouldTakeBackAnOldItemThatIsWithdrawnBeforeItsTurn() {
        try (TopologyFixture wire = new TopologyFixture(stateDir)) {
            wire.send("urn:test:old", TEXT);
            wire.forgetRows("urn:test:old");

            wire.send("urn:test:old", TEXT, "wire-status", "canceled");
            assertThat(wire.everything()).isEmpty();
            wire.passTime(Duration.ofSeconds(5));
            assertThat(wire.everything()).isEmpty();
        }
    }
}
