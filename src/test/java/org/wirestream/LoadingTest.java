package org.wirestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LoadingTest {
    @Test
    void shouldLoadWhileTheCallerGoesOn() {
        CountDownLatch goesOn = new CountDownLatch(1);
        Loading<String> loading = Loading.begin(() -> {
            try {
                goesOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "loaded";
        });
        goesOn.countDown();
        assertThat(loading.await()).isEqualTo("loaded");
    }

    @Test
    void shouldThrowWhatTheLoaderThrew() {
        Loading<String> loading = Loading.begin(() -> {
            throw new IllegalArgumentException("subjects.thresholds: there is no file");
        });
        assertThatThrownBy(loading::await)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("subjects.thresholds: there is no file");
    }
}
