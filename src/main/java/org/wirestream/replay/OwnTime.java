package org.wirestream.replay;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.wirestream.RawDecoder;
import org.wirestream.wire.ItemTime;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;

/** Finds out when the item of a file came: the manifest's date, else that of the ninjs document, of the text's head or its dateline. */
final class OwnTime {
    private final RawDecoder decoder;

    OwnTime(Limits limits) {
        decoder = new RawDecoder(limits);
    }

    /** The item's own time; null when the record has none, or is no item. */
    @Nullable
    Instant of(RawRecord record) {
        OffsetDateTime date = record.date();
        if (date != null) {
            return date.toInstant();
        }
        try {
            ItemTime time = decoder.decode(record.value(), record.contentType(), record.feed(Instant.now()))
                    .time();
            return time.source() == ItemTime.Source.RECORD ? null : time.value().toInstant();
        } catch (MalformedWireException e) {
            return null;
        }
    }
}
