package org.wirestream.stream;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.Feed;
import org.wirestream.wire.ItemTime;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.MalformedWireException.Reason;
import org.wirestream.wire.PubStatus;

/** The headers of a raw record that Wirestream understands. */
public final class RawHeaders {
    /** Media type of the value. */
    public static final String CONTENT_TYPE = "content-type";
    /** The feed's version of the item. */
    public static final String VERSION = "wire-version";
    /** The item's own time: an ISO day or date-time with offset. */
    public static final String DATE = "wire-date";
    /** usable, withheld or canceled. */
    public static final String STATUS = "wire-status";

    /** How often the record was sent back from the dead letters. */
    public static final String REDRIVES = "wire-redrives";

    /** Which entry of {@code wire.audit} replayed the record from a topic. */
    public static final String REPLAY = "wire-replay";

    /** Where a record stood that was replayed from a topic: {@code <cluster>/<topic>-<partition>@<offset>}. */
    public static final String REPLAYED_FROM = "wire-replayed-from";

    private RawHeaders() {}

    /** Whether somebody sent an older record again, so that it comes out of its order. */
    static boolean isSentAgain(Headers headers) {
        return redrives(headers) > 0 || headers.lastHeader(REPLAY) != null;
    }

    /** How often a record was sent back from the dead letters; 0 when it never was. */
    public static int redrives(Headers headers) {
        String value = text(headers, REDRIVES);
        return value != null && value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : 0;
    }

    /** The last value of a header as text; null when there is none. */
    public static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The feed's id of an item, which is the key; null when there is none: an empty key says as little. */
    public static @Nullable String id(byte @Nullable [] key) {
        String id = key == null ? "" : new String(key, StandardCharsets.UTF_8).strip();
        return id.isEmpty() ? null : id;
    }

    /**
     * What the headers, key and timestamp say of an item.
     *
     * @throws MalformedWireException when a header's value cannot be understood
     */
    public static Feed feed(@Nullable String id, Headers headers, long timestamp) throws MalformedWireException {
        return new Feed(
                id,
                text(headers, VERSION),
                time(text(headers, DATE)),
                status(text(headers, STATUS)),
                Instant.ofEpochMilli(timestamp));
    }

    private static @Nullable OffsetDateTime time(@Nullable String value) throws MalformedWireException {
        if (value == null) {
            return null;
        }
        try {
            return value.length() == 10
                    ? ItemTime.of(LocalDate.parse(value), ItemTime.Source.FEED).value()
                    : ItemTime.parse(value);
        } catch (DateTimeException e) {
            throw new MalformedWireException(
                    Reason.BAD_HEADER,
                    "header %s is '%s', neither an ISO day nor a date-time with offset".formatted(DATE, value));
        }
    }

    private static @Nullable PubStatus status(@Nullable String value) throws MalformedWireException {
        if (value == null) {
            return null;
        }
        try {
            return PubStatus.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MalformedWireException(
                    Reason.BAD_HEADER,
                    "header %s is '%s', none of usable, withheld, canceled".formatted(STATUS, value));
        }
    }
}
