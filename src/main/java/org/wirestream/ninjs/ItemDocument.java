package org.wirestream.ninjs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One version's item, written as plain ninjs and with the {@code enrichment} object. For one thread. */
public final class ItemDocument {
    private final ObjectNode ninjs;
    private final ObjectNode enrichment;

    ItemDocument(ObjectNode ninjs, ObjectNode enrichment) {
        this.ninjs = ninjs;
        this.enrichment = enrichment;
    }

    /** Plain ninjs, which the official schema accepts. */
    public byte[] ninjs() {
        return bytes(ninjs);
    }

    /** The same with the {@code enrichment} object. */
    public byte[] enriched() {
        ObjectNode json = NinjsWriter.MAPPER.createObjectNode();
        json.setAll(ninjs);
        ObjectNode standard = json.putObject("standard");
        standard.put("name", "wirestream-enriched-item");
        standard.put("version", "1");
        json.set("enrichment", enrichment);
        return bytes(json);
    }

    static byte[] bytes(ObjectNode json) {
        try {
            return NinjsWriter.MAPPER.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree always serialises", e);
        }
    }
}
