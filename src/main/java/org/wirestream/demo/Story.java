package org.wirestream.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A story of the synthetic wire with places to be filled; {@code live-wire.txt} says how they are written. Immutable.
 *
 * @param theme what it is about, so that a theme can have its day
 * @param text headline and paragraphs, a line each
 */
record Story(String theme, String text) {
    /** Fills the places; the same generator state and day give the same text. */
    String tell(RandomGenerator random, LocalDate date) {
        Map<String, String> remembered = new HashMap<>();
        remembered.put("date", "%d月%d日".formatted(date.getMonthValue(), date.getDayOfMonth()));
        remembered.put("day", date.getDayOfMonth() + "日");
        StringBuilder told = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            told.append(text, at, open).append(filled(text.substring(open + 1, close), remembered, random));
            at = close + 1;
        }
        return told.append(text.substring(at)).toString();
    }

    private static String filled(String place, Map<String, String> remembered, RandomGenerator random) {
        String known = remembered.get(place);
        if (known != null) {
            return known;
        }
        int colon = place.startsWith("=") ? place.indexOf(':') : -1;
        String chosen = chosen(place.substring(colon + 1), random);
        if (colon > 0) {
            remembered.put(place.substring(1, colon), chosen);
        }
        return chosen;
    }

    private static String chosen(String choices, RandomGenerator random) {
        int dots = choices.indexOf("..");
        if (dots > 0) {
            int low = Integer.parseInt(choices.substring(0, dots));
            int high = Integer.parseInt(choices.substring(dots + 2));
            return Integer.toString(random.nextInt(low, high + 1));
        }
        List<String> all = List.of(choices.split("\\|", -1));
        return all.get(random.nextInt(all.size()));
    }
}
