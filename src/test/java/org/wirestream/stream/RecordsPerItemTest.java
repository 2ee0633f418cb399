package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an item makes the broker carry does not depend on the machine's load, as the pipeline's speed does. */
class RecordsPerItemTest {
    /** The paragraph itself and the desks that take it. */
    private static final int MOST_RECORDS_A_PARAGRAPH = 3;
    /** Names, subjects, desks, countries and the like, each counted once an item: by day and in total. */
    private static final int MOST_COUNTS_A_PARAGRAPH = 2 * 4;

    @TempDir
    Path stateDir;

    private TopologyFixture wire;

    @BeforeEach
    void send() throws Exception {
        wire = new TopologyFixture(stateDir);
        wire.send("urn:test:seed", Files.readString(Path.of("seeds/sco-astana-2017-communique.txt")));
    }

    @AfterEach
    void stop() {
        wire.close();
    }

    private int records(String prefix) {
        return wire.everything().entrySet().stream()
                .filter(topic -> topic.getKey().startsWith(prefix))
                .mapToInt(topic -> topic.getValue().size())
                .sum();
    }

    @Test
    void shouldWriteNoRecordTwice() {
        assertThat(wire.sent())
                .isEqualTo(
                        wire.everything().values().stream().mapToInt(Map::size).sum());
    }

    @Test
    void shouldTellEachShardOfCountsOnceHoweverManyCountsMove() {
        assertThat(records("wire.counts.")).isGreaterThan(100);
        assertThat(wire.internal("count-changes-repartition")).isBetween(1, CountRows.SHARDS);
    }

    @Test
    void shouldSendARawRecordOnOnlyWhenItsItemIsAtHomeElsewhere(@TempDir Path other) throws Exception {
        assertThat(wire.internal("items-by-id-repartition")).isZero();

        try (TopologyFixture large = TopologyFixture.withRawPartitions(other, 1000)) {
            large.send("urn:test:seed", Files.readString(Path.of("seeds/sco-astana-2017-communique.txt")));

            assertThat(large.internal("items-by-id-repartition")).isEqualTo(1);
            assertThat(large.everything()).isEqualTo(wire.everything());
        }
    }

    @Test
    void shouldKeepOneRowForEachCount() {
        assertThat(wire.internal("count-rows-changelog")).isEqualTo(records("wire.counts."));
        assertThat(wire.internal("item-versions-changelog")).isEqualTo(1);
    }

    @Test
    void shouldWriteABoundedNumberOfRecordsForAnItem() {
        int paragraphs = records("wire.paragraphs");

        assertThat(paragraphs).isEqualTo(51);
        assertThat(records("wire.items")).isEqualTo(1);
        assertThat(records("wire.ninjs")).isEqualTo(1);
        assertThat(paragraphs + records("wire.desk.")).isBetween(paragraphs + 1, paragraphs * MOST_RECORDS_A_PARAGRAPH);
        assertThat(records("wire.counts.")).isBetween(10, paragraphs * MOST_COUNTS_A_PARAGRAPH);
    }
}
