package org.wirestream.ninjs;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.wirestream.wire.PubStatus;

/**
 * What Wirestream reads of a ninjs document.
 *
 * @param uri the item's id
 * @param version {@code version}, when given
 * @param time {@code versionCreated}, else {@code contentCreated} or {@code firstCreated}
 * @param status {@code pubStatus}, when given
 * @param headline the main headline, when given
 * @param body the main body as plain text, one paragraph a line; null only for a withdrawal without text
 */
public record NinjsInput(
        String uri,
        @Nullable String version,
        @Nullable OffsetDateTime time,
        @Nullable PubStatus status,
        @Nullable String headline,
        @Nullable String body) {}
