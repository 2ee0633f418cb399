package org.wirestream.dashboard;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of one facet widen, different facets narrow; words and days narrow too. */
final class ItemFilter {
    private final Map<Facet, Set<String>> wanted = new EnumMap<>(Facet.class);
    private final List<String> words;
    private final @Nullable String from;
    private final @Nullable String to;

    private ItemFilter(List<String> words, @Nullable String from, @Nullable String to) {
        this.words = words;
        this.from = from;
        this.to = to;
    }

    static ItemFilter of(Query query) throws ProblemException {
        ItemFilter filter = new ItemFilter(
                SearchText.words(query.text("q", 200).orElse("")),
                query.day("from").map(Object::toString).orElse(null),
                query.day("to").map(Object::toString).orElse(null));
        for (Facet facet : Facet.values()) {
            List<String> values = query.any(facet.name());
            if (!values.isEmpty()) {
                filter.wanted.put(facet, new HashSet<>(values));
            }
        }
        return filter;
    }

    Set<String> wanted(Facet facet) {
        return wanted.getOrDefault(facet, Set.of());
    }

    /** Whether the item matches what is no facet's value: words, and days unless they are counted themselves. */
    boolean matchesText(ItemFacts facts) {
        return words.stream().allMatch(facts.text()::contains);
    }

    boolean matchesDay(ItemFacts facts) {
        String day = facts.day();
        return (from == null || day.compareTo(from) >= 0) && (to == null || day.compareTo(to) <= 0);
    }

    boolean matches(Facet facet, ItemFacts facts) {
        Set<String> values = wanted.get(facet);
        return values == null || facet.of(facts).stream().anyMatch(values::contains);
    }
}
