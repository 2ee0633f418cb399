package org.wirestream.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {
    private static final long MILLISECOND = 1_000_000;

    private long now = 5;
    private final List<Long> pauses = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"50/s, 50", "30/min, 0.5", "36/h, 0.01", "2.5, 2.5", "' 7/s ', 7"})
    void shouldReadRates(String text, double perSecond) {
        assertThat(Rate.parse(text).perSecond()).isCloseTo(perSecond, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0/s", "-3", "fast", "5/d", "5 /s", "1e9"})
    void shouldSayHowToWriteARate(String text) {
        assertThatThrownBy(() -> Rate.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'%s' is no rate; write 50/s, 30/min or 100/h", text);
    }

    @Test
    void shouldSpaceCallsEvenly() throws InterruptedException {
        RateLimiter limiter = limiter(new Rate(100));

        for (int i = 0; i < 4; i++) {
            assertThat(limiter.await()).isTrue();
            now += 3 * MILLISECOND;
        }

        assertThat(pauses).containsExactly(7 * MILLISECOND, 7 * MILLISECOND, 7 * MILLISECOND);
    }

    @Test
    void shouldNotMakeUpForLostTimeInABurst() throws InterruptedException {
        RateLimiter limiter = limiter(new Rate(100));

        limiter.await();
        now += 500 * MILLISECOND;
        limiter.await();
        limiter.await();

        assertThat(pauses).containsExactly(10 * MILLISECOND);
    }

    @Test
    void shouldNeverWaitWithoutARate() throws InterruptedException {
        RateLimiter limiter = limiter(null);

        for (int i = 0; i < 100; i++) {
            limiter.await();
        }

        assertThat(pauses).isEmpty();
    }

    @Test
    void shouldSayWhenWaitingWasCutShort() throws InterruptedException {
        RateLimiter limiter = new RateLimiter(new Rate(1), () -> now, nanos -> true);

        assertThat(limiter.await()).isTrue();
        assertThat(limiter.await()).isFalse();
    }

    private RateLimiter limiter(Rate rate) {
        return new RateLimiter(rate, () -> now, nanos -> {
            pauses.add(nanos);
            now += nanos;
            return false;
        });
    }
}
