package org.wirestream.subject;

import org.jspecify.annotations.Nullable;

/**
 * A concept of the IPTC Media Topics.
 *
 * @param qcode {@code medtop:20000103}
 * @param uri its URI
 * @param en English label
 * @param zh Chinese label; null where the vocabulary has none
 */
public record MediaTopic(
        String qcode, String uri, String en, @Nullable String zh) {}
