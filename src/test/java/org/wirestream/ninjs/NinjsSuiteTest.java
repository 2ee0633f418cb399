package org.wirestream.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.document.EnrichedItem;
import org.wirestream.subject.Vocabulary;

/**
 * IPTC's own test suite for ninjs: the schema as it is used here accepts and refuses what IPTC says it must, and refuses our own records when
 * they are spoiled in the suite's ways.
 */
class NinjsSuiteTest {
    private static final Path SUITE = Path.of("src/test/resources/org/wirestream/ninjs/test_suite");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static Stream<Path> passing() throws IOException {
        return cases("should_pass");
    }

    private static Stream<Path> failing() throws IOException {
        return cases("should_fail");
    }

    private static Stream<Path> cases(String verdict) throws IOException {
        List<Path> cases;
        try (Stream<Path> files = Files.walk(SUITE)) {
            cases = files.filter(file -> file.toString().endsWith(".json")
                            && file.getParent().endsWith(verdict))
                    .sorted()
                    .toList();
        }
        assertThat(cases).isNotEmpty();
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("passing")
    void shouldAccept(Path document) throws IOException {
        assertThat(Schemas.ninjsErrors(Files.readAllBytes(document))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("failing")
    void shouldRefuse(Path document) throws IOException {
        assertThat(Schemas.ninjsErrors(Files.readAllBytes(document))).isNotEmpty();
    }

    @Test
    void shouldRefuseOurOwnRecordsWhenTheyAreSpoiledInTheSuitesWays() throws Exception {
        EnrichedItem item = Enricher.load(Engine.FAST).enrich("标题一则\n新华社巴黎2026年3月1日电 法国总统马克龙1日会见客人。");
        JsonNode ours = MAPPER.readTree(new NinjsWriter(Vocabulary.load()).ninjs(item));
        assertThat(errors(ours, json -> {})).isEmpty();
        assertThat(errors(ours, json -> json.put("newproperty", "at the top"))).isNotEmpty();
        assertThat(errors(ours, json -> json.put("urgency", 99))).isNotEmpty();
        assertThat(errors(ours, json -> ((ObjectNode) json.path("associations").path(0)).remove("name")))
                .isNotEmpty();
        assertThat(errors(ours, json -> json.put("versionCreated", "2026-03"))).isNotEmpty();
        assertThat(errors(
                        ours,
                        json -> ((ArrayNode) json.path("places")).addObject().put("geoJSON", "here")))
                .isNotEmpty();
    }

    private static List<String> errors(JsonNode document, Consumer<ObjectNode> spoil) throws IOException {
        ObjectNode copy = document.deepCopy();
        spoil.accept(copy);
        return Schemas.ninjsErrors(MAPPER.writeValueAsBytes(copy));
    }
}
