package org.wirestream.stream;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.wirestream.wire.Sha256;

/**
 * Describes output records as CloudEvents 1.0 in Kafka's binary content mode: attributes are headers with the prefix {@code ce_}, and a
 * record without a value is an event without data.
 *
 * <p>The headers depend on the record alone: the same version of an item by the same engine gives the same headers, whenever it is made.
 * Counts are rows of a table and no events: how often one is told depends on commits, so that nothing could name each time.
 */
final class CloudEvents {
    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    static final String ITEM_VERSION = "ce_itemversion";

    /** Hexadecimal digits of a digest that name an event: enough that no two ever meet. */
    private static final int ID_DIGITS = 32;

    private final String source;

    /** @param source what {@code ce_source} says */
    CloudEvents(String source) {
        this.source = source;
    }

    /**
     * Adds the attributes of a record.
     *
     * @param version the item's version that causes the record
     * @param maker what makes the record: another engine's, or one with other entries of editors in it, is another event
     * @param time the item's own time
     */
    void describe(
            Headers headers, Bytes key, Output.ToTopic record, String version, String maker, OffsetDateTime time) {
        String subject = new String(key.get(), StandardCharsets.UTF_8);
        String type = type(record);
        put(headers, "ce_specversion", "1.0");
        put(headers, ID, id(record.topic(), type, subject, version, maker));
        put(headers, "ce_source", source);
        put(headers, TYPE, type);
        put(headers, "ce_subject", subject);
        put(headers, ITEM_VERSION, version);
        put(headers, "ce_time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
        if (record.value() != null) {
            put(headers, "ce_dataschema", schema(record.kind()));
        }
    }

    private static String type(Output.ToTopic record) {
        return "org.wirestream.%s.%s"
                .formatted(
                        record.kind().name().toLowerCase(Locale.ROOT),
                        record.value() == null ? "withdrawn" : "published");
    }

    private static String schema(Output.Kind kind) {
        return switch (kind) {
            case ITEM -> "urn:wirestream:schema:enriched-item:1";
            case NINJS -> "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json";
            case PARAGRAPH, DESK -> "urn:wirestream:schema:paragraph:1";
            case DEAD_LETTER -> throw new IllegalArgumentException("a dead letter keeps the headers of its input");
        };
    }

    private static String id(String... parts) {
        MessageDigest digest = Sha256.digest();
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return Sha256.hex(digest).substring(0, ID_DIGITS);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
