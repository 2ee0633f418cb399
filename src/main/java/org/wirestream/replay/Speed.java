package org.wirestream.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many times faster than they once came records follow one another.
 *
 * @param factor above 0; 1 for as they came
 */
public record Speed(double factor) implements Pace {
    private static final Pattern NOTATION = Pattern.compile("(\\d{1,7}(?:\\.\\d{1,3})?)x");

    /**
     * Reads {@code 10x}.
     *
     * @throws IllegalArgumentException for anything else, with the notation in its message
     */
    public static Speed parse(String text) {
        Matcher matcher = NOTATION.matcher(text.strip());
        double factor = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
        if (factor <= 0) {
            throw new IllegalArgumentException(
                    "'%s' is no speed; write 10x, or 0.5x for half as fast as it was".formatted(text));
        }
        return new Speed(factor);
    }
}
