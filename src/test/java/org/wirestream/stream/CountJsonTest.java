package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.wirestream.counts.Count;
import org.wirestream.counts.CountKey;
import org.wirestream.counts.CountKind;
import org.wirestream.counts.CountSpan;

/** How counts are written: for readers as JSON, between the topology's parts in a form of their own. */
class CountJsonTest {
    private static final String HOUR = "2026-03-02T09:00:00+08:00";
    private static final Count COUNT = new Count("灾“害”\"\n", 1, -2, 30_000_000_000L);

    private static CountKey key(CountSpan span, String period) {
        return CountKey.of(CountKind.ENTITIES, span, period, "person:\\古特雷斯\"");
    }

    private static String text(Bytes bytes) {
        return new String(bytes.get(), StandardCharsets.UTF_8);
    }

    @Test
    void shouldNameTheDayTheHourOrNeither() {
        assertThat(text(CountJson.key(key(CountSpan.DAY, "2026-03-02"))))
                .isEqualTo("{\"day\":\"2026-03-02\",\"id\":\"person:\\\\古特雷斯\\\"\"}");
        assertThat(text(CountJson.key(key(CountSpan.HOUR, HOUR))))
                .isEqualTo("{\"hour\":\"" + HOUR + "\",\"id\":\"person:\\\\古特雷斯\\\"\"}");
        assertThat(text(CountJson.key(key(CountSpan.TOTAL, "")))).isEqualTo("{\"id\":\"person:\\\\古特雷斯\\\"\"}");
    }

    @Test
    void shouldWriteTheNumbersBehindTheLabel() {
        assertThat(text(CountJson.value(key(CountSpan.TOTAL, ""), COUNT)))
                .isEqualTo("{\"id\":\"person:\\\\古特雷斯\\\"\",\"label\":\"灾“害”\\\"\\n\","
                        + "\"items\":1,\"paragraphs\":-2,\"mentions\":30000000000}");
    }

    @Test
    void shouldBringEveryChangeToOneShardAndReadWhatItWrote() {
        Map<CountKey, Count> changes = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            String id = "person:" + i;
            changes.put(CountKey.of(CountKind.ENTITIES, CountSpan.DAY, "2026-03-02", id), COUNT);
            changes.put(CountKey.of(CountKind.ENTITIES, CountSpan.HOUR, HOUR, id), COUNT);
            changes.put(CountKey.of(CountKind.ENTITIES, CountSpan.TOTAL, "", id), COUNT);
        }
        Map<Integer, Bytes> shards = CountRows.byShard(changes);
        Map<CountKey, Count> read = new HashMap<>();
        shards.values()
                .forEach(shard -> CountRows.changes(shard)
                        .forEach(row ->
                                assertThat(read.put(row.key(), row.count())).isNull()));

        assertThat(read).isEqualTo(changes);
        assertThat(shards.keySet()).containsExactly(0, 1, 2, 3);
    }
}
