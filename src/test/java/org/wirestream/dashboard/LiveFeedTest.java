package org.wirestream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveFeedTest {
    private final LiveFeed feed = new LiveFeed();

    /** A client that keeps what it is sent. */
    private static final class Recorder implements LiveFeed.Client {
        private final StringBuilder stream = new StringBuilder();

        @Override
        public void send(byte[] event) {
            stream.append(new String(event, StandardCharsets.UTF_8));
        }

        List<String> ids() {
            List<String> ids = new ArrayList<>();
            stream.toString()
                    .lines()
                    .filter(line -> line.startsWith("data: {\"id\":\""))
                    .forEach(line -> ids.add(line.split("\"", 5)[3]));
            return ids;
        }

        String lastId() {
            return stream.toString()
                    .lines()
                    .filter(line -> line.startsWith("id: "))
                    .reduce((first, second) -> second)
                    .orElse("")
                    .substring("id: ".length());
        }
    }

    private Recorder subscribe(@Nullable String lastId, String... desks) throws ProblemException {
        Recorder recorder = new Recorder();
        feed.subscribe(recorder, List.of(desks), lastId);
        return recorder;
    }

    private void withdraw(int partition, long offset, String id) {
        feed.item(partition, offset, ItemSummary.withdrawn(id), Set.of());
    }

    @Test
    void shouldSendWhatComesButNothingOfThePast() throws Exception {
        feed.beginAt(0, 0);
        withdraw(0, 3, "old");
        Recorder early = subscribe(null);
        withdraw(0, 5, "old too");
        feed.goLive();
        Recorder late = subscribe(null);
        withdraw(0, 9, "new");

        assertThat(early.ids()).containsExactly("new");
        assertThat(late.ids()).containsExactly("new");
        assertThat(late.lastId()).isEqualTo("0-9");
    }

    @Test
    void shouldSendWhatWasMissedAtAnyDashboardOfTheCluster() throws Exception {
        feed.beginAt(0, 0);
        feed.beginAt(1, 0);
        withdraw(0, 2, "a");
        withdraw(1, 4, "b");
        withdraw(0, 5, "c");
        withdraw(1, 7, "d");
        feed.goLive();

        assertThat(subscribe("0-2.1-4").ids()).containsExactly("c", "d");
        // Another dashboard had read partition 1 first.
        assertThat(subscribe("1-7").ids()).containsExactly("a", "c");
        assertThat(subscribe("0-5.1-7").ids()).isEmpty();
        assertThat(subscribe("0-2.1-4").stream).doesNotContain("event: reset");
    }

    @Test
    void shouldSayWhenWhatWasMissedIsGone() throws Exception {
        feed.beginAt(0, 100);
        feed.goLive();
        assertThat(subscribe("0-98").stream).contains("event: reset");
        assertThat(subscribe("0-99").stream).doesNotContain("event: reset");

        for (int i = 0; i < 2_001; i++) {
            withdraw(0, 100 + i, "i" + i);
        }
        assertThat(subscribe("0-99").stream).contains("event: reset");
        assertThat(subscribe("0-100").ids()).hasSize(2_000);
        assertThat(subscribe("0-999999").stream).as("of another cluster").contains("event: reset");
        for (String nonsense : List.of("x", "1", "0--1", "0-1.", "-", "9".repeat(2_000))) {
            assertThat(subscribe(nonsense).stream).as(nonsense).contains("event: reset");
        }
    }

    @Test
    void shouldRememberNoMoreThanAClientCanBeSentAtOnce() throws Exception {
        feed.beginAt(0, 0);
        feed.goLive();
        for (int i = 0; i < 100; i++) {
            withdraw(0, i, "长".repeat(20_000));
        }
        assertThat(subscribe("0-0").stream).contains("event: reset");
        Recorder resumed = subscribe("0-41");
        assertThat(resumed.ids()).hasSizeGreaterThan(50);
        assertThat(resumed.stream.toString().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThan(LiveClient.MAX_QUEUED_BYTES);
    }

    @Test
    void shouldLetAClientChooseItsDesksButTellEveryoneOfWithdrawals() throws Exception {
        feed.goLive();
        Recorder sport = subscribe(null, "sport");
        ItemStore store = new ItemStore(10, 10_000_000);
        StoredItem quake =
                Fixture.put(store, "urn:x:quake", "1", "2026-03-01T09:00:00+08:00", "新华社东京3月1日电 日本发生地震，救援人员赶赴灾区。");
        feed.item(0, 1, ItemSummary.of(quake, "new"), quake.desksNowAndBefore());
        withdraw(0, 2, "urn:x:gone");

        assertThat(sport.ids()).containsExactly("urn:x:gone");

        Fixture.put(store, "urn:x:match", "1", "2026-03-01T09:00:00+08:00", "新华社东京3月1日电 足球赛1日举行，球员和教练庆祝胜利。");
        StoredItem corrected =
                Fixture.put(store, "urn:x:match", "2", "2026-03-01T09:00:00+08:00", "新华社东京3月1日电 日本发生地震，救援人员赶赴灾区。");
        feed.item(0, 3, ItemSummary.of(corrected, "newer"), corrected.desksNowAndBefore());
        assertThat(sport.ids()).as("what a correction took from the desk").containsExactly("urn:x:gone", "urn:x:match");
    }

    @Test
    void shouldTellOfChangedCountsWithoutAnId() throws Exception {
        feed.goLive();
        Recorder recorder = subscribe(null);
        feed.counts(Set.of("desks", "agencies"), Set.of("2026-03-01"));

        assertThat(recorder.stream)
                .contains("event: counts\ndata: {\"kinds\":[\"agencies\",\"desks\"],\"days\":[\"2026-03-01\"]}\n\n");
    }

    @Test
    void shouldRefuseMoreClientsThanItServes() throws Exception {
        for (int i = 0; i < LiveFeed.MAX_CLIENTS; i++) {
            subscribe(null);
        }
        assertThatThrownBy(() -> subscribe(null))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(503));
    }
}
