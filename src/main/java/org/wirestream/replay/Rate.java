package org.wirestream.replay;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many records are sent at most in a time.
 *
 * @param perSecond records a second, above 0
 */
public record Rate(double perSecond) implements Pace {
    private static final Pattern NOTATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(?:/(s|min|h))?");

    /**
     * Reads {@code 50/s}, {@code 30/min}, {@code 100/h}, or a number of records a second.
     *
     * @throws IllegalArgumentException for anything else, with the notation in its message
     */
    public static Rate parse(String text) {
        Matcher matcher = NOTATION.matcher(text.strip());
        double records = matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
        if (records <= 0) {
            throw new IllegalArgumentException("'%s' is no rate; write 50/s, 30/min or 100/h".formatted(text));
        }
        String unit = matcher.group(2);
        return new Rate(records / (unit == null || unit.equals("s") ? 1 : unit.equals("min") ? 60 : 3600));
    }
}
