package org.wirestream.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.wirestream.stream.RawHeaders;
import org.wirestream.wire.Feed;

/**
 * One raw text or ninjs document as it goes to {@code wire.raw}. Immutable as long as nobody writes into {@link #value()}.
 */
public final class RawRecord {
    /** Media type of a wire text. */
    public static final String TEXT = "text/plain";

    /** Media type of a ninjs document. */
    public static final String JSON = "application/json";

    /** Header that says in which file a record was read. */
    static final String SOURCE = "wire-source";

    private final String source;
    private final String contentType;
    private final byte[] value;
    private final Manifest.Entry entry;

    /**
     * @param source file name, with {@code :line} for a document of a JSON Lines file and {@code [index]} for one of an array
     * @param contentType {@link #TEXT} or {@link #JSON}
     * @param value the bytes as they were read; not copied
     * @param entry what the manifest says of it
     */
    RawRecord(String source, String contentType, byte[] value, Manifest.Entry entry) {
        this.source = source;
        this.contentType = contentType;
        this.value = value;
        this.entry = entry;
    }

    /** Where it was read: the file's name, then {@code :line} or {@code [index]} where a file holds several. */
    public String source() {
        return source;
    }

    /** The media type of the value. */
    public String contentType() {
        return contentType;
    }

    /** The bytes as they were read, not copied: to be read only. */
    public byte[] value() {
        return value;
    }

    /** The item's id; null when the manifest gives none. */
    public @Nullable String id() {
        return entry.id();
    }

    /** The feed's version of the item; null when the manifest gives none. */
    public @Nullable String version() {
        return entry.version();
    }

    /** The item's own time; null when the manifest gives none. */
    public @Nullable OffsetDateTime date() {
        return entry.date();
    }

    /**
     * What is known beside the text, for work without a broker.
     *
     * @param received stands for the record's timestamp
     */
    public Feed feed(Instant received) {
        return new Feed(id(), version(), date(), null, received);
    }

    /**
     * The record that is sent: the id as key, and headers {@code content-type}, {@code wire-source} and, where known,
     * {@code wire-version} and {@code wire-date} (ISO 8601 date-time with offset), all UTF-8.
     */
    public ProducerRecord<byte @Nullable [], byte[]> producerRecord(String topic) {
        String id = id();
        ProducerRecord<byte @Nullable [], byte[]> message =
                new ProducerRecord<>(topic, id == null ? null : id.getBytes(UTF_8), value);
        add(message.headers(), RawHeaders.CONTENT_TYPE, contentType);
        add(message.headers(), SOURCE, source);
        add(message.headers(), RawHeaders.VERSION, version());
        OffsetDateTime date = date();
        add(
                message.headers(),
                RawHeaders.DATE,
                date == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date));
        return message;
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }

    @Override
    public String toString() {
        return source + " (" + value.length + " bytes)";
    }
}
