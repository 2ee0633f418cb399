package org.wirestream.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The topics' document as a contract: what it promises, and whether a record keeps it. */
public final class AsyncApi {
    private static final String FOLDER = "/org/wirestream/contract/";
    private static final String ID = "urn:wirestream:asyncapi";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonNode written;
    private final JsonNode document;
    private final SchemaRegistry registry;

    private AsyncApi(JsonNode written, JsonNode document, SchemaRegistry registry) {
        this.written = written;
        this.document = document;
        this.registry = registry;
    }

    /** Reads the document and every schema that it refers to; fails when one is not there. */
    public static AsyncApi load() {
        JsonNode written = MAPPER.valueToTree(
                new Load(LoadSettings.builder().build()).loadFromString(read(FOLDER + "asyncapi.yaml")));
        Map<String, String> schemas = new HashMap<>();
        schemas.put(
                "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json",
                read("/org/wirestream/ninjs/ninjs-schema_3.2.json"));
        schemas.put("https://geojson.org/schema/GeoJSON.json", read("/org/wirestream/ninjs/geojson.org-GeoJSON.json"));
        ObjectNode document = (ObjectNode) resolved(written, schemas);
        document.remove("id");
        document.put("$id", ID);
        schemas.put(ID, document.toString());
        return new AsyncApi(
                written,
                document,
                SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(schemas)));
    }

    /** References to files as references to the ids of their schemas, which are added to those known. */
    private static JsonNode resolved(JsonNode node, Map<String, String> schemas) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = MAPPER.createArrayNode();
            array.forEach(each -> copy.add(resolved(each, schemas)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = MAPPER.createObjectNode();
        object.properties().forEach(property -> {
            String text = property.getValue().asText();
            boolean isFile = property.getKey().equals("$ref") && !text.startsWith("#") && !text.startsWith("http");
            copy.set(
                    property.getKey(),
                    isFile ? TextNode.valueOf(known(text, schemas)) : resolved(property.getValue(), schemas));
        });
        return copy;
    }

    private static String known(String file, Map<String, String> schemas) {
        String[] parts = file.split("#", 2);
        String schema = read(URI.create(FOLDER).resolve(parts[0]).toString());
        String id = tree(schema).path("$id").asText();
        schemas.put(id, schema);
        return parts.length == 1 ? id : id + "#" + parts[1];
    }

    /** The document as it is written. */
    JsonNode written() {
        return written;
    }

    /** What the official schema of AsyncAPI says against the document. */
    List<String> documentErrors() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(read(FOLDER + "asyncapi-3.0.0.schema.json"))
                .validate(written.toString(), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** The channel of each topic, addresses with parameters written out. */
    Map<String, String> channelsByTopic() {
        Map<String, String> topics = new TreeMap<>();
        document.path("channels").properties().forEach(channel -> {
            List<String> addresses = List.of(channel.getValue().path("address").asText());
            for (Map.Entry<String, JsonNode> parameter :
                    channel.getValue().path("parameters").properties()) {
                addresses = addresses.stream()
                        .flatMap(address -> values(parameter.getValue()).stream()
                                .map(value -> address.replace("{" + parameter.getKey() + "}", value)))
                        .toList();
            }
            addresses.forEach(address -> topics.put(address, channel.getKey()));
        });
        return topics;
    }

    private static List<String> values(JsonNode parameter) {
        List<String> values = new ArrayList<>();
        parameter.path("enum").forEach(value -> values.add(value.asText()));
        return values;
    }

    /** The names of the messages that a channel carries. */
    public List<String> messages(String channel) {
        List<String> names = new ArrayList<>();
        document.path("channels").path(channel).path("messages").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The channel that carries a topic. */
    public String channel(String topic) {
        String channel = channelsByTopic().get(topic);
        if (channel == null) {
            throw new AssertionError("no channel for topic " + topic);
        }
        return channel;
    }

    /** A message by its name. */
    public JsonNode message(String name) {
        return document.path("components").path("messages").path(name);
    }

    /** What is wrong with a value as the payload of a message; the value is JSON. */
    public List<String> payloadErrors(String message, String json) {
        String payload = "/components/messages/" + message + "/payload";
        return errors(message(message).path("payload").has("schemaFormat") ? payload + "/schema" : payload, json);
    }

    /** What is wrong with the headers of a message; every one must be named in the document. */
    public List<String> headerErrors(String message, Map<String, String> headers) {
        List<String> errors = new ArrayList<>();
        JsonNode schema = message(message).path("headers");
        if (!schema.isMissingNode()) {
            errors.addAll(errors(
                    "/components/messages/" + message + "/headers",
                    tree(headers).toString()));
        }
        List<String> named = new ArrayList<>();
        headerNames(schema, named);
        headers.keySet().stream()
                .filter(header -> !named.contains(header))
                .forEach(header -> errors.add("header %s is not documented".formatted(header)));
        return errors;
    }

    private void headerNames(JsonNode schema, List<String> names) {
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        schema.path("allOf").forEach(part -> headerNames(part, names));
        if (schema.has("$ref")) {
            headerNames(document.at(schema.path("$ref").asText().substring(1)), names);
        }
    }

    /** What is wrong with the key of a message. */
    public List<String> keyErrors(String message, String key) {
        JsonNode schema = message(message).path("bindings").path("kafka").path("key");
        boolean isJson = schema.toString().contains("schema:count");
        return errors(
                "/components/messages/" + message + "/bindings/kafka/key",
                isJson ? key : TextNode.valueOf(key).toString());
    }

    private List<String> errors(String pointer, String json) {
        return registry
                .getSchema(SchemaLocation.of(ID + "#" + pointer))
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static JsonNode tree(Map<String, String> values) {
        return MAPPER.valueToTree(values);
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String resource) {
        try (InputStream in = AsyncApi.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("the document refers to " + resource + ", which is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
