package org.wirestream.ninjs;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The official ninjs schemas and Wirestream's own, offline. */
public final class Schemas {
    private static final String NINJS = "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json";
    private static final String NINJS_2 = "http://www.iptc.org/std/ninjs/ninjs-schema_2.2.json";
    private static final String NINJS_1 = "http://www.iptc.org/std/ninjs/ninjs-schema_1.6.json";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of(
                    NINJS,
                    read("ninjs-schema_3.2.json"),
                    NINJS_2,
                    read("ninjs-schema_2.2.json"),
                    NINJS_1,
                    read("ninjs-schema_1.6.json"),
                    "https://geojson.org/schema/GeoJSON.json",
                    read("geojson.org-GeoJSON.json"),
                    "urn:wirestream:schema:enriched-item:1",
                    read("enriched-item.schema.json"),
                    "urn:wirestream:schema:paragraph:1",
                    read("paragraph.schema.json"))));

    private Schemas() {}

    /** What the official ninjs 3.2 schema says against a document. */
    public static List<String> ninjsErrors(byte[] json) {
        return errors(NINJS, json);
    }

    /** What the official ninjs 2.2 schema says against a document. */
    public static List<String> ninjs2Errors(byte[] json) {
        return errors(NINJS_2, json);
    }

    /** What the official ninjs 1.6 schema says against a document. */
    public static List<String> ninjs1Errors(byte[] json) {
        return errors(NINJS_1, json);
    }

    /** What the enriched item's schema says against a document. */
    public static List<String> enrichedErrors(byte[] json) {
        return errors("urn:wirestream:schema:enriched-item:1", json);
    }

    /** What the paragraph record's schema says against a document. */
    public static List<String> paragraphErrors(byte[] json) {
        return errors("urn:wirestream:schema:paragraph:1", json);
    }

    private static List<String> errors(String schema, byte[] json) {
        Schema compiled = REGISTRY.getSchema(SchemaLocation.of(schema));
        return compiled
                .validate(
                        new String(json, StandardCharsets.UTF_8),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static String read(String name) {
        try (InputStream in = Schemas.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
