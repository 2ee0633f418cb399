package org.wirestream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ItemQueryTest {
    private static final String QUAKE = "日本发生6.1级地震\n新华社东京3月1日电 日本气象厅1日说，当天发生6.1级地震，救援人员已赶赴灾区。";
    private static final String TALKS = "外长会谈\n新华社北京3月2日电 中国和哈萨克斯坦外长2日在北京举行会谈，双方讨论双边合作。";
    private static final String MATCH = "足球赛\n中新社东京3月2日电 足球赛2日在日本举行，主队取胜，球员和教练庆祝。";

    private final ItemStore store = new ItemStore(100, 50_000_000);
    private final ItemQuery query = new ItemQuery(store, Fixture.NAMES);

    private void three() throws Exception {
        Fixture.put(store, "urn:x:quake", "1", "2026-03-01T09:00:00+08:00", QUAKE);
        Fixture.put(store, "urn:x:talks", "1", "2026-03-02T10:00:00+08:00", TALKS);
        Fixture.put(store, "urn:x:match", "1", "2026-03-02T08:00:00+08:00", MATCH);
    }

    private ItemQuery.Items items(String parameters) throws ProblemException {
        return query.items(Fixture.query(parameters, ItemQuery.PARAMETERS));
    }

    private static List<String> ids(ItemQuery.Items items) {
        return items.items().stream().map(ItemSummary::id).toList();
    }

    private static Map<String, Integer> facet(ItemQuery.Items items, String facet) {
        return items.facets().get(facet).stream()
                .collect(Collectors.toMap(ItemQuery.FacetValue::id, ItemQuery.FacetValue::items));
    }

    @Test
    void shouldListTheNewestFirstOrTheLastArrived() throws Exception {
        three();

        assertThat(ids(items(""))).containsExactly("urn:x:talks", "urn:x:match", "urn:x:quake");
        assertThat(ids(items("sort=arrival"))).containsExactly("urn:x:match", "urn:x:talks", "urn:x:quake");
        assertThat(ids(items("limit=1&offset=1"))).containsExactly("urn:x:match");
    }

    @Test
    void shouldSayWhichStoriesWereInvented() throws Exception {
        three();
        Fixture.put(store, Dashboard.INVENTED + "run:1", "1", "2026-03-01T08:00:00+08:00", QUAKE);

        ItemQuery.Items items = items("");
        assertThat(items.invented()).isEqualTo(1);
        assertThat(items.items())
                .filteredOn(item -> Boolean.TRUE.equals(item.invented()))
                .extracting(ItemSummary::id)
                .containsExactly(Dashboard.INVENTED + "run:1");
        assertThat(query.item(Dashboard.INVENTED + "run:1").invented()).isTrue();
        assertThat(query.item("urn:x:quake").invented()).isNull();
    }

    @Test
    void shouldCombineFacetsAndCountEachByTheOthers() throws Exception {
        three();

        ItemQuery.Items japan = items("country=JP");
        assertThat(ids(japan)).containsExactly("urn:x:match", "urn:x:quake");
        assertThat(facet(japan, "agency")).isEqualTo(Map.of("xinhua", 1, "cns", 1));
        assertThat(facet(japan, "country")).containsEntry("KZ", 1).containsEntry("JP", 2);

        assertThat(ids(items("country=JP&agency=cns"))).containsExactly("urn:x:match");
        assertThat(ids(items("country=JP&country=KZ"))).hasSize(3);
        assertThat(facet(items("agency=cns&country=KZ"), "agency")).isEqualTo(Map.of("xinhua", 1, "cns", 0));
    }

    @Test
    void shouldNotOfferTheAgencyAmongTheNamesUnlessAskedFor() throws Exception {
        three();

        assertThat(facet(items(""), "entity")).containsKey("country:JP").doesNotContainKey("org:新华社");
        assertThat(facet(items("entity=org:%E6%96%B0%E5%8D%8E%E7%A4%BE"), "entity"))
                .containsEntry("org:新华社", 2);
    }

    @Test
    void shouldFindWordsWhateverTheirWidthAndDays() throws Exception {
        three();

        assertThat(ids(items("q=%EF%BC%96.1%E7%BA%A7"))).containsExactly("urn:x:quake");
        assertThat(ids(items("q=%E6%97%A5%E6%9C%AC+%E6%95%99%E7%BB%83"))).containsExactly("urn:x:match");
        assertThat(ids(items("to=2026-03-01"))).containsExactly("urn:x:quake");
        assertThat(facet(items("to=2026-03-01"), "day")).isEqualTo(Map.of("2026-03-01", 1, "2026-03-02", 2));
    }

    @Test
    void shouldKeepTheVersionsOfACorrection() throws Exception {
        three();
        Fixture.put(store, "urn:x:quake", "2", "2026-03-01T09:00:00+08:00", QUAKE.replace("6.1", "6.3"));

        ItemQuery.Item item = query.item("urn:x:quake");
        assertThat(item.version()).isEqualTo("2");
        assertThat(item.versions()).extracting(ItemQuery.Version::version).containsExactly("1", "2");
        assertThat(item.record()).contains("6.3");
        assertThat(query.version("urn:x:quake", "1")).contains("6.1").doesNotContain("6.3");
        assertThat(items("q=6.1").matching()).isZero();
        assertThatThrownBy(() -> query.version("urn:x:quake", "3"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.status()).isEqualTo(404));
    }

    @Test
    void shouldTakeAWithdrawnItemFromListsButStillShowWhatItWas() throws Exception {
        three();
        store.withdraw("urn:x:quake");

        assertThat(ids(items(""))).doesNotContain("urn:x:quake");
        assertThat(query.item("urn:x:quake").withdrawn()).isTrue();
        store.withdraw("urn:x:unknown");
        assertThat(store.find("urn:x:unknown")).isEmpty();

        Fixture.put(store, "urn:x:quake", "3", "2026-03-01T09:00:00+08:00", QUAKE);
        assertThat(ids(items(""))).contains("urn:x:quake");
    }

    @Test
    void shouldKeepNoMoreThanItMay() throws Exception {
        ItemStore small = new ItemStore(2, 50_000_000);
        Fixture.put(small, "urn:x:1", "1", "2026-03-03T09:00:00+08:00", QUAKE);
        Fixture.put(small, "urn:x:2", "1", "2026-03-01T09:00:00+08:00", TALKS);
        Fixture.put(small, "urn:x:1", "2", "2026-03-03T09:00:00+08:00", MATCH);
        Fixture.put(small, "urn:x:3", "1", "2017-03-01T09:00:00+08:00", QUAKE);
        assertThat(small.published()).extracting(item -> item.facts().id()).containsExactly("urn:x:1", "urn:x:3");

        ItemStore tiny = new ItemStore(100, 1);
        Fixture.put(tiny, "urn:x:1", "1", "2026-03-03T09:00:00+08:00", QUAKE);
        Fixture.put(tiny, "urn:x:2", "1", "2026-03-01T09:00:00+08:00", TALKS);
        assertThat(tiny.published()).extracting(item -> item.facts().id()).containsExactly("urn:x:2");

        for (int version = 1; version <= 30; version++) {
            Fixture.put(small, "urn:x:3", Integer.toString(version), "2017-03-01T09:00:00+08:00", QUAKE);
        }
        assertThat(small.find("urn:x:3").orElseThrow().versions()).hasSize(10);
        long bytes = small.published().stream().mapToLong(StoredItem::bytes).sum();
        assertThat(small.size().bytes()).isEqualTo(bytes);
    }
}
