package org.wirestream.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The agencies, papers and stations of {@code agencies.tsv}. */
final class Agencies {
    /** 本报 and the like: the source is the paper itself, whose name the text does not give. */
    private static final String OWN = "own";

    private final Map<String, Agency> byName = new HashMap<>();

    Agencies() {
        for (String line : WireResource.lines("agencies.tsv")) {
            String[] fields = line.split("\t", -1);
            List<String> names = new ArrayList<>(List.of(fields[1]));
            if (fields.length > 2 && !fields[2].isBlank()) {
                names.addAll(List.of(fields[2].strip().split(",")));
            }
            names.forEach(name -> byName.put(name, new Agency(fields[0], fields[1])));
        }
    }

    /** An expression for any of the names, longest first. */
    String pattern() {
        return byName.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** The agency of a name as written; null for 本报. */
    @Nullable
    Agency named(String name) {
        Agency agency = byName.get(name);
        return agency == null || agency.id().equals(OWN) ? null : agency;
    }
}
