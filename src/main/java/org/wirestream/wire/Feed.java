package org.wirestream.wire;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What the feed said about a text beside the text: record key, headers, or a manifest.
 *
 * @param id the item id, as given; null when the feed has none
 * @param version the feed's own version, ordered numerically when both sides are numbers
 * @param time the item's own time, when the feed states it
 * @param status what the feed says of its publication; null when it says nothing
 * @param received the record's timestamp; decides the year that a dateline leaves out
 */
public record Feed(
        @Nullable String id,
        @Nullable String version,
        @Nullable OffsetDateTime time,
        @Nullable PubStatus status,
        Instant received) {

    /** A feed that says nothing but when the text arrived. */
    public static Feed silent(Instant received) {
        return new Feed(null, null, null, null, received);
    }
}
