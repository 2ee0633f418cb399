package org.wirestream.document;

import org.jspecify.annotations.Nullable;

/**
 * A meeting, exercise or other event with its date: 司法部长会议（2016年10月28日，阿拉木图）.
 *
 * @param entity id of the event entity; null where the name is a common noun (会议)
 * @param name the event's name as written
 * @param when ISO 8601 date or interval
 * @param where the place as written, when given
 * @param paragraph index of the paragraph
 * @param begin first UTF-16 code unit of the name
 * @param end one past the last
 */
public record DatedEvent(
        @Nullable String entity,
        String name,
        String when,
        @Nullable String where,
        int paragraph,
        int begin,
        int end) {}
