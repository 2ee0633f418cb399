package org.wirestream.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.RawDecoder;
import org.wirestream.time.DateTagger;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.PubStatus;
import org.wirestream.wire.WireItem;
import org.wirestream.wire.WireParser;

/**
 * Whatever bytes come: an item that holds its promises, or {@link MalformedWireException}. In the normal build the inputs of
 * {@code WireFuzzTestInputs} are checked, seeds and what fuzzing found; {@code docs/reliability.md} says how to fuzz.
 */
class WireFuzzTest {
    private static final Feed FEED = Feed.silent(Instant.parse("2026-03-02T04:00:00Z"));

    private final RawDecoder decoder = new RawDecoder(Limits.DEFAULT);
    private final WireParser parser = new WireParser(Limits.DEFAULT);
    private final DateTagger dates = new DateTagger();

    /** Loaded for the one test that needs it. */
    private static final class Loaded {
        private static final Enricher ENRICHER = Enricher.load(Engine.FAST);
        private static final Records RECORDS = new Records(ENRICHER);
    }

    @FuzzTest(maxDuration = "1h")
    @DictionaryEntries({"\u0000", "\uFEFF", "\u0000\u0000\u00FF\u00FF", "{\"uri\":", "快讯", "新华社", "（完）"})
    void shouldDecodeOrRefuseAnyRecord(byte[] value) {
        for (@Nullable String contentType : new @Nullable String[] {null, "text/plain", "application/json"}) {
            Promises.inTime(value.length, () -> {
                WireItem item = decode(value, contentType);
                if (item != null) {
                    Promises.check(item);
                }
            });
        }
    }

    @FuzzTest(maxDuration = "1h")
    @DictionaryEntries({
        "新华社", "电", "（记者", "）", "本报", "中央社", "記者", "（", "）", "【", "】", "更正", "快讯", "撤稿", "题：", "1月5日", "二〇二六年", "来源：",
        "（完）", "\u3000", "\u200B", "\u2028", "／", "：", "摄", "责任编辑"
    })
    void shouldParseOrRefuseAnyText(byte[] value) {
        Promises.inTime(value.length, () -> {
            try {
                WireItem item = parser.parse(value, FEED);
                Promises.check(item);
                Promises.same(item, parser.parse(value, FEED));
            } catch (MalformedWireException e) {
                Promises.check(e);
            }
        });
    }

    @FuzzTest(maxDuration = "1h")
    @DictionaryEntries({
        "年", "月", "日", "号", "至", "到", "—", "～", "、", "二〇一七", "三十一", "去年", "同年", "次日", "当月", "上月", "今天", "下周", "周一",
        "星期", "季度", "上半年", "年代", "世纪", "初", "底", "以来", "《", "》", "29日", "2月", "9999年", "农历", "每年", "第", "个月", "0"
    })
    void shouldFindDatesInAnyText(byte[] value) {
        Promises.inTime(value.length, () -> {
            WireItem item = decode(value, "text/plain");
            if (item != null) {
                Promises.checkDates(item, dates.tag(item));
            }
        });
    }

    @FuzzTest(maxDuration = "1h")
    @DictionaryEntries({
        "\"uri\":",
        "\"version\":",
        "\"versionCreated\":",
        "\"pubStatus\":",
        "\"headlines\":[",
        "\"bodies\":[",
        "\"role\":\"main\"",
        "\"contentType\":\"text/html\"",
        "\"value\":",
        "\"body_text\":",
        "\"body_html\":",
        "\"headline\":",
        "canceled",
        "withheld",
        "2026-01-05T10:20:00+08:00",
        "<p>",
        "</p>",
        "<br>",
        "<script>",
        "<li>",
        "&amp;",
        "\\u0000",
        "\\ud83d",
        "[",
        "]",
        "{",
        "}"
    })
    void shouldReadOrRefuseAnyNinjs(byte[] value) {
        Promises.inTime(value.length, () -> {
            WireItem item = decode(value, "application/ninjs+json");
            if (item != null) {
                Promises.check(item);
                Promises.checkDates(item, dates.tag(item));
            }
        });
    }

    @FuzzTest(maxDuration = "4h")
    @DictionaryEntries({
        "《",
        "》",
        "“",
        "”",
        "（以下简称“",
        "”）",
        "（简称",
        "总统",
        "外长",
        "主席",
        "副",
        "前",
        "兼",
        "、",
        "和",
        "在",
        "举行",
        "会议",
        "第三届",
        "论坛",
        "9日",
        "2017年",
        "说，",
        "表示",
        "强调",
        "：“",
        "据",
        "他",
        "上合组织",
        "中俄",
        "两国",
        "联合国",
        "北京",
        "普京",
        "·",
        "\u200B",
        "\uD83D\uDE00"
    })
    void shouldEnrichAnyItem(byte[] value) {
        Records records = Loaded.RECORDS;
        Promises.inTime(value.length, () -> {
            WireItem item = decode(value, null);
            if (item != null && item.status() != PubStatus.CANCELED) {
                records.check(item);
            }
        });
    }

    /** The item; null when it is refused as it should be. */
    private @Nullable WireItem decode(byte[] value, @Nullable String contentType) {
        try {
            return decoder.decode(value, contentType, FEED);
        } catch (MalformedWireException e) {
            Promises.check(e);
            return null;
        }
    }
}
