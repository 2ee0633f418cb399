package org.wirestream.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirestream.Enricher;
import org.wirestream.RawDecoder;
import org.wirestream.StageListener;
import org.wirestream.counts.ItemCounts;
import org.wirestream.gazetteer.Overlay;
import org.wirestream.ninjs.NinjsWriter;
import org.wirestream.subject.Vocabulary;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;

/** What an operator leaves out is not written, and what was written before does not stay. */
class OutputsTest {
    private static final Enricher ENRICHER = TopologyFixture.ENRICHER;
    private static final String FIRST = "新华社里斯本3月1日电 葡萄牙总统1日会见联合国秘书长。\n双方讨论了贸易问题。";
    private static final String SECOND = "新华社里斯本3月1日电 葡萄牙总统1日会见联合国秘书长，双方讨论了关税。";

    private static ItemPublisher publisher(String outputs) {
        Vocabulary vocabulary = Vocabulary.load();
        return new ItemPublisher(
                ENRICHER,
                new NinjsWriter(vocabulary),
                new ItemCounts(vocabulary, ENRICHER.desks()),
                TopologyFixture.TOPICS,
                Outputs.of(outputs),
                StreamsSettings.MAX_RECORD_BYTES,
                StageListener.NONE);
    }

    private static ItemPublisher.Publication publish(String outputs, String text, @Nullable ItemState before)
            throws Exception {
        Feed feed = new Feed("urn:test:1", null, null, null, Instant.parse("2026-03-02T04:00:00Z"));
        return publisher(outputs)
                .publish(new RawDecoder(Limits.DEFAULT).decode(text.getBytes(UTF_8), null, feed), before, Overlay.NONE);
    }

    /** How many values and tombstones each kind of topic gets; changes of counts too. */
    private static Map<String, String> told(ItemPublisher.Publication publication) {
        Map<String, List<Output>> kinds = publication.outputs().stream()
                .map(ItemPublisher.Keyed::output)
                .collect(Collectors.groupingBy(
                        output -> output instanceof Output.ToTopic record
                                ? record.kind().name()
                                : "COUNTS",
                        TreeMap::new,
                        Collectors.toList()));
        Map<String, String> told = new TreeMap<>();
        kinds.forEach((kind, outputs) -> told.put(
                kind,
                outputs.stream()
                        .map(output ->
                                output instanceof Output.ToTopic record && record.value() == null ? "gone" : "value")
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("+"))));
        return told;
    }

    @Test
    void shouldWriteEverythingUnlessSomethingIsLeftOut() throws Exception {
        assertThat(told(publish("items,ninjs,paragraphs,desks,counts", FIRST, null)))
                .containsOnlyKeys("ITEM", "NINJS", "PARAGRAPH", "DESK", "COUNTS")
                .allSatisfy((kind, records) -> assertThat(records).isEqualTo("value"));
    }

    @Test
    void shouldWriteOnlyWhatIsWanted() throws Exception {
        assertThat(told(publish("items", FIRST, null))).containsOnlyKeys("ITEM");
        assertThat(told(publish("ninjs,counts", FIRST, null))).containsOnlyKeys("NINJS", "COUNTS");
        assertThat(told(publish("desks", FIRST, null))).containsOnlyKeys("DESK");
        assertThat(told(publish("paragraphs", FIRST, null))).containsOnlyKeys("PARAGRAPH");
    }

    @Test
    void shouldTakeBackWhatWasWrittenBeforeItWasLeftOut() throws Exception {
        ItemState before =
                publish("items,ninjs,paragraphs,desks,counts", FIRST, null).state();
        assertThat(told(publish("items", SECOND, before)))
                .containsEntry("ITEM", "value")
                .containsEntry("NINJS", "gone")
                .containsEntry("PARAGRAPH", "gone")
                .containsEntry("DESK", "gone")
                .doesNotContainKey("COUNTS");
    }

    @Test
    void shouldCountOnFromWhereItStoppedWhenCountsAreWantedAgain() throws Exception {
        ItemState counted = publish("items,counts", FIRST, null).state();
        ItemState uncounted = publish("items", SECOND, counted).state();
        assertThat(uncounted.contribution()).isEqualTo(counted.contribution());

        ItemState again = publish("items,counts", SECOND, uncounted).state();
        assertThat(again.contribution())
                .isEqualTo(publish("items,counts", SECOND, null).state().contribution());
    }

    @Test
    void shouldMakeAnItemAgainWhenOtherOutputsAreWanted() {
        assertThat(Outputs.ALL.version()).isEmpty();
        assertThat(Outputs.of("counts,items").version())
                .isEqualTo(Outputs.of("items,counts").version())
                .isNotEmpty();
    }
}
