package org.wirestream.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.wirestream.Enricher;
import org.wirestream.document.EnrichedItem;

class SyntheticWireTest {
    private static final OffsetDateTime BEGIN = OffsetDateTime.parse("2026-03-01T06:00:00+08:00");

    private static List<SyntheticWire.Message> messages(long seed, int number) {
        SyntheticWire wire = new SyntheticWire(seed, "t");
        List<SyntheticWire.Message> messages = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            messages.add(wire.next(BEGIN.plusMinutes(i)));
        }
        return messages;
    }

    @Test
    void shouldFillEveryPlaceOfItsStories() {
        Story story = new Story("x", "{=a:甲|乙}和{a}，{3..5}人，{date}，{day}");

        for (int i = 0; i < 50; i++) {
            assertThat(story.tell(new SplittableRandom(i), BEGIN.toLocalDate())).matches("(甲和甲|乙和乙)，[345]人，3月1日，1日");
        }
    }

    @Test
    void shouldSendNewsThatThePipelineReadsWithCorrectionsAndWithdrawals() throws Exception {
        Enricher enricher = Enricher.load();
        Map<String, Integer> versions = new HashMap<>();
        int corrections = 0;
        int withdrawals = 0;
        for (SyntheticWire.Message message : messages(1, 400)) {
            assertThat(message.version()).isEqualTo(versions.merge(message.id(), 1, Integer::sum));
            if (message.text() == null) {
                withdrawals++;
                continue;
            }
            corrections += message.version() > 1 ? 1 : 0;
            assertThat(message.text()).doesNotContain("{", "}", "|", "..");
            EnrichedItem item = enricher.enrich(message.text());
            assertThat(item.item().agency()).as(message.text()).isNotNull();
            assertThat(item.item().headlineText()).isPresent();
            assertThat(item.subjects()).as(message.text()).isNotEmpty();
        }
        assertThat(corrections).isBetween(10, 50);
        assertThat(withdrawals).isBetween(1, 20);
    }

    @Test
    void shouldBeTheSameForTheSameSeed() {
        assertThat(messages(7, 100)).isEqualTo(messages(7, 100)).isNotEqualTo(messages(8, 100));
    }
}
