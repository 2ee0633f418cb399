package org.wirestream.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same story sent again is the same item; a repeat has the same digest, a changed text another. */
class IdentityTest {
    private static final String STORY = "两国签署文件\n新华社开罗5月7日电（记者林远舟）两国7日签署文件。";
    private static final Instant RECEIVED = Instant.parse("2026-03-05T00:00:00Z");

    @Test
    void shouldDeriveAnIdFromAgencyDateAndHeadline() {
        assertThat(Wires.parse(STORY).id()).matches("urn:wire:xinhua:2026-05-07:[0-9a-f]{16}");
        assertThat(Wires.parse("两国签署文件\n没有日期的消息。").id()).matches("urn:wire:unknown:undated:[0-9a-f]{16}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "（更正）两国签署文件\n新华社开罗5月7日电（记者何一帆）两国7日签署三份文件。",
                "撤稿：两国签署文件\n新华社开罗5月7日电 请勿采用。",
                "撤稿通知\n两国签署文件\n新华社开罗5月7日电 请勿采用。",
                "（国际）两国签署文件\n新华社开罗5月7日电 两国7日签署文件。",
                "两国 签署\u200B文件！\n新华社开罗5月7日电 两国7日签署文件。",
                "兩國簽署文件\n新華社開羅5月7日電 兩國7日簽署文件。",
                "新华社开罗5月7日电 题：两国签署文件\n两国7日签署文件。",
            })
    void shouldGiveLaterVersionsTheSameId(String text) {
        assertThat(Wires.parse(text).id()).isEqualTo(Wires.parse(STORY).id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "两国签署协议\n新华社开罗5月7日电 两国7日签署文件。",
                "两国签署文件\n新华社开罗5月8日电 两国7日签署文件。",
                "两国签署文件\n中新社开罗5月7日电 两国7日签署文件。",
            })
    void shouldGiveOtherStoriesOtherIds(String text) {
        assertThat(Wires.parse(text).id()).isNotEqualTo(Wires.parse(STORY).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "urn:newsml:example.com:20260305:42|urn:newsml:example.com:20260305:42",
                "https://example.com/a?b=c|https://example.com/a?b=c",
                "42|urn:wire:key:42",
                "urn:x:稿2|urn:x:%E7%A8%BF2",
                "https://example.com/稿?a=b#c|https://example.com/%E7%A8%BF?a=b#c",
                "urn:x:[7]|urn:x:%5B7%5D",
                "稿 1/2|urn:wire:key:%E7%A8%BF%201%2F2",
                "a_b-c.d~e|urn:wire:key:a_b-c.d~e",
            })
    void shouldKeepTheFeedsId(String given, String id) {
        assertThat(Wires.parse(STORY, new Feed(given, null, null, null, RECEIVED))
                        .id())
                .isEqualTo(id);
    }

    @Test
    void shouldDeriveAnIdWhenTheFeedsIsBlank() {
        assertThat(Wires.parse(STORY, new Feed(" ", null, null, null, RECEIVED)).id())
                .isEqualTo(Wires.parse(STORY).id());
    }

    @Test
    void shouldCancelAWithdrawnItemUnlessTheFeedKnowsBetter() {
        String text = "撤稿：两国签署文件\n新华社开罗5月7日电 请勿采用。";
        assertThat(Wires.parse(STORY).status()).isEqualTo(PubStatus.USABLE);
        assertThat(Wires.parse(text).status()).isEqualTo(PubStatus.CANCELED);
        assertThat(Wires.parse(text, new Feed(null, null, null, PubStatus.WITHHELD, RECEIVED))
                        .status())
                .isEqualTo(PubStatus.WITHHELD);
    }

    @Test
    void shouldGiveARepeatTheSameDigestWhateverItsEncoding() throws MalformedWireException {
        WireParser parser = new WireParser(Limits.DEFAULT);
        String digest =
                parser.parse(STORY.getBytes(StandardCharsets.UTF_8), Wires.FEED).digest();
        assertThat(digest).matches("[0-9a-f]{64}");
        assertThat(parser.parse(STORY.getBytes(Charset.forName("GB18030")), Wires.FEED)
                        .digest())
                .isEqualTo(digest);
        assertThat(parser.parse(STORY.replace("\n", "\r\n\r\n").getBytes(StandardCharsets.UTF_8), Wires.FEED)
                        .digest())
                .isEqualTo(digest);
        assertThat(parser.parse("\uFEFF" + STORY, Feed.silent(Instant.EPOCH)).digest())
                .isEqualTo(digest);
    }

    @Test
    void shouldGiveChangedContentAnotherDigest() {
        String digest = Wires.parse(STORY).digest();
        assertThat(Wires.parse(STORY + "又讯。").digest()).isNotEqualTo(digest);
        assertThat(Wires.parse(STORY, new Feed(null, null, null, PubStatus.CANCELED, RECEIVED))
                        .digest())
                .isNotEqualTo(digest);
        assertThat(Wires.parse(STORY, new Feed(null, null, RECEIVED.atOffset(java.time.ZoneOffset.UTC), null, RECEIVED))
                        .digest())
                .isNotEqualTo(digest);
    }
}
