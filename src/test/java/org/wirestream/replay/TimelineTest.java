package org.wirestream.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimelineTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    private long now = 7;
    private final List<Duration> pauses = new ArrayList<>();
    private final Timeline timeline = new Timeline(new Speed(10), () -> now, nanos -> {
        pauses.add(Duration.ofNanos(nanos));
        now += nanos;
        return false;
    });

    @ParameterizedTest
    @CsvSource({"10x, 10", "0.5x, 0.5", "' 86400x ', 86400"})
    void shouldReadSpeeds(String text, double factor) {
        assertThat(Speed.parse(text).factor()).isEqualTo(factor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "0x", "-1x", "fast", "x"})
    void shouldSayHowToWriteASpeed(String text) {
        assertThatThrownBy(() -> Speed.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'%s' is no speed; write 10x, or 0.5x for half as fast as it was", text);
    }

    @Test
    void shouldLetRecordsFollowAsTheyCame() throws InterruptedException {
        for (long second : List.of(0L, 30L, 30L, 90L)) {
            assertThat(timeline.await(NOON.plusSeconds(second))).isTrue();
        }

        assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(6));
    }

    @Test
    void shouldNotWaitForWhatCameEarlierOrNobodyKnowsWhen() throws InterruptedException {
        timeline.await(NOON);
        timeline.await(NOON.minusSeconds(600));
        timeline.await(null);
        timeline.await(NOON.plusSeconds(10));

        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void shouldCutASilenceShort() throws InterruptedException {
        timeline.await(NOON);
        timeline.await(NOON.plus(Duration.ofDays(400_000)));
        timeline.await(NOON.plus(Duration.ofDays(400_000)).plusSeconds(20));

        assertThat(pauses).containsExactly(Timeline.LONGEST_PAUSE, Duration.ofSeconds(2));
    }

    @Test
    void shouldCatchUpWhatHasFallenBehind() throws InterruptedException {
        timeline.await(NOON);
        now += Duration.ofSeconds(5).toNanos();
        timeline.await(NOON.plusSeconds(30));
        timeline.await(NOON.plusSeconds(60));

        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }
}
