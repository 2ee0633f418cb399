package org.wirestream.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.wirestream.stream.RawHeaders;

/**
 * Where a replayed record stood.
 *
 * @param cluster the cluster's id
 * @param topic in it
 * @param partition of the topic
 * @param offset in the partition
 */
record ReplayOrigin(String cluster, String topic, int partition, long offset) {
    private static final Pattern NOTATION = Pattern.compile("([^/]+)/(.+)-(\\d{1,9})@(\\d{1,18})");

    /** What a record's header says; null when the record was not replayed. */
    static @Nullable ReplayOrigin of(Headers headers) {
        String text = RawHeaders.text(headers, RawHeaders.REPLAYED_FROM);
        Matcher matcher = NOTATION.matcher(text == null ? "" : text);
        return matcher.matches()
                ? new ReplayOrigin(
                        matcher.group(1),
                        matcher.group(2),
                        Integer.parseInt(matcher.group(3)),
                        Long.parseLong(matcher.group(4)))
                : null;
    }

    /** As the header says it. */
    @Override
    public String toString() {
        return "%s/%s-%d@%d".formatted(cluster, topic, partition, offset);
    }
}
