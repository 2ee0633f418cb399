package org.wirestream.wire;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells the places of filing apart: 广东湛江, 朝鲜安州, 北京/上海, “雪龙”号/南极长城站. Immutable. */
final class PlaceNames {
    /** What stands in a dateline's place. */
    enum Kind {
        PLACE,
        ORGANISATION,
        VESSEL
    }

    record Place(Kind kind, Range range) {}

    private static final String SEPARATORS = "/╱、，—-－ |";
    private static final List<String> DIVISION_ENDINGS =
            List.of("特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "省", "市", "县");

    private final WordSet containers;
    private final WordSet known;
    private final WordSet organisations;
    private final WordSet nowhere;
    private final WordSet generic;
    private final WordSet common;

    PlaceNames() {
        Map<String, List<String>> words = WordLists.byKind("places.tsv");
        Set<String> outer = new HashSet<>(words.getOrDefault("country", List.of()));
        for (String country : Locale.getISOCountries()) {
            outer.add(new Locale("", country).getDisplayCountry(Locale.SIMPLIFIED_CHINESE));
        }
        outer.addAll(words.getOrDefault("province", List.of()));
        Set<String> all = new HashSet<>(outer);
        all.addAll(words.getOrDefault("place", List.of()));
        containers = new WordSet(outer);
        known = new WordSet(all);
        organisations = new WordSet(words.getOrDefault("organisation", List.of()));
        generic = new WordSet(words.getOrDefault("generic", List.of()));
        common = new WordSet(words.getOrDefault("common", List.of()));
        nowhere = new WordSet(WordLists.byKind("head-words.tsv").getOrDefault("nowhere", List.of()));
    }

    /** The places in a stretch of a dateline, in order. */
    List<Place> read(String text, int begin, int end) {
        List<Place> places = new ArrayList<>();
        int from = begin;
        for (int i = begin; i <= end; i++) {
            boolean bracket = i < end && (text.charAt(i) == '（' || text.charAt(i) == '）');
            if (i == end || bracket || SEPARATORS.indexOf(text.charAt(i)) >= 0) {
                add(text, from, i, places);
                from = i + 1;
            }
        }
        return places;
    }

    /** Whether a stretch is the name of a place that is known. */
    boolean isKnown(String name) {
        return known.contains(name) || organisations.contains(name);
    }

    /** Where the known place begins that ends a stretch (王小明台北); {@code end} when none does. */
    int suffixBegin(String text, int begin, int end) {
        int last = end > begin && "市县".indexOf(text.charAt(end - 1)) >= 0 ? end - 1 : end;
        int length = Math.max(known.lengthBefore(text, last, begin), organisations.lengthBefore(text, last, begin));
        return length == 0 ? end : last - length;
    }

    private void add(String text, int from, int to, List<Place> places) {
        int begin = named(text, Chars.skipSpace(text, from), to);
        int end = Chars.trimEnd(text, to, begin);
        if (begin >= end || nowhere.contains(text.substring(begin, end))) {
            return;
        }
        Range whole = new Range(begin, end);
        if (organisations.contains(whole.in(text))) {
            places.add(new Place(Kind.ORGANISATION, whole));
        } else if (text.charAt(begin) == '“'
                || whole.in(text).endsWith("号")
                || whole.in(text).endsWith("舰")) {
            places.add(new Place(Kind.VESSEL, whole));
        } else {
            addStacked(text, begin, end, places);
        }
    }

    /** Past 首都, 城市 and the like before a name. */
    private int named(String text, int begin, int end) {
        int length = begin < end ? common.lengthAt(text, begin, end) : 0;
        return end - begin - length >= 2 ? begin + length : begin;
    }

    private void addStacked(String text, int begin, int end, List<Place> places) {
        int cut = cut(text, begin, end);
        if (cut < end) {
            places.add(new Place(Kind.PLACE, new Range(begin, cut)));
            addStacked(text, named(text, cut, end), end, places);
        } else if (!nowhere.contains(text.substring(begin, end))) {
            places.add(new Place(Kind.PLACE, new Range(begin, end)));
        }
    }

    /** Where an outer place ends and the next begins; {@code end} when it is one place or nothing tells. */
    private int cut(String text, int begin, int end) {
        if (known.contains(text.substring(begin, end)) || generic.lengthBefore(text, end, begin) > 0) {
            return end;
        }
        int outer = containers.lengthAt(text, begin, end);
        int place = known.lengthAt(text, begin, end);
        if (place > outer) {
            return end - begin - place >= 2 ? begin + place : end;
        }
        int cut = outer == 0 ? end : begin + outer;
        for (String ending : DIVISION_ENDINGS) {
            int at = outer == 0 ? text.indexOf(ending, begin + 2) : cut;
            if (at >= 0 && at < end && text.startsWith(ending, at)) {
                cut = at + ending.length();
                break;
            }
        }
        return end - cut >= 2 ? cut : end;
    }
}
