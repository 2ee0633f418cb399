package org.wirestream.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.calendar.AllDay;
import org.wirestream.calendar.CalendarWriter;
import org.wirestream.document.DatedEvent;

/** Dated events of the kept items. */
final class EventQuery {
    static final Set<String> PARAMETERS = Set.of("desk", "entity", "from", "to", "limit");

    private final ItemStore items;

    EventQuery(ItemStore items) {
        this.items = items;
    }

    record Event(
            String name,
            String when,
            String first,
            String last,
            @Nullable String where,
            @Nullable String entity,
            String item,
            @Nullable String headline,
            @Nullable Boolean invented) {}

    record Events(List<Event> events) {}

    /** An event with what a calendar needs of its item. */
    private record Found(ItemFacts item, DatedEvent event, AllDay days, int ordinal) {}

    Events events(Query query) throws ProblemException {
        return new Events(found(query).stream()
                .map(found -> new Event(
                        found.event().name(),
                        found.event().when(),
                        found.days().first().toString(),
                        found.days().end().minusDays(1).toString(),
                        found.event().where(),
                        found.event().entity(),
                        found.item().id(),
                        found.item().headline(),
                        found.item().isInvented() ? true : null))
                .toList());
    }

    /** The events as an iCalendar object, which may be empty. */
    byte[] calendar(Query query) throws ProblemException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CalendarWriter writer = new CalendarWriter(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        writer.begin();
        for (Found found : found(query)) {
            ItemFacts item = found.item();
            writer.write(
                    new CalendarWriter.Source(item.id(), item.time(), item.headline(), item.isInvented()),
                    found.event(),
                    found.ordinal());
        }
        writer.end();
        return bytes.toByteArray();
    }

    private List<Found> found(Query query) throws ProblemException {
        Set<String> desks = new HashSet<>(query.any("desk"));
        Set<String> entities = new HashSet<>(query.any("entity"));
        LocalDate from = query.day("from").orElse(LocalDate.MIN);
        LocalDate to = query.day("to").orElse(LocalDate.MAX);
        int limit = query.number("limit", 1, 1000, 500);
        List<Found> all = new ArrayList<>();
        for (StoredItem item : items.published()) {
            ItemFacts facts = item.facts();
            if ((desks.isEmpty() || facts.desks().stream().anyMatch(desks::contains))
                    && (entities.isEmpty() || Facet.entity.of(facts).stream().anyMatch(entities::contains))) {
                add(facts, from, to, all);
            }
        }
        return all.stream()
                .sorted(Comparator.comparing((Found found) -> found.days().first())
                        .thenComparing(found -> found.item().id())
                        .thenComparing(found -> found.event().name())
                        .thenComparing(Found::ordinal))
                .limit(limit)
                .toList();
    }

    private static void add(ItemFacts facts, LocalDate from, LocalDate to, List<Found> all) {
        Map<String, Integer> named = new HashMap<>();
        for (DatedEvent event : facts.events()) {
            int ordinal = named.merge(event.name(), 1, Integer::sum);
            AllDay.of(event.when())
                    .filter(days -> days.end().isAfter(from) && !days.first().isAfter(to))
                    .ifPresent(days -> all.add(new Found(facts, event, days, ordinal)));
        }
    }
}
