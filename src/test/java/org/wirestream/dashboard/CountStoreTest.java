package org.wirestream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirestream.counts.CountKey;
import org.wirestream.counts.CountKind;
import org.wirestream.counts.CountSpan;

class CountStoreTest {
    private static final Measures ONE = new Measures(1, 2, 3);

    private static CountKey hour(String hour, String id) {
        return new CountKey(CountKind.DESKS, null, hour, id);
    }

    private static CountKey total(String id) {
        return new CountKey(CountKind.DESKS, null, null, id);
    }

    @Test
    void shouldFollowItsTopics() {
        CountStore store = new CountStore(100);
        Fixture.day(store, CountKind.DESKS, "2017-06-08", "security", 2);
        Fixture.day(store, CountKind.DESKS, "2017-06-09", "security", 3);
        Fixture.day(store, CountKind.DESKS, "2017-06-09", "security", 4);
        Fixture.day(store, CountKind.DESKS, "2017-06-09", "sport", 1);
        Fixture.put(store, CountKey.ofDay(CountKind.DESKS, "2017-06-09", "sport"), null);
        Fixture.put(store, CountKey.ofDay(CountKind.DESKS, "2017-06-09", "never"), null);

        assertThat(store.sum(CountSpan.DAY, CountKind.DESKS, "2017-06-01", "2017-06-30"))
                .containsOnlyKeys("security")
                .containsEntry("security", new Measures(6, 6, 6));
        assertThat(store.size()).isEqualTo(new CountStore.Size(2, 100, true));
        assertThat(store.newest(CountSpan.DAY)).isEqualTo("2017-06-09");
        assertThat(store.label(CountKind.DESKS, "security")).isEqualTo("label of security");
    }

    @Test
    void shouldForgetADayOfWhichNothingIsLeft() {
        CountStore store = new CountStore(100);
        Fixture.day(store, CountKind.DESKS, "2017-06-09", "sport", 1);
        Fixture.put(store, CountKey.ofDay(CountKind.DESKS, "2017-06-09", "sport"), null);

        assertThat(store.newest(CountSpan.DAY)).isNull();
        assertThat(store.size().rows()).isZero();
    }

    @Test
    void shouldGiveUpTheOldestHoursThenTheOldestDaysButNoTotals() {
        CountStore store = new CountStore(4);
        Fixture.put(store, total("a"), ONE);
        Fixture.put(store, hour("2017-06-09T08:00:00+08:00", "a"), ONE);
        Fixture.day(store, CountKind.DESKS, "2017-06-08", "a", 1);
        Fixture.day(store, CountKind.DESKS, "2017-06-09", "a", 1);
        assertThat(store.size().complete()).isTrue();

        Fixture.put(store, total("b"), ONE);
        assertThat(store.newest(CountSpan.HOUR)).isNull();
        Fixture.put(store, total("c"), ONE);
        assertThat(store.sum(CountSpan.DAY, CountKind.DESKS, "2017-01-01", "2017-12-31"))
                .containsEntry("a", new Measures(1, 1, 1));
        Fixture.put(store, total("d"), ONE);
        Fixture.put(store, total("e"), ONE);

        assertThat(store.total(CountKind.DESKS)).containsOnlyKeys("a", "b", "c", "d");
        assertThat(store.size()).isEqualTo(new CountStore.Size(4, 4, false));
    }

    @Test
    void shouldNotTakeBackWhatItGaveUp() {
        CountStore store = new CountStore(2);
        for (int day = 1; day <= 3; day++) {
            Fixture.day(store, CountKind.DESKS, "2017-06-0" + day, "a", 1);
        }
        Fixture.day(store, CountKind.DESKS, "2017-06-01", "a", 1);

        assertThat(store.size().rows()).isLessThanOrEqualTo(2);
        assertThat(store.series(CountSpan.DAY, CountKind.DESKS, "a", "2017-06-01", "2017-06-09"))
                .doesNotContainKey("2017-06-01")
                .containsKey("2017-06-03");
    }
}
