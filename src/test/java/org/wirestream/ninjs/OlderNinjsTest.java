package org.wirestream.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.RawDecoder;
import org.wirestream.document.EnrichedItem;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;
import org.wirestream.wire.PubStatus;

/** ninjs of before 3.0, for systems that read nothing newer. */
class OlderNinjsTest {
    private static final Enricher ENRICHER = Enricher.load(Engine.FAST);
    private static final NinjsWriter WRITER = new NinjsWriter(ENRICHER.vocabulary());
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String VISIT = "法国总统访问葡萄牙\n新华社里斯本2026年3月1日电（记者李明） 法国总统马克龙1日在里斯本会见客人，<b>强调</b>合作 & 交流。\n第二段。";

    private static EnrichedItem item(String raw, PubStatus status) throws Exception {
        Feed feed = new Feed(null, null, null, status, Instant.parse("2026-03-02T04:00:00Z"));
        return ENRICHER.enrich(
                new RawDecoder(Limits.DEFAULT).decode(raw.getBytes(StandardCharsets.UTF_8), null, feed), "2");
    }

    @Test
    void shouldWriteTheSeedAsTheOfficialSchemasAsk() throws Exception {
        EnrichedItem seed = item(Files.readString(Path.of("seeds/sco-astana-2017-communique.txt")), null);
        assertThat(Schemas.ninjs1Errors(WRITER.ninjs1(seed))).isEmpty();
        assertThat(Schemas.ninjs2Errors(WRITER.ninjs2(seed))).isEmpty();
        assertThat(Schemas.ninjs1Errors(WRITER.ninjs(seed))).as("3.2 is no 1.6").isNotEmpty();
        assertThat(Schemas.ninjs2Errors(WRITER.ninjs(seed))).as("3.2 is no 2.2").isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellTheStatus(PubStatus status) throws Exception {
        EnrichedItem item = item(VISIT, status);
        for (byte[] json : new byte[][] {WRITER.ninjs1(item), WRITER.ninjs2(item)}) {
            assertThat(MAPPER.readTree(json).path("pubstatus").asText()).isEqualTo(status.ninjs());
        }
        assertThat(Schemas.ninjs1Errors(WRITER.ninjs1(item))).isEmpty();
        assertThat(Schemas.ninjs2Errors(WRITER.ninjs2(item))).isEmpty();
    }

    @Test
    void shouldWriteAWithdrawalWithoutText() throws Exception {
        EnrichedItem item = item("{\"uri\":\"urn:x:gone\",\"pubStatus\":\"canceled\"}", null);
        assertThat(Schemas.ninjs1Errors(WRITER.ninjs1(item))).isEmpty();
        assertThat(Schemas.ninjs2Errors(WRITER.ninjs2(item))).isEmpty();
        assertThat(MAPPER.readTree(WRITER.ninjs1(item)).has("body_text")).isFalse();
    }

    /** Superdesk's parser: {@code superdesk/io/feed_parsers/ninjs.py}. */
    @Test
    void shouldWriteVersionOneAsSuperdeskTakesIt() throws Exception {
        JsonNode json = MAPPER.readTree(WRITER.ninjs1(item(VISIT, null)));
        assertThat(json.path("type").asText()).isEqualTo("text");
        assertThat(json.path("versioncreated").asText()).isEqualTo("2026-02-28T16:00:00Z");
        assertThat(json.path("headline").asText()).isEqualTo("法国总统访问葡萄牙");
        assertThat(json.path("byline").asText()).isEqualTo("李明");
        assertThat(json.path("located").asText()).isEqualTo("里斯本");
        assertThat(json.path("body_html").asText())
                .startsWith("<p>新华社里斯本")
                .endsWith("<p>第二段。</p>")
                .contains("&lt;b&gt;强调&lt;/b&gt;合作 &amp; 交流")
                .doesNotContain("法国总统访问葡萄牙");
        assertThat(json.has("associations")).isFalse();
        assertThat(json.has("profile")).isFalse();
        assertThat(json.path("subject")).isNotEmpty().allSatisfy(subject -> {
            assertThat(subject.path("scheme").asText()).isEqualTo("http://cv.iptc.org/newscodes/mediatopic/");
            assertThat(subject.path("code").asText()).matches("[0-9]{8}");
            assertThat(subject.path("name").asText()).isNotEmpty();
        });
        assertThat(json.path("place")).anySatisfy(place -> {
            assertThat(place.path("name").asText()).isEqualTo("法国");
            assertThat(place.path("scheme").asText() + place.path("code").asText())
                    .isEqualTo("http://cvx.iptc.org/iso3166-1a2/fr");
        });
    }

    @Test
    void shouldBeReadableAgain() throws Exception {
        EnrichedItem item = item(VISIT, null);
        NinjsReader reader = new NinjsReader();
        assertThat(reader.read(WRITER.ninjs1(item)).headline()).isEqualTo("法国总统访问葡萄牙");
        assertThat(reader.read(WRITER.ninjs1(item)).uri())
                .isEqualTo(reader.read(WRITER.ninjs2(item)).uri());
        assertThat(reader.read(WRITER.ninjs2(item)).body())
                .isEqualTo(reader.read(WRITER.ninjs(item)).body());
    }
}
