package org.wirestream.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.subject.Desks;
import org.wirestream.subject.Vocabulary;

class ItemViewTest {
    private static final Vocabulary VOCABULARY = Vocabulary.load();
    private static final String ITEM = """
            {"uri":"urn:x:1","version":"2","versionCreated":"2026-03-01T00:00:00+08:00","pubStatus":"usable",
             "language":"zh-Hans","copyrightHolder":"新华社","located":"里斯本","by":"李四",
             "headlines":[{"value":"葡萄牙总统会见来宾"}],
             "associations":[
              {"name":"p00","bodies":[{"value":"葡萄牙总统会见来宾"}]},
              {"name":"p01","bodies":[{"value":"科斯塔2月28日在里斯本说,两国签署《合作备忘录》。"}]}],
             "enrichment":{
              "wire":{"signals":["correction"],"headlineMarkers":["国际"],"dateline":{"date":"2026-03-01"}},
              "paragraphs":[
               {"paragraph":"p00","kind":"headline","desks":[],"subjects":[]},
               {"paragraph":"p01","kind":"body","desks":["diplomacy"],"subjects":[{"subject":"diplomacy","confidence":83}]}],
              "entities":[{"id":"per:1","name":"安东尼奥·科斯塔"},{"id":"country:PT","name":"葡萄牙"}],
              "mentions":[
               {"type":"LOC","paragraph":"p00","begin":0,"end":3},
               {"type":"PER","paragraph":"p01","begin":0,"end":3},
               {"type":"LOC","paragraph":"p01","begin":9,"end":12},
               {"type":"DOC","paragraph":"p01","begin":19,"end":24}],
              "dates":[{"paragraph":"p01","begin":3,"end":8,"text":"2月28日","iso":"2026-02-28"}],
              "aliases":[{"entity":"per:1","name":"科斯塔"}],
              "roles":[{"person":"per:1","office":"总统","country":"country:PT"}],
              "datedEvents":[{"name":"合作论坛","when":"2026-05-10","where":"波尔图"}],
              "statements":[{"holder":"科斯塔","verb":"说","direct":false,"paragraph":"p01","begin":14,"end":26}],
              "subjects":[{"subject":"diplomacy","confidence":90}]}}""";

    private static String show(Style style, BiConsumer<ItemView, PrintStream> action) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        action.accept(
                new ItemView(style, VOCABULARY, Desks.load(VOCABULARY)),
                new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String item(Style style, String json) throws Exception {
        var tree = JsonMapper.builder().build().readTree(json);
        return show(style, (view, out) -> view.print(tree, out));
    }

    @Test
    void shouldShowHeadParagraphsAndFindings() throws Exception {
        String rule = "─".repeat(80);
        assertThat(item(new Style(false, 80), ITEM)).isEqualTo("""
                        %s
                        [CORRECTION] [国际] 葡萄牙总统会见来宾
                        新华社 · 里斯本 · 2026-03-01 · 李四
                        urn:x:1 · version 2 · zh-Hans
                        about 外交 90
                        %s
                        p00 headline              [葡萄牙 LOC]总统会见来宾

                        p01 diplomacy 外交        [科斯塔 PER]2月28日在[里斯本 LOC]说,两国签署《[合作备
                            外交 83               忘录 DOC]》。
                        %s
                        dates       2月28日 = 2026-02-28
                        aliases     安东尼奥·科斯塔 = 科斯塔
                        roles       安东尼奥·科斯塔: 葡萄牙 总统
                        events      2026-05-10             合作论坛 @ 波尔图
                        statements  p01  科斯塔 说 › 两国签署《合作备忘录》。
                        """.formatted("━".repeat(80), rule, rule));
    }

    @Test
    void shouldSetDesksAboveTheParagraphOnANarrowScreen() throws Exception {
        assertThat(item(new Style(false, 50), ITEM))
                .contains("\np01 diplomacy 外交 · 外交 83\n[科斯塔 PER]2月28日在[里斯本 LOC]说,两国签署《[合\n作备忘录 DOC]》。\n");
    }

    @Test
    void shouldColourNamesAndDatesByType() throws Exception {
        String text = item(new Style(true, 100), ITEM);
        assertThat(text)
                .contains("\u001B[1;32m科斯塔\u001B[0m\u001B[4m2月28日\u001B[0m在\u001B[36m里斯本\u001B[0m")
                .contains("\u001B[1;31m[CORRECTION]\u001B[0m")
                .doesNotContain("PER]");
    }

    @Test
    void shouldExplainColoursOrBrackets() {
        assertThat(show(new Style(false, 100), ItemView::legend))
                .isEqualTo(
                        "[… PER] person   [… LOC] place   [… ORG] organisation   [… DOC] document   [… EVENT] event\n");
        assertThat(show(new Style(true, 100), ItemView::legend))
                .startsWith("\u001B[1;32mperson\u001B[0m")
                .contains("\u001B[4mdate\u001B[0m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u001b[2J", "\\u009b31m", "\\u202e", "\\u0007", "\\u2028", "\\ud800", "\\u0000"})
    void shouldNeverSendWhatActsOnATerminal(String hostile) throws Exception {
        String shown = item(
                new Style(false, 100),
                ITEM.replace("葡萄牙总统会见来宾", "葡萄牙" + hostile + "会见")
                        .replace("里斯本\"", "里斯本" + hostile + "\"")
                        .replace("urn:x:1", "urn:x:" + hostile)
                        .replace("合作论坛", "合作" + hostile));
        assertThat(shown.codePoints().filter(c -> c != '\n'))
                .noneMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.SURROGATE);
    }

    @Test
    void shouldPassOverSpansThatDoNotFitTheText() throws Exception {
        assertThat(item(new Style(false, 100), ITEM.replace("\"begin\":19,\"end\":24", "\"begin\":19,\"end\":400")))
                .contains("《合作备忘录》。");
    }

    @Test
    void shouldShowARecordOfWhichAlmostEverythingIsMissing() throws Exception {
        assertThat(item(new Style(false, 80), "{\"uri\":\"urn:x:9\",\"version\":\"1\",\"pubStatus\":\"canceled\"}"))
                .contains("[CANCELED]", "urn:x:9");
    }
}
