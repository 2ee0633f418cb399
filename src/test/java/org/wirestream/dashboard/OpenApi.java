package org.wirestream.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The API's document as a contract: what it promises, and whether an answer keeps it. */
final class OpenApi {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;

    private OpenApi(JsonNode document) {
        this.document = document;
    }

    static OpenApi load() {
        String yaml = new String(PageFiles.resource("openapi.yaml"), StandardCharsets.UTF_8);
        return new OpenApi(MAPPER.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml)));
    }

    /** For each path, the names of its query parameters. */
    Map<String, Set<String>> queryParameters() {
        Map<String, Set<String>> paths = new TreeMap<>();
        document.path("paths").properties().forEach(path -> {
            Set<String> names = new HashSet<>();
            for (JsonNode parameter : path.getValue().path("get").path("parameters")) {
                JsonNode resolved = parameter.has("$ref")
                        ? document.at(parameter.path("$ref").asText().substring(1))
                        : parameter;
                if (resolved.path("in").asText().equals("query")) {
                    names.add(resolved.path("name").asText());
                }
            }
            paths.put(path.getKey(), names);
        });
        return paths;
    }

    /** What is wrong with an answer to a path. */
    List<String> errors(String path, int status, String contentType, String json) {
        JsonNode responses = document.path("paths").path(path).path("get").path("responses");
        JsonNode response = responses.has(Integer.toString(status))
                ? responses.path(Integer.toString(status))
                : responses.path("default");
        if (response.has("$ref")) {
            response = document.at(response.path("$ref").asText().substring(1));
        }
        JsonNode schema = response.path("content").path(contentType).path("schema");
        return schema.isMissingNode()
                ? List.of("no %s for %d at %s".formatted(contentType, status, path))
                : validate(schema, json);
    }

    /** What is wrong with the document's own examples. */
    List<String> exampleErrors() {
        List<String> errors = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .path("get")
                        .path("responses")
                        .properties()
                        .forEach(response -> response.getValue()
                                .path("content")
                                .properties()
                                .forEach(content -> {
                                    JsonNode example = content.getValue().path("example");
                                    if (!example.isMissingNode()) {
                                        validate(content.getValue().path("schema"), example.toString())
                                                .forEach(error -> errors.add(path.getKey() + " " + error));
                                    }
                                })));
        return errors;
    }

    private List<String> validate(JsonNode schema, String json) {
        ObjectNode whole = MAPPER.createObjectNode();
        whole.set("allOf", MAPPER.createArrayNode().add(schema));
        whole.set("$defs", closed(document.path("components")).path("schemas"));
        String plain = whole.toString().replace("#/components/schemas/", "#/$defs/");
        return REGISTRY.getSchema(plain).validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** Schemas that take no property but their own, so that an answer cannot say more than the document. */
    private static JsonNode closed(JsonNode components) {
        ObjectNode copy = components.deepCopy();
        Set<String> parts = new HashSet<>();
        copy.findValues("allOf")
                .forEach(all -> all.forEach(part -> parts.add(part.path("$ref").asText())));
        copy.path("schemas").properties().forEach(entry -> {
            ObjectNode schema = (ObjectNode) entry.getValue();
            boolean isPart = parts.contains("#/components/schemas/" + entry.getKey());
            boolean describes = schema.has("properties") || schema.path("allOf") instanceof ArrayNode;
            if (!isPart && describes) {
                schema.put("unevaluatedProperties", false);
            }
        });
        return copy;
    }
}
