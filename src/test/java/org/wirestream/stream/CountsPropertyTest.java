package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts are the truth at every moment, whatever a feed does. */
class CountsPropertyTest {
    private static final int EVENTS = 50;

    @TempDir
    Path stateDir;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldEqualAPlainRecountAfterEveryEvent(long seed) {
        WireHistory history = new WireHistory(seed);
        boolean hourly = false;
        try (TopologyFixture wire = new TopologyFixture(stateDir)) {
            for (int event = 0; event < EVENTS; event++) {
                for (WireHistory.Message message : history.next()) {
                    wire.send(message.key(), message.text(), message.headers().toArray(String[]::new));
                }
                Map<String, JsonNode> items = wire.records("wire.items");
                hourly |= !wire.records("wire.counts.hourly.languages").isEmpty();
                String moment = "seed %d, event %d".formatted(seed, event);
                assertThat(firstLines(items)).as(moment).isEqualTo(history.published());
                assertThat(PlainRecount.published(wire.everything()))
                        .as(moment)
                        .isEqualTo(PlainRecount.of(items.values(), TopologyFixture.ENRICHER.desks()));
            }
            assertThat(wire.deadLetters()).isEmpty();
            assertThat(hourly).isTrue();
        }
    }

    private static Map<String, String> firstLines(Map<String, JsonNode> items) {
        Map<String, String> lines = new TreeMap<>();
        items.forEach((id, item) -> lines.put(
                id,
                item.path("bodies")
                        .path(0)
                        .path("value")
                        .asText()
                        .lines()
                        .findFirst()
                        .orElse("")));
        return lines;
    }
}
