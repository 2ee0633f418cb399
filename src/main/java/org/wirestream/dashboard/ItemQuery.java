package org.wirestream.dashboard;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;

/** Lists of items with facets, and single items with their versions. */
final class ItemQuery {
    static final Set<String> PARAMETERS = parameters();
    private static final String DAY = "day";

    private final ItemStore items;
    private final Names names;

    ItemQuery(ItemStore items, Names names) {
        this.items = items;
        this.names = names;
    }

    private static Set<String> parameters() {
        Set<String> parameters = new HashSet<>(Set.of("q", "from", "to", "sort", "offset", "limit", "facets"));
        for (Facet facet : Facet.values()) {
            parameters.add(facet.name());
        }
        return Set.copyOf(parameters);
    }

    record FacetValue(
            String id,
            String label,
            @Nullable String labelEn,
            @Nullable EntityType type,
            int items,
            boolean selected) {}

    record Items(
            int matching,
            int kept,
            int invented,
            int offset,
            List<ItemSummary> items,
            Map<String, List<FacetValue>> facets) {}

    record Version(
            String version,
            String time,
            @Nullable String headline,
            int paragraphs,
            boolean withdrawn,
            String engine,
            String vocabulary) {}

    record Item(
            String id,
            boolean withdrawn,
            @Nullable Boolean invented,
            String version,
            List<Version> versions,
            @JsonRawValue String record) {}

    Items items(Query query) throws ProblemException {
        ItemFilter filter = ItemFilter.of(query);
        boolean byTime =
                query.choice("sort", List.of("time", "arrival"), "time").equals("time");
        int offset = query.number("offset", 0, 100_000, 0);
        int limit = query.number("limit", 0, 200, 50);
        int most = query.number("facets", 0, 200, 20);
        List<StoredItem> published = items.published();
        List<StoredItem> matching = new ArrayList<>();
        Tally tally = new Tally();
        for (StoredItem item : published) {
            ItemFacts facts = item.facts();
            if (!filter.matchesText(facts)) {
                continue;
            }
            Set<Facet> failing = EnumSet.noneOf(Facet.class);
            for (Facet facet : Facet.values()) {
                if (!filter.matches(facet, facts)) {
                    failing.add(facet);
                }
            }
            boolean inRange = filter.matchesDay(facts);
            if (failing.isEmpty() && inRange) {
                matching.add(item);
            }
            if (most > 0) {
                tally.add(facts, filter, failing, inRange);
            }
        }
        matching.sort(byTime ? NEWEST : LAST_ARRIVED);
        List<ItemSummary> page =
                matching.stream().skip(offset).limit(limit).map(ItemSummary::of).toList();
        return new Items(
                matching.size(),
                published.size(),
                (int) published.stream()
                        .filter(item -> item.facts().isInvented())
                        .count(),
                offset,
                page,
                most == 0 ? Map.of() : facets(tally, filter, most));
    }

    static final Comparator<StoredItem> LAST_ARRIVED =
            Comparator.comparingLong(StoredItem::arrival).reversed();

    static final Comparator<StoredItem> NEWEST = Comparator.comparing(
                    (StoredItem item) -> item.facts().time().toInstant())
            .reversed()
            .thenComparing(LAST_ARRIVED);

    /** How many items have each value of each facet, of those that match all other facets. */
    private static final class Tally {
        private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        /** Names that only the items know. */
        private final Map<String, String> labels = new HashMap<>();

        void add(ItemFacts facts, ItemFilter filter, Set<Facet> failing, boolean inRange) {
            for (Facet facet : Facet.values()) {
                if (inRange && (failing.isEmpty() || (failing.size() == 1 && failing.contains(facet)))) {
                    facet.offered(facts, filter.wanted(facet)).forEach(value -> count(facet.name(), value));
                }
            }
            if (failing.isEmpty()) {
                count(DAY, facts.day());
            }
            if (facts.agency() != null) {
                labels.put(Facet.agency + facts.agency().id(), facts.agency().label());
            }
            facts.entities().forEach(entity -> {
                labels.put(Facet.entity + entity.id(), entity.name());
                if (entity.id().startsWith("country:") && entity.country() != null) {
                    labels.put(Facet.country + entity.country(), entity.name());
                }
            });
        }

        private void count(String facet, String value) {
            counts.computeIfAbsent(facet, f -> new TreeMap<>()).merge(value, 1, Integer::sum);
        }

        Map<String, Integer> of(String facet) {
            return counts.getOrDefault(facet, Map.of());
        }
    }

    private Map<String, List<FacetValue>> facets(Tally tally, ItemFilter filter, int most) {
        Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            Map<String, Integer> counts = new TreeMap<>(tally.of(facet.name()));
            Set<String> selected = filter.wanted(facet);
            selected.forEach(value -> counts.putIfAbsent(value, 0));
            List<FacetValue> values = new ArrayList<>();
            counts.entrySet().stream()
                    .sorted(Comparator.comparing((Map.Entry<String, Integer> e) -> !selected.contains(e.getKey()))
                            .thenComparing(Map.Entry::getValue, Comparator.reverseOrder())
                            .thenComparing(Map.Entry::getKey))
                    .limit(Math.max(most, selected.size()))
                    .forEach(entry -> values.add(value(
                            named(facet, entry.getKey(), tally), entry.getValue(), selected.contains(entry.getKey()))));
            facets.put(facet.name(), values);
        }
        facets.put(
                DAY,
                tally.of(DAY).entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByKey().reversed())
                        .limit(most)
                        .map(day -> value(Names.plain(day.getKey(), day.getKey()), day.getValue(), false))
                        .toList());
        return facets;
    }

    private static FacetValue value(Named named, int items, boolean selected) {
        return new FacetValue(named.id(), named.label(), named.labelEn(), named.type(), items, selected);
    }

    private Named named(Facet facet, String value, Tally tally) {
        String label = tally.labels.get(facet + value);
        return switch (facet) {
            case desk -> names.desk(value);
            case subject -> names.subject(value);
            case entity -> names.entity(value, label == null ? value : label);
            case country -> names.country(value, label);
            case language -> names.language(value);
            case agency, dateline, signal -> Names.plain(value, label == null ? value : label);
        };
    }

    Item item(String id) throws ProblemException {
        StoredItem item = find(id);
        List<Version> versions = new ArrayList<>();
        for (StoredVersion version : item.versions()) {
            ItemFacts facts = version.facts();
            versions.add(new Version(
                    facts.version(),
                    Answer.time(facts.time()),
                    facts.headline(),
                    facts.paragraphs(),
                    item.withdrawn() && version == item.last(),
                    facts.engine(),
                    facts.vocabulary()));
        }
        return new Item(
                id,
                item.withdrawn(),
                item.facts().isInvented() ? true : null,
                item.facts().version(),
                versions,
                text(item.last()));
    }

    /** The record of a version. */
    String version(String id, String version) throws ProblemException {
        return text(find(id).versions().stream()
                .filter(kept -> kept.facts().version().equals(version))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound(
                        "that version of the item is not among those that the dashboard keeps")));
    }

    private static String text(StoredVersion version) {
        return new String(version.value(), StandardCharsets.UTF_8);
    }

    private StoredItem find(String id) throws ProblemException {
        return items.find(id)
                .orElseThrow(() -> ProblemException.notFound(
                        "the item is not among those that the dashboard keeps; it may never have come, or long ago"));
    }
}
