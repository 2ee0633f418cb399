package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.Stage;
import org.wirestream.document.EnrichedItem;
import org.wirestream.wire.Limits;

/** What a listener is told: every record comes in once and ends once. */
class PipelineListenerTest {
    private static final String STORY = "新华社里斯本3月1日电 葡萄牙总统1日在里斯本会见到访的联合国秘书长。\n双方就气候变化和人道主义援助交换了意见。";

    @TempDir
    Path directory;

    private final Told told = new Told();

    private static final class Told implements PipelineListener {
        private int received;
        private final List<Outcome> ended = new ArrayList<>();
        private final List<String> dead = new ArrayList<>();
        private final List<EnrichedItem> enriched = new ArrayList<>();
        private final List<Instant> appended = new ArrayList<>();
        private final Set<Stage> stages = EnumSet.noneOf(Stage.class);

        @Override
        public void received() {
            received++;
        }

        @Override
        public void ended(Outcome outcome, Instant at) {
            ended.add(outcome);
            appended.add(at);
        }

        @Override
        public void enriched(EnrichedItem item, Outcome outcome, Instant at) {
            enriched.add(item);
        }

        @Override
        public void dead(String reason) {
            dead.add(reason);
        }

        @Override
        public void finished(Stage stage, long nanos) {
            assertThat(nanos).isNotNegative();
            stages.add(stage);
        }
    }

    private TopologyFixture start() {
        return new TopologyFixture(directory, Limits.DEFAULT, StreamsSettings.MAX_RECORD_BYTES, told);
    }

    @Test
    void shouldBeToldHowEachRecordEnded() {
        try (TopologyFixture topology = start()) {
            topology.send("urn:a", STORY, "wire-version", "1");
            topology.send("urn:a", STORY, "wire-version", "1");
            topology.send("urn:a", STORY.replace("1日在", "2日在"), "wire-version", "2");
            topology.send("urn:a", STORY, "wire-version", "1");
            topology.send("urn:a", STORY.replace("1日在", "3日在"), "wire-version", "2");
            topology.send("urn:a", "");
            topology.send("urn:a", (String) null);
            topology.send("urn:b", STORY);
            topology.pretendMadeBy("urn:b", "another engine");
            topology.send("urn:b", STORY);
        }
        assertThat(told.ended)
                .containsExactly(
                        Outcome.NEW,
                        Outcome.REPEAT,
                        Outcome.CORRECTION,
                        Outcome.STALE,
                        Outcome.WITHDRAWAL,
                        Outcome.NEW,
                        Outcome.RENEWAL);
        assertThat(told.dead).containsExactlyInAnyOrder("VERSION_CONFLICT", "EMPTY");
        assertThat(told.received).isEqualTo(9).isEqualTo(told.ended.size() + told.dead.size());
    }

    @Test
    void shouldBeToldOfItemsStagesAndTimes() {
        try (TopologyFixture topology = start()) {
            topology.send("urn:a", STORY);
        }
        assertThat(told.enriched)
                .singleElement()
                .satisfies(item -> assertThat(item.paragraphs()).hasSize(2));
        assertThat(told.stages).isEqualTo(EnumSet.allOf(Stage.class));
        assertThat(told.appended).containsExactly(TopologyFixture.RECEIVED);
    }
}
