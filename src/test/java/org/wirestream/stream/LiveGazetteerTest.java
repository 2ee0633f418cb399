package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Given these entries, written before or between these items, expect these names in the records. */
class LiveGazetteerTest {
    private static final String ID = "urn:test:xuanqiong";
    private static final String TEXT = "新华社东京3月1日电 玄穹号3月1日抵达月球。专家说，玄穹号运行正常。";
    private static final String ENTRY = "{\"name\":\"玄穹号\",\"type\":\"EVENT\",\"identifier\":\"urn:newsroom:17\"}";
    private static final String NO_NAME = "{\"name\":\"玄穹号\",\"type\":\"NONE\"}";

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

    private static List<String> editorsNames(TopologyFixture wire, String id) {
        List<String> names = new ArrayList<>();
        for (JsonNode mention :
                wire.records("wire.items").get(id).path("enrichment").path("mentions")) {
            if (mention.path("source").asText().equals("editor")) {
                names.add(mention.path("type").asText() + " "
                        + mention.path("text").asText());
            }
        }
        return names;
    }

    private List<String> editorsNames() {
        return editorsNames(wire, ID);
    }

    @Test
    void shouldEnrichWithTheEntriesThatWereReadBeforeTheItem() {
        wire.send("urn:test:before", TEXT);
        wire.edit("玄穹号", ENTRY);
        wire.send(ID, TEXT + "（完）");

        assertThat(editorsNames(wire, "urn:test:before")).isEmpty();
        assertThat(editorsNames()).containsExactly("EVENT 玄穹号", "EVENT 玄穹号");
        assertThat(wire.edited()).matches("[0-9a-f]{16}");
        assertThat(wire.records("wire.counts.total.entities").toString()).contains("event:玄穹号");
    }

    @Test
    void shouldMakeARepeatAgainOnlyWhenAnEntryOfItsNamesHasChanged() {
        wire.send(ID, TEXT);
        assertThat(wire.edited()).isEmpty();
        int sent = wire.sent();
        wire.edit("东方之门", "{\"name\":\"东方之门\",\"type\":\"NONE\"}");
        wire.send(ID, TEXT);
        assertThat(wire.sent())
                .as("an entry that has nothing to do with the item")
                .isEqualTo(sent);

        wire.edit("玄穹号", ENTRY);
        wire.send(ID, TEXT);
        assertThat(editorsNames()).hasSize(2);
        assertThat(wire.records("wire.items").get(ID).path("version").asText())
                .as("the item itself is no newer")
                .isEqualTo("1");
        sent = wire.sent();
        wire.send(ID, TEXT);
        assertThat(wire.sent()).as("the same entries, the same records").isEqualTo(sent);
    }

    @Test
    void shouldTakeBackNamesAndCountsWhenAnEntrySaysThatTheyAreNone() {
        wire.edit("玄穹号", ENTRY);
        wire.send(ID, TEXT);
        wire.edit("玄穹号", NO_NAME);
        wire.send(ID, TEXT);

        assertThat(editorsNames()).isEmpty();
        assertThat(wire.records("wire.items").get(ID).toString()).doesNotContain("event:玄穹号");
        assertThat(wire.records("wire.counts.total.entities").toString()).doesNotContain("玄穹号");
    }

    @Test
    void shouldGiveAReplayTheSameRecordsWhateverWayTheGazetteerCameToBeAsItIs() {
        wire.send(ID, TEXT);
        wire.edit("玄穹号", NO_NAME);
        wire.edit("东方之门", "{\"name\":\"东方之门\",\"type\":\"LOC\"}");
        wire.send(ID, TEXT);
        wire.edit("东方之门", null);
        wire.edit("玄穹号", ENTRY);
        wire.send(ID, TEXT);
        Map<String, Map<String, JsonNode>> after = wire.everything();

        try (TopologyFixture fresh = new TopologyFixture(stateDir.resolve("fresh"))) {
            fresh.edit("玄穹号", ENTRY);
            fresh.send(ID, TEXT);
            assertThat(fresh.everything()).isEqualTo(after);
        }
    }

    @Test
    void shouldIgnoreBrokenRecordsAndGoOn() {
        wire.edit(null, ENTRY);
        wire.edit("玄穹号", "{\"name\":\"玄穹号\",\"type\":\"SHIP\"}");
        wire.edit("别的", ENTRY);
        wire.edit("坏的", "\u0000");
        wire.send(ID, TEXT);
        assertThat(editorsNames()).isEmpty();
        assertThat(wire.edited()).isEmpty();
        assertThat(wire.deadLetters()).isEmpty();

        wire.edit("玄穹号", ENTRY);
        wire.send(ID, TEXT);
        assertThat(editorsNames()).hasSize(2);

        wire.edit("玄穹号", "{}");
        wire.send(ID, TEXT);
        assertThat(editorsNames()).as("a broken record is as good as none").isEmpty();
    }
}
