package org.wirestream.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes stacked places apart where the first one is a known country or region: 广东湛江, 美国费城. Never guesses. */
final class PlaceSplitter {
    private final Set<String> regions = new HashSet<>(WireResource.lines("regions.txt"));
    private final Set<String> organisations = Set.copyOf(WireResource.lines("dateline-organisations.txt"));

    PlaceSplitter() {
        for (String country : Locale.getISOCountries()) {
            regions.add(new Locale.Builder().setRegion(country).build().getDisplayCountry(Locale.CHINA));
        }
    }

    boolean isOrganisation(String place) {
        return organisations.contains(place);
    }

    /** Begin and end of each place in the text. */
    List<int[]> split(String text) {
        List<int[]> parts = new ArrayList<>();
        for (int[] part : DatelineGrammar.splitPlaces(text)) {
            int cut = cut(text.substring(part[0], part[1]));
            if (cut > 0) {
                parts.add(new int[] {part[0], part[0] + cut});
            }
            parts.add(new int[] {part[0] + cut, part[1]});
        }
        return parts;
    }

    private int cut(String place) {
        for (int length = place.length() - 2; length >= 2; length--) {
            if (regions.contains(place.substring(0, length))) {
                return length;
            }
        }
        return 0;
    }
}
