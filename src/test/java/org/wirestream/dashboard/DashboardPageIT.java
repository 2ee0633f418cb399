package org.wirestream.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.wirestream.wire.ItemTime;

/** The page in a real browser, on a real broker with the real pipeline. Skipped where there is no Chromium. */
@Tag("browser")
@EnabledIf(
        value = "org.wirestream.dashboard.Browser#installed",
        disabledReason = "no chromium and chromedriver on the PATH (Debian: chromium, chromium-driver)")
class DashboardPageIT {
    /** An item of sport, which the seed has none of. */
    private static final String CORRECTED = "urn:x:corrected";

    private static final String MARKUP = "<script>window.harm=1</script>\"><img src=x onerror=window.harm=1>";
    /** As long as the pipeline lets a line be; a longer one makes a dead letter. */
    private static final int LONG_WORD = 19_999;
    /** What only a record of another pipeline can have. */
    private static final int LONGEST_WORD = 100_000;

    private static final String REVERSED = "\u202Edeen\u202C \u2067abc";
    private static final List<String> ADDRESSES = List.of(
            "/now",
            "/now?hours=24",
            "/wire?desk=diplomacy",
            "/item?id=" + CORRECTED,
            "/item?id=" + CORRECTED + "&against=1",
            "/entity?id=org%3A%E4%B8%8A%E6%B5%B7%E5%90%88%E4%BD%9C%E7%BB%84%E7%BB%87",
            "/countries",
            "/pipeline");

    @TempDir
    private static Path directory;

    private static Newsroom newsroom;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        newsroom = Newsroom.open(directory);
        newsroom.sendSeed();
        newsroom.send(CORRECTED, 1, "2017-06-09T10:00:00+08:00", "国家队客场战平对手", "新华社北京6月9日电 国家男子足球队9日客场战平对手。");
        newsroom.send(
                "urn:x:hostile",
                1,
                "2017-06-08T10:00:00+08:00",
                MARKUP + REVERSED,
                "新华社北京6月8日电 外交部发言人8日说" + MARKUP + "。\n" + "w".repeat(LONG_WORD) + "\n" + REVERSED);
        byte[] longest = Fixture.record(
                "urn:x:longest",
                "1",
                "2017-06-08T11:00:00+08:00",
                "v".repeat(50) + "\n新华社北京6月8日电 长词：\n" + "w".repeat(50));
        newsroom.publish(
                "urn:x:longest",
                new String(longest, UTF_8)
                        .replace("v".repeat(50), "v".repeat(LONGEST_WORD))
                        .replace("w".repeat(50), "w".repeat(LONGEST_WORD))
                        .getBytes(UTF_8),
                null);
        newsroom.awaitItems(4);
        browser = new Browser(newsroom.address());
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (newsroom != null) {
            newsroom.close();
        }
    }

    @BeforeEach
    void reset() {
        browser.wide();
        browser.choose("zh", "light");
        browser.complaints();
    }

    @Test
    void shouldShowTheNumbersOfTheCountsTopics() {
        browser.open("/now?at=2017-06-09");
        browser.await("document.querySelector('.desks tbody tr')");
        Map<String, Long> shown = new LinkedHashMap<>();
        List<String> names = browser.texts(".desks tbody th");
        List<String> items = browser.texts(".desks .now-count");
        for (int i = 0; i < names.size(); i++) {
            shown.put(names.get(i), Long.valueOf(items.get(i)));
        }
        Map<String, Long> counted = newsroom.counts("desks", "2017-06-09", "items");
        assertThat(counted).hasSizeGreaterThan(3);
        assertThat(shown).containsAllEntriesOf(counted);
        shown.keySet().removeAll(counted.keySet());
        assertThat(shown.values()).containsOnly(0L);

        browser.open("/countries?days=0&sort=mentions");
        Map<String, Long> countries = newsroom.totals("countries", "mentions");
        assertThat(browser.texts(".countries .code")).hasSize(countries.size());
        countries.forEach((name, mentions) -> assertThat(browser.value(
                        "[...document.querySelectorAll('.countries tbody tr')]"
                                + ".find((row) => row.querySelector('th a').textContent === arguments[0])"
                                + ".querySelector('td.col-mentions').textContent.replace(/,/g, '')",
                        name))
                .isEqualTo(String.valueOf(mentions)));
    }

    @Test
    void shouldFollowACorrectionWithoutBeingLoadedAgain() {
        String id = "urn:x:live";
        newsroom.send(id, 1, "2017-06-09T11:00:00+08:00", "游泳比赛开赛", "新华社北京6月9日电 全国游泳比赛9日开赛，运动员争夺冠军。");
        browser.open("/now?at=2017-06-09");
        browser.await("document.querySelector('.arrivals').textContent.includes('游泳比赛开赛')");
        browser.await(
                deskShows(),
                "体育",
                newsroom.counts("desks", "2017-06-09", "items").getOrDefault("体育", 0L));
        long before = newsroom.counts("desks", "2017-06-09", "items").get("体育");
        browser.script("window.stillHere = true");

        newsroom.send(id, 2, "2017-06-09T11:00:00+08:00", "央行公布外汇储备", "新华社北京6月9日电 中国人民银行9日公布外汇储备规模，货币市场利率平稳。");

        browser.await("document.querySelector('.arrivals').textContent.includes('央行公布外汇储备')");
        browser.await(deskShows(), "体育", before - 1);
        assertThat(browser.value("window.stillHere")).isEqualTo(true);
        assertThat(newsroom.counts("desks", "2017-06-09", "items").getOrDefault("体育", 0L))
                .isEqualTo(before - 1);

        browser.open("/item?id=" + id + "&against=1");
        browser.await("document.querySelector('.compare ins') && document.querySelector('.compare del')");
        assertThat(browser.texts(".compare")).first().asString().contains("游泳", "外汇储备");
    }

    @Test
    void shouldNotHoldARunningDayAgainstWholeDays() {
        LocalDate today = LocalDate.now(ItemTime.WIRE_ZONE);
        List<String> ids = List.of("urn:x:day:1", "urn:x:day:2", "urn:x:day:3");
        for (String id : ids) {
            LocalDate day = id.equals(ids.get(0)) ? today : today.minusDays(1);
            newsroom.send(id, 1, day + "T00:00:00+08:00", "会谈", "新华社北京电 中国和日本外长举行会谈。");
        }
        browser.open("/now?at=" + today);
        browser.await("document.querySelector('h1').textContent.endsWith('收稿 1 条，平日全天 2 条。')");
        browser.open("/now?at=" + today.minusDays(1));
        browser.await("document.querySelector('h1').textContent.endsWith('收稿 2 条。')");
        ids.forEach(newsroom::withdraw);
        browser.open("/now");
        browser.await("document.querySelector('.now-head time').getAttribute('datetime') === '2017-06-09'");
    }

    private static String deskShows() {
        return "[...document.querySelectorAll('.desks tbody tr')]"
                + ".find((row) => row.querySelector('th').textContent === arguments[0])"
                + "?.querySelector('.now-count').textContent === String(arguments[1])";
    }

    @Test
    void shouldKeepFiltersInTheAddress() {
        browser.open("/wire");
        browser.await("document.querySelector('.facet-desk input')");
        browser.find(".facet-desk input[value=sport]").click();
        browser.await("location.search === '?desk=sport' && document.querySelector('.chips')");
        browser.find(".facet-agency input").click();
        browser.await("document.querySelectorAll('.chips li').length === 3");
        String address = browser.address();
        List<String> before = browser.texts(".item-list .headline");

        browser.reload();

        assertThat(browser.address()).isEqualTo(address).contains("desk=sport", "agency=");
        assertThat(browser.find(".facet-desk input[value=sport]").isSelected()).isTrue();
        assertThat(browser.texts(".item-list .headline")).isEqualTo(before).isNotEmpty();

        browser.back();
        browser.await("location.search === '?desk=sport'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/wire", "/item?id=urn:x:hostile", "/now?at=2017-06-08"})
    void shouldShowHostileWireAsText(String address) {
        browser.narrow();
        browser.open(address);
        browser.await("document.querySelector('main').textContent.includes(arguments[0])", MARKUP);
        assertThat(browser.value("[...document.querySelectorAll('main *')].filter((one) => [...one.childNodes]"
                        + ".some((node) => node.nodeType === 3 && node.data.includes('\\u202e')))"
                        + ".every((one) => one.closest('bdi, [dir=auto]') !== null)"))
                .as("what writes from right to left is isolated")
                .isEqualTo(true);
        shouldBeTextThatDoesNotWidenThePage();
    }

    @Test
    void shouldShowAWordOfAHundredKilobytesAsText() {
        browser.narrow();
        browser.open("/item?id=urn:x:longest");
        assertThat(browser.value("document.querySelector('h1').textContent.length"))
                .isEqualTo((long) LONGEST_WORD);
        browser.await(
                "[...document.querySelectorAll('.para p')].some((p) => p.textContent === 'w'.repeat(arguments[0]))",
                LONGEST_WORD);
        for (String address : List.of("/item?id=urn:x:longest", "/wire", "/now?at=2017-06-08")) {
            browser.open(address);
            assertThat((Long) browser.value("document.documentElement.scrollWidth"))
                    .as(address)
                    .isLessThanOrEqualTo((Long) browser.value("window.innerWidth"));
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldSayItselfThatStoriesWereInvented() {
        String id = Dashboard.INVENTED + "test:1";
        browser.open("/wire");
        assertThat(browser.texts(".invented")).isEmpty();
        newsroom.publish(
                id,
                Fixture.record(id, "1", "2017-06-09T12:00:00+08:00", "虚构的演习\n新华社塔什干6月9日电 独联体成员国主管机关联合反恐演习9日在塔什干举行。"),
                null);
        browser.await("document.querySelector('.invented')");
        assertThat(browser.find(".invented").getText()).contains("1 条", "并未发生");
        browser.await("[...document.querySelectorAll('.from')].some((from) => from.textContent.includes('虚构'))");
        browser.open("/item?id=" + id);
        assertThat(browser.texts(".flag")).contains("虚构");
        browser.open("/now?at=2017-06-09");
        browser.await("document.querySelector('.diary-list li')");
        assertThat(browser.texts(".diary-list li"))
                .filteredOn(event -> event.contains("反恐演习"))
                .hasSize(1)
                .first()
                .asString()
                .contains("虚构");
        newsroom.publish(id, null, null);
        browser.open("/countries");
        browser.await("!document.querySelector('.invented')");
    }

    @ParameterizedTest
    @CsvSource({"zh, light", "en, dark"})
    void shouldBeReadableForEverybody(String language, String theme) {
        browser.choose(language, theme);
        for (String address : ADDRESSES) {
            browser.open(address);
            assertThat(browser.value("document.documentElement.dataset.theme")).isEqualTo(theme);
            assertThat(browser.accessibilityViolations()).as(address).isEmpty();
            browser.narrow();
            assertThat(browser.accessibilityViolations())
                    .as(address + " narrow")
                    .isEmpty();
            assertThat((Long) browser.value("document.documentElement.scrollWidth"))
                    .as(address + " narrow")
                    .isLessThanOrEqualTo((Long) browser.value("window.innerWidth"));
            browser.wide();
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldBeReachableByKeyboard() {
        browser.open("/item?id=" + CORRECTED);
        browser.await("document.querySelector('.margin button')");
        browser.press(Keys.TAB);
        assertThat(browser.value("document.activeElement.className")).isEqualTo("skip");
        browser.press(Keys.ENTER);
        browser.await("location.hash === '#main'");
        for (int i = 0; i < 40 && browser.value("document.activeElement.closest('.margin')") == null; i++) {
            browser.press(Keys.TAB);
        }
        assertThat(browser.texts(".tip")).hasSize(1).first().asString().contains("依据");
        assertThat(browser.texts(".para .lit")).isNotEmpty();
        browser.press(Keys.ESCAPE);
        assertThat(browser.texts(".tip")).isEmpty();
    }

    @Test
    void shouldSpeakBothLanguages() {
        browser.open("/now");
        assertThat(browser.texts(".views a")).containsExactly("今日", "稿件", "国别地区", "流水线");
        browser.choose("en", "light");
        browser.open("/now");
        assertThat(browser.texts(".views a")).containsExactly("Now", "Wire", "Countries", "Pipeline");
        assertThat(browser.messageKeys("zh")).isEqualTo(browser.messageKeys("en"));
    }

    @Test
    void shouldShowTimesInTheChosenZone() {
        browser.open("/wire?desk=sport");
        assertThat(browser.texts(".item-row time")).contains("06-09 10:00");
        browser.script("const zone = document.querySelector('.tools select'); zone.value = 'UTC';"
                + "zone.dispatchEvent(new Event('change', {bubbles: true}))");
        browser.await(
                "[...document.querySelectorAll('.item-row time')].some((time) => time.textContent === '06-09 02:00')");
    }

    @Test
    void shouldShowWhatThePipelineRefused() {
        newsroom.sendRaw("{\"uri\":");
        browser.open("/pipeline");
        browser.await("document.querySelector('.last-error .message')?.textContent.includes('JSON')");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void shouldShowWhyAWordOfAHundredKilobytesWasRefused(int width) {
        newsroom.send(
                "urn:x:refused",
                1,
                "2017-06-08T12:00:00+08:00",
                "长词",
                "新华社北京6月8日电 长词：\n" + MARKUP + "w".repeat(LONGEST_WORD));
        narrow(width);
        browser.open("/pipeline");
        browser.await("document.querySelector('.last-error .message')?.textContent.includes('limit of 20000')");
        shouldBeTextThatDoesNotWidenThePage();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void shouldShowHostileDeadLettersAsText(int width) {
        newsroom.deadLetter(MARKUP, MARKUP + REVERSED + "w".repeat(LONGEST_WORD));
        narrow(width);
        browser.open("/pipeline");
        browser.await("document.querySelector('.last-error .message')?.textContent.includes(arguments[0])", MARKUP);
        assertThat(browser.texts(".ranked.mono bdi")).contains(MARKUP);
        assertThat(browser.find("main").getText()).doesNotContain("undefined");
        shouldBeTextThatDoesNotWidenThePage();
    }

    private static void narrow(int width) {
        if (width < 1280) {
            browser.narrow();
        }
    }

    private static void shouldBeTextThatDoesNotWidenThePage() {
        assertThat(browser.value("document.querySelectorAll('main script, main img').length"))
                .isEqualTo(0L);
        assertThat(browser.value("window.harm")).isNull();
        assertThat((Long) browser.value("document.documentElement.scrollWidth"))
                .as("long words do not widen the page")
                .isLessThanOrEqualTo((Long) browser.value("window.innerWidth"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void shouldAskForTheTokenOfAGuardedDashboard() throws Exception {
        try (Dashboard guarded = newsroom.another(Map.of("dashboard.token", "a-long-secret"));
                Browser other = new Browser(guarded.url().replaceAll("/$", ""))) {
            other.choose("zh", "light");
            other.open("/wire");
            other.await("document.querySelector('.token input')");
            assertThat(other.texts(".item-row")).isEmpty();
            assertThat(other.texts(".trouble")).isEmpty();
            other.find(".token input").sendKeys("another", Keys.ENTER);
            other.await("document.querySelector('.token .trouble')");
            other.find(".token input").clear();
            other.find(".token input").sendKeys("a-long-secret", Keys.ENTER);
            other.await("document.querySelector('.item-row') && document.querySelector('.live-live')");
            other.open("/item?id=" + CORRECTED);
            other.find("a[data-file='item.json']").click();
            assertThat(other.downloaded("item.json")).contains(CORRECTED, "\"enrichment\"");

            other.script("sessionStorage.setItem('wirestream.token', 'no longer')");
            other.find("a[data-file='item.json']").click();
            other.await("document.querySelector('.token .trouble')");
            assertThat(other.texts("main > .trouble"))
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("item.json");
            other.find(".token input").sendKeys("a-long-secret", Keys.ENTER);
            other.await("document.querySelector('.item-head') && document.querySelector('.live-live')");
            assertThat(other.texts("main > .trouble")).isEmpty();

            other.script("window.fetch = () => Promise.reject(new TypeError('nobody answers'))");
            other.find("a[data-file='item.json']").click();
            other.await("document.querySelector('main > .trouble')?.textContent.includes('没有应答')");
        }
    }
}
