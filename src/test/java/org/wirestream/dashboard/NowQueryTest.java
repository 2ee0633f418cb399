package org.wirestream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirestream.counts.CountKey;
import org.wirestream.counts.CountKind;

/** An archive of a month long past is replayed: what is unusual is so against its own days. */
class NowQueryTest {
    private static final String DAY = "2017-06-09";

    private final CountStore counts = new CountStore(100_000);
    private final NowQuery query = new NowQuery(counts, new ItemStore(10, 1_000_000), Fixture.NAMES);

    private void month(int itemsADay) {
        LocalDate day = LocalDate.parse(DAY);
        for (int i = 1; i <= 28; i++) {
            String before = day.minusDays(i).toString();
            Fixture.day(counts, CountKind.LANGUAGES, before, "zh-Hans", itemsADay);
            Fixture.day(counts, CountKind.ENTITIES, before, "org:常见", itemsADay / 4);
        }
        Fixture.day(counts, CountKind.LANGUAGES, DAY, "zh-Hans", itemsADay);
        Fixture.day(counts, CountKind.ENTITIES, DAY, "org:常见", itemsADay / 4);
    }

    private NowQuery.Risers risers(String parameters) throws ProblemException {
        return query.risers(Fixture.query(parameters, NowQuery.RISERS_PARAMETERS));
    }

    @Test
    void shouldFindWhatRisesOnTheNewestDayOfTheItems() throws Exception {
        month(40);
        Fixture.day(counts, CountKind.ENTITIES, DAY, "per:新人", 6);
        Fixture.day(counts, CountKind.ENTITIES, "2017-06-01", "per:新人", 1);

        NowQuery.Risers risers = risers("");

        assertThat(risers.window().from()).isEqualTo(DAY);
        assertThat(risers.baseline().items()).isEqualTo(28 * 40);
        assertThat(risers.risers()).extracting(NowQuery.Against::id).containsExactly("per:新人");
        assertThat(risers.risers().get(0).usual()).isEqualTo(0.036);
    }

    @Test
    void shouldTakeNeitherAgencyNorReporterForNews() throws Exception {
        month(40);
        ItemStore items = new ItemStore(10, 10_000_000);
        StoredItem item = Fixture.put(
                items,
                "urn:x:talks",
                "1",
                DAY + "T09:00:00+08:00",
                "普京会见联合国秘书长\n新华社莫斯科6月9日电（记者李原）俄罗斯总统普京9日在莫斯科会见联合国秘书长古特雷斯。");
        Map<String, String> ids = new HashMap<>();
        item.facts().entities().forEach(entity -> ids.put(entity.name(), entity.id()));
        assertThat(ids).containsKeys("新华社", "李原", "普京", "联合国", "莫斯科");
        ids.values().forEach(id -> Fixture.day(counts, CountKind.ENTITIES, DAY, id, 9));

        NowQuery.Risers risers = new NowQuery(counts, items, Fixture.NAMES)
                .risers(Fixture.query("limit=100", NowQuery.RISERS_PARAMETERS));

        assertThat(risers.risers())
                .extracting(NowQuery.Against::id)
                .contains(ids.get("普京"), ids.get("联合国"), ids.get("莫斯科"))
                .doesNotContain(ids.get("新华社"), ids.get("李原"));
    }

    @Test
    void shouldNotTakeSmallNumbersForARise() throws Exception {
        month(40);
        Fixture.day(counts, CountKind.ENTITIES, DAY, "per:一次", 1);
        Fixture.day(counts, CountKind.ENTITIES, DAY, "per:两次", 2);

        assertThat(risers("").risers()).isEmpty();
    }

    @Test
    void shouldNotLetABusyDayMakeEverythingRise() throws Exception {
        month(40);
        Fixture.day(counts, CountKind.LANGUAGES, DAY, "zh-Hans", 400);
        Fixture.day(counts, CountKind.ENTITIES, DAY, "org:常见", 100);

        assertThat(risers("").risers()).isEmpty();
    }

    @Test
    void shouldNotCallEverythingUnusualAfterAShortPast() throws Exception {
        Fixture.day(counts, CountKind.LANGUAGES, "2017-06-08", "zh-Hans", 2);
        Fixture.day(counts, CountKind.LANGUAGES, DAY, "zh-Hans", 60);
        Fixture.day(counts, CountKind.ENTITIES, DAY, "org:新的", 8);

        assertThat(risers("").risers()).isEmpty();
    }

    @Test
    void shouldSayThatNothingIsUsualWithoutAPast() throws Exception {
        Fixture.day(counts, CountKind.LANGUAGES, DAY, "zh-Hans", 60);
        Fixture.day(counts, CountKind.DESKS, DAY, "security", 20);

        NowQuery.Now now = query.now(Fixture.query("", NowQuery.NOW_PARAMETERS));

        assertThat(now.items().usual()).isNull();
        assertThat(now.desks())
                .hasSize(7)
                .allSatisfy(desk -> assertThat(desk.lower()).isNull());
        assertThat(risers("").risers()).isEmpty();
    }

    @Test
    void shouldCompareDesksWithTheirShareOfTheDay() throws Exception {
        month(40);
        for (int i = 1; i <= 28; i++) {
            Fixture.day(
                    counts, CountKind.DESKS, LocalDate.parse(DAY).minusDays(i).toString(), "security", 10);
        }
        Fixture.day(counts, CountKind.DESKS, DAY, "security", 30);

        NowQuery.Now now = query.now(Fixture.query("at=" + DAY, NowQuery.NOW_PARAMETERS));

        assertThat(now.desks())
                .filteredOn(desk -> desk.id().equals("security"))
                .singleElement()
                .satisfies(desk -> {
                    assertThat(desk.now()).isEqualTo(30);
                    assertThat(desk.usual()).isEqualTo(10);
                    assertThat(desk.lower()).isPositive();
                });
        assertThat(now.items().usual()).isEqualTo(40);
    }

    @Test
    void shouldTakeTheLastHoursToo() throws Exception {
        for (int day = 1; day <= 9; day++) {
            hour("2017-06-0%dT10:00:00+08:00".formatted(day), "per:甲", day == 9 ? 9 : 0);
        }

        NowQuery.Risers risers = risers("hours=3&at=2017-06-09T12:30:00%2B08:00");

        assertThat(risers.window().from()).isEqualTo("2017-06-09T10:00:00+08:00");
        assertThat(risers.window().to()).isEqualTo("2017-06-09T12:00:00+08:00");
        assertThat(risers.risers()).extracting(NowQuery.Against::id).containsExactly("per:甲");
    }

    private void hour(String hour, String entity, long items) {
        Fixture.put(counts, new CountKey(CountKind.LANGUAGES, null, hour, "zh-Hans"), new Measures(20, 20, 20));
        if (items > 0) {
            Fixture.put(
                    counts, new CountKey(CountKind.ENTITIES, null, hour, entity), new Measures(items, items, items));
        }
    }
}
