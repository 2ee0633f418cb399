package org.wirestream;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirestream.ninjs.NinjsInput;
import org.wirestream.ninjs.NinjsReader;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.MalformedWireException.Reason;
import org.wirestream.wire.WireItem;
import org.wirestream.wire.WireParser;

/**
 * Turns the value of a raw record, text or ninjs JSON or nothing, into a {@link WireItem}. Stateless and safe for use by
 * many threads.
 */
public final class RawDecoder {
    private final Limits limits;
    private final WireParser parser;
    private final NinjsReader ninjs = new NinjsReader();

    /** @param limits what one item may cost at most */
    public RawDecoder(Limits limits) {
        this.limits = limits;
        this.parser = new WireParser(limits);
    }

    /**
     * Decodes one record.
     *
     * @param value the record's value; null withdraws the item that the feed's id names
     * @param contentType media type of the value; when null, a value that begins with a brace is JSON, else text
     * @param feed what the record's key, headers and timestamp say
     * @throws MalformedWireException when the value is no wire item; the message says why
     */
    public WireItem decode(byte @Nullable [] value, @Nullable String contentType, Feed feed)
            throws MalformedWireException {
        if (value == null) {
            return parser.withdrawal(feed);
        }
        if (value.length > limits.textBytes()) {
            throw new MalformedWireException(
                    Reason.TEXT_TOO_LARGE,
                    "the value has %,d bytes, more than the limit of %,d; split it, or raise limits.text.bytes"
                            .formatted(value.length, limits.textBytes()));
        }
        return isJson(value, contentType) ? decodeNinjs(value, feed) : parser.parse(value, feed);
    }

    private static boolean isJson(byte[] value, @Nullable String contentType) throws MalformedWireException {
        if (contentType == null || contentType.isBlank()) {
            return firstVisible(value) == '{';
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (type.startsWith("text/")) {
            return false;
        }
        if (type.equals("application/json") || type.endsWith("+json")) {
            return true;
        }
        throw new MalformedWireException(
                Reason.UNKNOWN_CONTENT_TYPE,
                "content-type %s is neither text/plain nor JSON; send the text itself or ninjs".formatted(type));
    }

    private static int firstVisible(byte[] value) {
        for (byte b : value) {
            if (b > ' ' || b < 0) {
                return b;
            }
        }
        return -1;
    }

    private WireItem decodeNinjs(byte[] value, Feed feed) throws MalformedWireException {
        NinjsInput input = ninjs.read(value);
        Feed stated = new Feed(
                feed.id() == null ? input.uri() : feed.id(),
                feed.version() == null ? input.version() : feed.version(),
                feed.time() == null ? input.time() : feed.time(),
                feed.status() == null ? input.status() : feed.status(),
                feed.received());
        if (input.body() == null) {
            return parser.withdrawal(stated);
        }
        return parser.parse(input.headline(), input.body(), stated);
    }
}
