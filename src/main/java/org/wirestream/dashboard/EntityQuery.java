package org.wirestream.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wirestream.counts.CountKind;
import org.wirestream.document.EntityType;

/** One entity: how often it occurs, with what, and where. */
final class EntityQuery {
    static final Set<String> PARAMETERS = Set.of("from", "to", "limit");

    private final CountStore counts;
    private final CountQuery timelines;
    private final ItemStore items;
    private final Names names;

    EntityQuery(CountStore counts, CountQuery timelines, ItemStore items, Names names) {
        this.counts = counts;
        this.timelines = timelines;
        this.items = items;
        this.names = names;
    }

    record Occurring(
            String id,
            String label,
            @Nullable String labelEn,
            @Nullable EntityType type,
            int items) {}

    record Role(
            String office,
            @Nullable String organisationId,
            @Nullable String organisation,
            @Nullable String countryId,
            @Nullable String country,
            int items) {}

    record Entity(
            String id,
            String label,
            @Nullable String labelEn,
            @Nullable EntityType type,
            Measures total,
            CountQuery.Timeline timeline,
            List<String> surfaces,
            List<Role> roles,
            List<Occurring> with,
            List<Occurring> subjects,
            List<Occurring> desks,
            List<ItemSummary> items,
            int matching,
            int kept) {}

    Entity entity(String id, Query query) throws ProblemException {
        int limit = query.number("limit", 1, 200, 20);
        List<StoredItem> published = items.published();
        List<StoredItem> mentioning = new ArrayList<>();
        Set<String> surfaces = new TreeSet<>();
        Map<String, String> labels = new HashMap<>();
        for (StoredItem item : published) {
            Optional<ItemFacts.Mentioned> mentioned = item.facts().entity(id);
            if (mentioned.isPresent()) {
                mentioning.add(item);
                surfaces.addAll(mentioned.get().surfaces());
                item.facts().entities().forEach(entity -> labels.put(entity.id(), entity.name()));
            }
        }
        Measures total = counts.total(CountKind.ENTITIES).get(id);
        if (total == null && mentioning.isEmpty()) {
            throw ProblemException.notFound("no item names an entity of that id");
        }
        mentioning.sort(ItemQuery.NEWEST);
        Named named = names.entity(id, labels.getOrDefault(id, counts.label(CountKind.ENTITIES, id)));
        return new Entity(
                id,
                named.label(),
                named.labelEn(),
                named.type(),
                total == null ? Measures.NONE : total,
                timelines.timeline(CountKind.ENTITIES, id, query),
                surfaces.stream().limit(limit).toList(),
                roles(id, mentioning, labels, limit),
                occurring(
                        mentioning,
                        facts -> facts.entities().stream()
                                .filter(other -> !other.isCredit())
                                .map(ItemFacts.Mentioned::id)
                                .filter(other -> !other.equals(id))
                                .toList(),
                        other -> names.entity(other, labels.getOrDefault(other, other)),
                        limit),
                occurring(mentioning, ItemFacts::subjects, names::subject, limit),
                occurring(mentioning, ItemFacts::desks, names::desk, limit),
                mentioning.stream().limit(limit).map(ItemSummary::of).toList(),
                mentioning.size(),
                published.size());
    }

    private static List<Occurring> occurring(
            List<StoredItem> items, Function<ItemFacts, List<String>> ids, Function<String, Named> names, int limit) {
        Map<String, Integer> counts = new HashMap<>();
        items.forEach(
                item -> ids.apply(item.facts()).stream().distinct().forEach(id -> counts.merge(id, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(entry -> {
                    Named named = names.apply(entry.getKey());
                    return new Occurring(named.id(), named.label(), named.labelEn(), named.type(), entry.getValue());
                })
                .toList();
    }

    private static List<Role> roles(String person, List<StoredItem> items, Map<String, String> labels, int limit) {
        Map<ItemFacts.Office, Integer> counts = new HashMap<>();
        items.forEach(item -> item.facts().offices().stream()
                .filter(office -> office.person().equals(person))
                .distinct()
                .forEach(office -> counts.merge(office, 1, Integer::sum)));
        return counts.entrySet().stream()
                .map(entry -> new Role(
                        entry.getKey().office(),
                        entry.getKey().organisation(),
                        label(labels, entry.getKey().organisation()),
                        entry.getKey().country(),
                        label(labels, entry.getKey().country()),
                        entry.getValue()))
                .sorted(Comparator.comparingInt(Role::items)
                        .reversed()
                        .thenComparing(Role::office)
                        .thenComparing(role -> String.valueOf(role.organisationId()))
                        .thenComparing(role -> String.valueOf(role.countryId())))
                .limit(limit)
                .toList();
    }

    private static @Nullable String label(Map<String, String> labels, @Nullable String id) {
        return id == null ? null : labels.getOrDefault(id, id);
    }
}
