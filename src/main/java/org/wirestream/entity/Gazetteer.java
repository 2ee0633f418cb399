package org.wirestream.entity;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;

/**
 * Known names: countries (names from the JDK's CLDR data and {@code countries.tsv}), places, organisations, events.
 * Immutable.
 */
final class Gazetteer {
    /**
     * A known name.
     *
     * @param type its type
     * @param id id of the entity
     * @param name the entity's canonical name
     * @param country ISO 3166-1 alpha-2 where the entity is a country or territory, or an editor says where it belongs
     * @param identifier a URI that an editor gave
     */
    record Name(
            EntityType type,
            String id,
            String name,
            @Nullable String country,
            @Nullable String identifier) {
        Name(EntityType type, String id, String name, @Nullable String country) {
            this(type, id, name, country, null);
        }
    }

    /** A known name at a place in a text. */
    record Match(int begin, int end, Name name) {}

    private final Map<String, Name> names = new HashMap<>();
    private final Map<Character, List<String>> abbreviations = new HashMap<>();
    private final Map<String, List<String>> pairs = new HashMap<>();
    private final AhoCorasickDoubleArrayTrie<Name> trie = new AhoCorasickDoubleArrayTrie<>();

    Gazetteer() {
        for (String places : WordList.lines("places.txt")) {
            for (String place : places.split(" ", -1)) {
                names.putIfAbsent(place, new Name(EntityType.LOC, "loc:" + place, place, null));
            }
        }
        for (List<String> row : WordList.rows("organisations.tsv")) {
            Name organisation = new Name(EntityType.ORG, "org:" + row.get(0), row.get(0), null);
            names.put(row.get(0), organisation);
            others(row).forEach(other -> names.put(other, organisation));
        }
        for (String event : WordList.lines("events.txt")) {
            names.put(event, new Name(EntityType.EVENT, "event:" + event, event, null));
        }
        countries();
        for (List<String> row : WordList.rows("country-pairs.tsv")) {
            pairs.put(row.get(0), List.of(row.get(1), row.get(2)));
        }
        trie.build(new TreeMap<>(names));
    }

    private void countries() {
        Map<String, Name> byCode = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            String name = displayName(code);
            Name country = new Name(EntityType.LOC, "country:" + code, name, code);
            byCode.put(code, country);
            names.put(name, country);
        }
        for (List<String> row : WordList.rows("countries.tsv")) {
            Name country = byCode.get(row.get(0));
            if (country == null) {
                throw new IllegalStateException("countries.tsv: " + row.get(0) + " is no ISO 3166-1 code");
            }
            others(row).forEach(other -> names.put(other, country));
            if (row.size() > 2 && !row.get(2).isBlank()) {
                abbreviations
                        .computeIfAbsent(row.get(2).charAt(0), character -> new ArrayList<>())
                        .add(row.get(0));
            }
        }
    }

    private static String displayName(String code) {
        String name = new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.CHINA);
        return name.startsWith("中国") && name.endsWith("特别行政区") ? name.substring(2, name.length() - 5) : name;
    }

    private static List<String> others(List<String> row) {
        return row.size() < 2 || row.get(1).isBlank()
                ? List.of()
                : List.of(row.get(1).strip().split(",", -1));
    }

    /** Every known name in a text, overlapping ones too. */
    List<Match> matches(String text) {
        List<Match> matches = new ArrayList<>();
        trie.parseText(text, (int begin, int end, Name name) -> matches.add(new Match(begin, end, name)));
        return matches;
    }

    /** What a name is known as, or null. */
    @Nullable
    Name named(String surface) {
        return names.get(surface);
    }

    /** The countries, by code, that a single character can stand for beside another one (中俄); none for other characters. */
    List<String> abbreviated(char character) {
        return abbreviations.getOrDefault(character, List.of());
    }

    /** What wires mean by two such characters (巴以: Palestine, not Pakistan), a code for each; none when it is open. */
    List<String> pair(String characters) {
        return pairs.getOrDefault(characters, List.of());
    }

    /** The country of a code. */
    Name country(String code) {
        Name country = names.get(displayName(code));
        return country == null ? new Name(EntityType.LOC, "country:" + code, displayName(code), code) : country;
    }
}
