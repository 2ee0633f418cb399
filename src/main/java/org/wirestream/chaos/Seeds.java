package org.wirestream.chaos;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Seeds of runs, one after the other.
 *
 * @param first the first
 * @param last the last, which belongs to them
 */
public record Seeds(long first, long last) {
    private static final Pattern NOTATION = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    /**
     * Reads {@code 7} or {@code 1-20}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Seeds parse(String text) {
        Matcher matcher = NOTATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'%s' is no seed; write 7 or 1-20".formatted(text));
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
        if (last < first) {
            throw new IllegalArgumentException("'%s' goes backwards; write 1-20".formatted(text));
        }
        return new Seeds(first, last);
    }

    /** All of them, in order. */
    public LongStream stream() {
        return LongStream.rangeClosed(first, last);
    }
}
