package org.wirestream.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wirestream.Enricher;
import org.wirestream.document.EnrichedItem;
import org.wirestream.document.EnrichedParagraph;
import org.wirestream.subject.Vocabulary;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;
import org.wirestream.wire.WireParser;

class NinjsWriterTest {
    private static final Enricher ENRICHER = Enricher.load();
    private static final NinjsWriter WRITER = new NinjsWriter(Vocabulary.load());

    private static EnrichedItem seed() throws Exception {
        byte[] text = Files.readAllBytes(Path.of("seeds/sco-astana-2017-communique.txt"));
        return ENRICHER.enrich(
                new WireParser(Limits.DEFAULT).parse(text, Feed.silent(Instant.parse("2026-03-02T04:00:00Z"))), "1");
    }

    @Test
    void shouldWriteRecordsThatTheirSchemasAccept() throws Exception {
        EnrichedItem seed = seed();
        assertThat(Schemas.ninjsErrors(WRITER.ninjs(seed))).isEmpty();
        assertThat(Schemas.enrichedErrors(WRITER.enriched(seed))).isEmpty();
        for (EnrichedParagraph paragraph : seed.paragraphs()) {
            assertThat(Schemas.paragraphErrors(WRITER.paragraph(seed, paragraph)))
                    .isEmpty();
        }
    }

    @Test
    void shouldBeRefusedByTheOfficialSchemaOnlyForTheEnrichment() throws Exception {
        assertThat(Schemas.ninjsErrors(WRITER.enriched(seed()))).isNotEmpty();
    }

    @Test
    void shouldCarryWhatTheSeedSays() throws Exception {
        EnrichedItem seed = seed();
        JsonNode json = JsonMapper.builder().build().readTree(WRITER.enriched(seed));
        assertThat(json.path("located").asText()).isEqualTo("阿斯塔纳");
        assertThat(json.path("versionCreated").asText()).isEqualTo("2017-06-09T00:00:00+08:00");
        assertThat(json.path("associations")).hasSize(51);
        JsonNode enrichment = json.path("enrichment");
        assertThat(enrichment.path("aliases").findValuesAsText("name")).contains("上合组织", "本组织", "地区反恐怖机构");
        assertThat(enrichment.path("roles").size()).isGreaterThan(15);
        assertThat(enrichment.path("datedEvents").size()).isGreaterThanOrEqualTo(28);
        assertThat(enrichment.path("statements").size()).isGreaterThan(30);
        assertThat(enrichment.path("engine").path("name").asText()).startsWith("wirestream/");
        JsonNode mention = enrichment.path("mentions").get(0);
        String text = json.path("associations")
                .get(0)
                .path("bodies")
                .get(0)
                .path("value")
                .asText();
        assertThat(text.substring(
                        mention.path("begin").asInt(), mention.path("end").asInt()))
                .isEqualTo(mention.path("text").asText());
    }

    @Test
    void shouldLinkOrganisationsInTheRecordAndInPlainNinjs() throws Exception {
        EnrichedItem seed = seed();
        JsonNode json = JsonMapper.builder().build().readTree(WRITER.enriched(seed));
        JsonNode ninjs = JsonMapper.builder().build().readTree(WRITER.ninjs(seed));
        assertThat(uri(ninjs.path("organisations"), "literal", "org:上海合作组织"))
                .isEqualTo("http://www.wikidata.org/entity/Q485207");
        assertThat(uri(json.path("enrichment").path("entities"), "id", "org:上海合作组织"))
                .isEqualTo("http://www.wikidata.org/entity/Q485207");
        assertThat(uri(ninjs.path("places"), "literal", "country:KZ")).isEqualTo("http://cvx.iptc.org/iso3166-1a2/kz");
    }

    private static String uri(JsonNode entities, String key, String id) {
        for (JsonNode entity : entities) {
            if (entity.path(key).asText().equals(id)) {
                return entity.path("uri").asText();
            }
        }
        return "no " + id;
    }

    @Test
    void shouldGiveTheSameBytesForTheSameItem() throws Exception {
        assertThat(WRITER.enriched(seed())).isEqualTo(WRITER.enriched(seed()));
    }
}
