package org.wirestream.dlq;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a dead letter stands in its topic; it never changes.
 *
 * @param partition of the topic of dead letters
 * @param offset in that partition
 */
public record LetterId(int partition, long offset) implements Comparable<LetterId> {
    private static final Pattern NOTATION = Pattern.compile("(?:(\\d{1,9})@)?(\\d{1,18})");
    private static final Comparator<LetterId> ORDER =
            Comparator.comparingInt(LetterId::partition).thenComparingLong(LetterId::offset);

    /**
     * Reads {@code 0@17}, or {@code 17} for partition 0.
     *
     * @throws IllegalArgumentException for anything else, with the notation in its message
     */
    public static LetterId parse(String text) {
        Matcher matcher = NOTATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no dead letter's id; write partition@offset as `dlq list` does: 0@17".formatted(text));
        }
        return new LetterId(
                matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    @Override
    public int compareTo(LetterId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
