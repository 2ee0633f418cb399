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
 * Countries carry their IPTC URI, organisations their Wikidata item where {@code wikidata.tsv} has one. Immutable.
 */
final class Gazetteer {
    /**
     * A known name.
     *
     * @param type its type
     * @param id id of the entity
     * @param name the entity's canonical name
     * @param country ISO 3166-1 alpha-2 where the entity is a country or territory, or an editor says where it belongs
     * @param uri identifier outside Wirestream, where one is known or an editor gave one
     */
    record Name(
            EntityType type,
            String id,
            String name,
            @Nullable String country,
            @Nullable String uri) {
        /** What nothing else is known of. */
        static Name unlinked(EntityType type, String id, String name) {
            return new Name(type, id, name, null, null);
        }

        private static Name country(String code) {
            String uri = COUNTRY_URI + code.toLowerCase(Locale.ROOT);
            return new Name(EntityType.LOC, "country:" + code, displayName(code), code, uri);
        }
    }

    /** A known name at a place in a text. */
    record Match(int begin, int end, Name name) {}

    private static final String COUNTRY_URI = "http://cvx.iptc.org/iso3166-1a2/";
    private static final String WIKIDATA_URI = "http://www.wikidata.org/entity/";

    private final Map<String, Name> names = new HashMap<>();
    private final Map<Character, List<String>> abbreviations = new HashMap<>();
    private final Map<String, List<String>> pairs = new HashMap<>();
    private final AhoCorasickDoubleArrayTrie<Name> trie = new AhoCorasickDoubleArrayTrie<>();

    Gazetteer() {
        for (String places : WordList.lines("places.txt")) {
            for (String place : places.split(" ", -1)) {
                names.putIfAbsent(place, Name.unlinked(EntityType.LOC, "loc:" + place, place));
            }
        }
        organisations();
        for (String event : WordList.lines("events.txt")) {
            names.put(event, Name.unlinked(EntityType.EVENT, "event:" + event, event));
        }
        countries();
        for (List<String> row : WordList.rows("country-pairs.tsv")) {
            pairs.put(row.get(0), List.of(row.get(1), row.get(2)));
        }
        trie.build(new TreeMap<>(names));
    }

    private void organisations() {
        Map<String, String> items = new HashMap<>();
        for (List<String> row : WordList.rows("wikidata.tsv")) {
            items.put(row.get(0), WIKIDATA_URI + row.get(1));
        }
        for (List<String> row : WordList.rows("organisations.tsv")) {
            String name = row.get(0);
            Name organisation = new Name(EntityType.ORG, "org:" + name, name, null, items.remove(name));
            names.put(name, organisation);
            others(row).forEach(other -> names.put(other, organisation));
        }
        if (!items.isEmpty()) {
            throw new IllegalStateException(
                    "wikidata.tsv: organisations.tsv has no row that begins with " + items.keySet());
        }
    }

    private void countries() {
        Map<String, Name> byCode = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Name country = Name.country(code);
            byCode.put(code, country);
            names.put(country.name(), country);
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
        return country == null ? Name.country(code) : country;
    }
}
