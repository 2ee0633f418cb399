package org.wirestream.bench;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wirestream.RawDecoder;
import org.wirestream.wire.Feed;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.Paragraph;
import org.wirestream.wire.WireItem;

/** A raw record of the workload. Immutable as long as nobody writes into {@link #value()}. */
final class RawItem {
    /** Stands for the records' timestamps, so that every run parses the same dates. */
    private static final Instant RECEIVED = Instant.parse("2024-01-01T00:00:00Z");

    private final String id;
    private final byte[] value;
    private final String contentType;
    private final int characters;
    private final @Nullable String date;

    private RawItem(String id, byte[] value, String contentType, int characters, @Nullable String date) {
        this.id = id;
        this.value = value;
        this.contentType = contentType;
        this.characters = characters;
        this.date = date;
    }

    /**
     * Makes an item, which must be one that can be enriched.
     *
     * @throws MalformedWireException when it is none
     */
    static RawItem of(String id, byte[] value, String contentType, RawDecoder decoder) throws MalformedWireException {
        RawItem unmeasured = new RawItem(id, value, contentType, 0, null);
        int characters = unmeasured.decode(decoder).paragraphs().stream()
                .map(Paragraph::text)
                .mapToInt(String::length)
                .sum();
        return new RawItem(id, value, contentType, characters, null);
    }

    /** The same text as another item. */
    RawItem withId(String other) {
        return new RawItem(other, value, contentType, characters, date);
    }

    /** The same item with a date of the feed's, an ISO date-time. */
    RawItem withDate(String other) {
        return new RawItem(id, value, contentType, characters, other);
    }

    /**
     * Parses the item.
     *
     * @throws MalformedWireException when it is none, which {@link #of} has ruled out
     */
    WireItem decode(RawDecoder decoder) throws MalformedWireException {
        return decoder.decode(value, contentType, new Feed(id, null, null, null, RECEIVED));
    }

    String id() {
        return id;
    }

    byte[] value() {
        return value;
    }

    String contentType() {
        return contentType;
    }

    /** What the feed says of its date; null for nothing. */
    @Nullable
    String date() {
        return date;
    }

    /** UTF-16 code units in its paragraphs. */
    int characters() {
        return characters;
    }
}
