package org.wirestream.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirestream.deploy.DeployedFiles.DEPLOY;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The compose file and the manifests, held against the schemas of those who read them. */
class DeploymentSchemaTest {
    private static final String COMPOSE = "urn:schema:compose";
    private static final String KUBERNETES = "urn:schema:kubernetes";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_7,
            builder -> builder.schemas(
                    Map.of(COMPOSE, schema("compose-spec.schema.json"), KUBERNETES, schema("kubernetes.schema.json"))));

    private static String schema(String name) {
        try (InputStream in = DeploymentSchemaTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> errors(String schema, JsonNode document) {
        return REGISTRY.getSchema(SchemaLocation.of(schema)).validate(document.toString(), InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** What Kubernetes says against a manifest; one of no group is of {@code core}. */
    private static List<String> manifestErrors(JsonNode manifest) {
        String version = manifest.path("apiVersion").asText();
        String group = version.contains("/") ? version : "core/" + version;
        String kind = "io.k8s.api." + group.replace('/', '.') + "."
                + manifest.path("kind").asText();
        return errors(KUBERNETES + "#/definitions/" + kind, manifest);
    }

    private static List<JsonNode> manifests() {
        return DeployedFiles.manifests().stream()
                .filter(manifest -> !manifest.path("kind").asText().equals("Kustomization"))
                .toList();
    }

    @Test
    void shouldBeAComposeFile() {
        assertThat(errors(COMPOSE, DeployedFiles.compose())).isEmpty();
    }

    @Test
    void shouldSeeAWrongWordInAComposeFile() {
        ObjectNode compose = (ObjectNode) DeployedFiles.compose();
        ((ObjectNode) compose.path("services").path("pipeline")).put("memory_limit", "2g");
        assertThat(errors(COMPOSE, compose)).singleElement().asString().contains("memory_limit");
    }

    @Test
    void shouldBeManifestsOfKubernetes() {
        assertThat(manifests())
                .hasSize(9)
                .allSatisfy(manifest -> assertThat(manifestErrors(manifest))
                        .as(manifest.path("metadata").path("name").asText())
                        .isEmpty());
    }

    @Test
    void shouldSeeAWrongWordAndAWrongTypeInAManifest() {
        JsonNode set = DeployedFiles.manifests("StatefulSet").get(0);
        JsonNode pod = set.path("spec").path("template").path("spec");
        ((ObjectNode) pod.path("containers").get(0).path("securityContext")).put("readOnlyRootFileSystem", true);
        ((ObjectNode) pod.path("securityContext")).put("runAsNonRoot", "yes");
        assertThat(manifestErrors(set))
                .hasSize(2)
                .anyMatch(error -> error.contains("readOnlyRootFileSystem"))
                .anyMatch(error -> error.contains("runAsNonRoot"));
    }

    @Test
    void shouldApplyEveryManifest() throws IOException {
        JsonNode resources = DeployedFiles.manifests("Kustomization").get(0).path("resources");
        try (Stream<String> files = Files.list(DEPLOY.resolve("kubernetes"))
                .map(file -> file.getFileName().toString())) {
            assertThat(Stream.concat(
                            Stream.of("kustomization.yaml"),
                            resources.valueStream().map(JsonNode::asText)))
                    .containsExactlyInAnyOrderElementsOf(files.toList());
        }
    }
}
