package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** States as older versions wrote them, which lie in stores and changelogs. */
class ItemStateTest {
    private static final Serde<ItemState> SERDE = StreamSerdes.json(ItemState.class);

    private static ItemState read(String more) {
        String state = """
                {"version":"2","sequence":2,"feedVersion":null,"digests":["d"],"status":"USABLE","desks":{"0":["society"]},
                 "counts":[{"key":{"kind":"SUBJECTS","day":"2026-03-01","id":"disaster"},
                            "count":{"label":"灾害","items":1,"paragraphs":1,"mentions":3}}]%s}
                """.formatted(more);
        return SERDE.deserializer().deserialize("t", state.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldReadAStateThatKnowsNeitherRowsNorWhatMadeIt() {
        ItemState state = read("");
        assertThat(state.counted()).isFalse();
        assertThat(state.received()).isZero();
        assertThat(state.maker()).isNull();
        assertThat(state.isLatest("d")).isTrue();
    }

    @Test
    void shouldReadAStateWithAnHourThatRowsOfCountsDoNotKnowYet() {
        ItemState state = read(",\"hour\":\"2026-03-01T08:00:00+08:00\",\"total\":true");
        assertThat(state.counted()).isFalse();
        assertThat(state.contribution().rows()).hasSize(3);
        assertThat(state.maker()).isNull();
    }

    @Test
    void shouldReadAStateThatKnowsWhatMadeItOnlyAndKeepThatInTheRows() {
        ItemState state = read(",\"received\":7,\"maker\":\"m\"").inRows();
        assertThat(state.contribution().rows()).hasSize(2);
        assertThat(state.received()).isEqualTo(7);
        assertThat(state.maker()).isEqualTo("m");
    }

    @Test
    void shouldReadWhatItWrites() {
        ItemState state =
                read(",\"hour\":\"2026-03-01T08:00:00+08:00\",\"counted\":true").of(7, "m");
        assertThat(SERDE.deserializer().deserialize("t", SERDE.serializer().serialize("t", state)))
                .isEqualTo(state);
    }

    @Test
    void shouldReadWhatANewerVersionWrote() {
        assertThat(read(",\"unheardOf\":1").version()).isEqualTo("2");
    }
}
