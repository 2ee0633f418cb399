package org.wirestream.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirestream.document.EntityType;

class GazetteerFormatTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = GazetteerFormat.class.getResourceAsStream("gazetteer-entry.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static GazetteerEntry read(String json) throws InvalidEntryException {
        return GazetteerFormat.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldReadWhatItWrites() throws Exception {
        GazetteerEntry entry = GazetteerFormat.check(
                "星河研究所", "ORG", "urn:newsroom:org:17", List.of("星河所", "XRI"), "CN", "“新”机构\n二〇二六年设立");

        assertThat(read(GazetteerFormat.write(entry))).isEqualTo(entry);
        assertThat(entry.type()).isEqualTo(EntityType.ORG);
        assertThat(GazetteerFormat.write(GazetteerFormat.check("东方之门", "NONE", null, List.of(), null, null)))
                .isEqualTo("{\"name\":\"东方之门\",\"type\":\"NONE\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"星河研究所\",\"type\":\"ORG\"}",
                "{\"name\":\"王小明\",\"type\":\"PER\",\"identifier\":\"http://www.wikidata.org/entity/Q1\"}",
                "{\"name\":\"东方之门\",\"type\":\"NONE\",\"aliases\":[\"东方门\"],\"note\":\"\"}",
                "{\"name\":\"新 城\",\"type\":\"LOC\",\"country\":\"KZ\"}"
            })
    void shouldTakeWhatTheSchemaTakes(String json) throws Exception {
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(read(json).name()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"ORG\"}|it has no name",
                "{\"name\":\"星\",\"type\":\"ORG\"}|name is '星'",
                "{\"name\":\" 星河\",\"type\":\"ORG\"}|not blank at either end",
                "{\"name\":\"星\\n河\",\"type\":\"ORG\"}|one line",
                "{\"name\":\"星河\"}|it has no type",
                "{\"name\":\"星河\",\"type\":\"org\"}|type is 'org'; allowed is one of PER, LOC",
                "{\"name\":\"星河\",\"type\":\"ORG\",\"identifier\":\"Q42\"}|identifier is 'Q42'; allowed is an absolute URI",
                "{\"name\":\"星河\",\"type\":\"ORG\",\"aliases\":\"星\"}|aliases is no list",
                "{\"name\":\"星河\",\"type\":\"ORG\",\"aliases\":[\"河所\",\"河所\"]}|alias 河所 stands twice",
                "{\"name\":\"星河\",\"type\":\"ORG\",\"country\":\"kz\"}|country is 'kz'",
                "{\"name\":\"星河\",\"type\":\"NONE\",\"country\":\"KZ\"}|neither identifier nor country",
                "{\"name\":\"星河\",\"type\":\"ORG\",\"wikidata\":\"Q42\"}|unknown field wikidata",
                "{\"name\":17,\"type\":\"ORG\"}|name is no text",
                "[]|it is no JSON object"
            })
    void shouldRefuseWhatTheSchemaRefusesAndSayWhy(String json, String why) {
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isNotEmpty();
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidEntryException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"name\":\"a\",\"name\":\"b\"}", "{\"name\":\"星河\",\"type\":\"ORG\"} x"})
    void shouldRefuseWhatIsNoJson(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InvalidEntryException.class);
    }

    @Test
    void shouldRefuseACountryThatDoesNotExistAndAKeyThatIsNotTheName() {
        assertThatThrownBy(() -> GazetteerFormat.check("星河", "LOC", null, List.of(), "ZZ", null))
                .hasMessageContaining("ISO 3166-1");
        assertThatThrownBy(() -> GazetteerFormat.readRecord(
                        "银河".getBytes(StandardCharsets.UTF_8),
                        "{\"name\":\"星河\",\"type\":\"LOC\"}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("key");
    }

    @Test
    void shouldReadTablesAndLinesAndNameEveryLineThatIsWrong() throws Exception {
        String table = "type\tname\taliases\n\nORG\t星河研究所\t星河所| XRI\nNONE\t东方之门\n";
        assertThat(GazetteerFile.read("names.tsv", table))
                .containsExactly(
                        GazetteerFormat.check("星河研究所", "ORG", null, List.of("星河所", "XRI"), null, null),
                        GazetteerFormat.check("东方之门", "NONE", null, List.of(), null, null));
        assertThat(GazetteerFile.read("names.jsonl", "{\"name\":\"星河\",\"type\":\"LOC\"}\n"))
                .hasSize(1);

        assertThatThrownBy(() -> GazetteerFile.read("names.tsv", table + "X\t星\nORG\t东方之门\n"))
                .hasMessageContaining("names.tsv:5: name is '星'")
                .hasMessageContaining("names.tsv:6: 东方之门 stands in line 4 already");
        assertThatThrownBy(() -> GazetteerFile.read("names.tsv", "星河\tORG\n"))
                .hasMessageContaining("names.tsv:1: the first line names the columns");
    }
}
