package org.wirestream.replay;

import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.wirestream.RawDecoder;
import org.wirestream.stream.RawHeaders;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;

/** Finds out whether a raw record is of one of some items, as the pipeline tells them apart. */
final class RawItemId {
    /** How the ids of items begin whose key is no URI. */
    private static final String OF_KEY = "urn:wire:key:";

    private final RawDecoder decoder;
    private final Set<String> ids;
    private final boolean keysAreIds;

    /** @param ids as {@code wire.items} has them, or as the feed does; empty for every item */
    RawItemId(Limits limits, Set<String> ids) {
        this.decoder = new RawDecoder(limits);
        this.ids = ids;
        this.keysAreIds = ids.stream().noneMatch(id -> id.startsWith(OF_KEY));
    }

    boolean takes(ConsumerRecord<byte @Nullable [], byte @Nullable []> message) {
        if (ids.isEmpty()) {
            return true;
        }
        String key = RawHeaders.id(message.key());
        if (key != null && (ids.contains(key) || keysAreIds)) {
            return ids.contains(key);
        }
        try {
            return ids.contains(decoder.decode(
                            message.value(),
                            RawHeaders.text(message.headers(), RawHeaders.CONTENT_TYPE),
                            RawHeaders.feed(key, message.headers(), message.timestamp()))
                    .id());
        } catch (MalformedWireException e) {
            return false;
        }
    }
}
