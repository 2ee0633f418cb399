package org.wirestream.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a partition.
 *
 * @param partition of the topic
 * @param from the first offset
 * @param to the last offset; {@link Long#MAX_VALUE} for up to the end
 */
public record OffsetRange(int partition, long from, long to) {
    private static final Pattern NOTATION = Pattern.compile("(\\d{1,9}):(\\d{1,18})(-(\\d{1,18})?)?");

    /**
     * Reads {@code 0:120-180} (both ends belong to it), {@code 0:120} for one record, {@code 0:120-} for all from there on.
     *
     * @throws IllegalArgumentException for anything else, with the notation in its message
     */
    public static OffsetRange parse(String text) {
        Matcher matcher = NOTATION.matcher(text.strip());
        if (matcher.matches()) {
            long from = Long.parseLong(matcher.group(2));
            long to = matcher.group(3) == null
                    ? from
                    : matcher.group(4) == null ? Long.MAX_VALUE : Long.parseLong(matcher.group(4));
            if (from <= to) {
                return new OffsetRange(Integer.parseInt(matcher.group(1)), from, to);
            }
        }
        throw new IllegalArgumentException(
                "'%s' is no stretch of a partition; write partition:from-to (0:120-180), 0:120 or 0:120-"
                        .formatted(text));
    }

    boolean contains(int recordPartition, long offset) {
        return recordPartition == partition && from <= offset && offset <= to;
    }

    @Override
    public String toString() {
        String end = to == Long.MAX_VALUE ? "-" : to == from ? "" : "-" + to;
        return partition + ":" + from + end;
    }
}
