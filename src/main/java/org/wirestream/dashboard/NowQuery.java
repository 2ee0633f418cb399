package org.wirestream.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.counts.CountKind;
import org.wirestream.counts.CountSpan;
import org.wirestream.document.EntityType;
import org.wirestream.subject.Desk;

/**
 * A day or some hours against what is usual.
 *
 * <p>A thing's usual number of items is its share of the baseline's items times the window's items, so that neither a busy day nor
 * one that is half over makes everything rise or fall. The information component takes the share as (items + 1/2) / (all + 1),
 * Jeffreys' estimate, since a short baseline does not tell what is unusual.
 */
final class NowQuery {
    static final Set<String> NOW_PARAMETERS = Set.of("at", "hours", "baseline");
    static final Set<String> RISERS_PARAMETERS = Set.of("at", "hours", "baseline", "kind", "type", "limit");
    private static final List<CountKind> RISING = List.of(
            CountKind.ENTITIES,
            CountKind.SUBJECTS,
            CountKind.COUNTRIES,
            CountKind.DESKS,
            CountKind.DATELINES,
            CountKind.AGENCIES);

    private final CountStore counts;
    private final ItemStore items;
    private final Names names;

    NowQuery(CountStore counts, ItemStore items, Names names) {
        this.counts = counts;
        this.items = items;
        this.names = names;
    }

    record WindowView(String from, String to, String span) {
        static WindowView of(Window window) {
            return new WindowView(window.from(), window.to(), CountQuery.name(window.span()));
        }
    }

    record Baseline(String from, String to, int days, int activeDays, long items) {}

    /** Something against its usual rate; the figures are null without a baseline. */
    record Against(
            String id,
            String label,
            @Nullable String labelEn,
            @Nullable EntityType type,
            long now,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Double usual,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Double ic,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Double lower,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Double upper) {}

    record Items(
            long now,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Double usual) {}

    record Unclassified(long items, long paragraphs) {}

    record Now(
            WindowView window,
            Baseline baseline,
            Items items,
            long paragraphs,
            Unclassified unclassified,
            List<Against> desks,
            @Nullable String newestItem,
            int kept) {}

    record Risers(WindowView window, Baseline baseline, String kind, List<Against> risers) {}

    /** The window of a request, its baseline, and the items of both. */
    private record Frame(Window window, Window before, int days, Measures all, Baseline baseline) {
        boolean hasBaseline() {
            return baseline.items() > 0;
        }
    }

    Now now(Query query) throws ProblemException {
        Frame frame = frame(query);
        Map<String, Measures> current = sum(frame.window(), CountKind.DESKS);
        Map<String, Measures> before = sum(frame.before(), CountKind.DESKS);
        List<Against> desks = new ArrayList<>();
        for (Desk desk : names.desks()) {
            desks.add(against(frame, CountKind.DESKS, desk.id(), current, before));
        }
        Measures unclassified =
                sum(frame.window(), CountKind.UNCLASSIFIED).values().stream().reduce(Measures.NONE, Measures::plus);
        List<StoredItem> published = items.published();
        String newest = published.stream()
                .map(item -> item.facts().time())
                .max(Comparator.naturalOrder())
                .map(Answer::time)
                .orElse(null);
        return new Now(
                WindowView.of(frame.window()),
                frame.baseline(),
                new Items(frame.all().items(), usualItems(frame)),
                frame.all().paragraphs(),
                new Unclassified(unclassified.items(), unclassified.paragraphs()),
                desks,
                newest,
                published.size());
    }

    Risers risers(Query query) throws ProblemException {
        Frame frame = frame(query);
        List<String> kinds = RISING.stream().map(CountKind::topicSuffix).toList();
        CountKind kind = RISING.get(kinds.indexOf(query.choice("kind", kinds, CountKind.ENTITIES.topicSuffix())));
        EntityType type = query.entityType("type");
        int limit = query.number("limit", 1, 1000, 20);
        List<Against> risers = new ArrayList<>();
        if (frame.hasBaseline()) {
            Map<String, Measures> current = sum(frame.window(), kind);
            Map<String, Measures> before = sum(frame.before(), kind);
            Set<String> credits = kind == CountKind.ENTITIES ? credits() : Set.of();
            current.keySet().stream()
                    .filter(id -> !credits.contains(id))
                    .filter(id -> type == null || Names.type(id) == type)
                    .map(id -> against(frame, kind, id, current, before))
                    .filter(against -> against.lower() != null && against.lower() > 0)
                    .sorted(Comparator.comparing(Against::lower, Comparator.nullsFirst(Comparator.naturalOrder()))
                            .reversed()
                            .thenComparing(Against::id))
                    .limit(limit)
                    .forEach(risers::add);
        }
        return new Risers(WindowView.of(frame.window()), frame.baseline(), kind.topicSuffix(), risers);
    }

    /**
     * Agencies and reporters, who rise with their own work and are no news: what most of the kept items that name it name only in
     * dateline or byline. Of items that are no longer kept nobody knows.
     */
    private Set<String> credits() {
        Map<String, Integer> balance = new HashMap<>();
        for (StoredItem item : items.published()) {
            item.facts()
                    .entities()
                    .forEach(entity -> balance.merge(entity.id(), entity.isCredit() ? 1 : -1, Integer::sum));
        }
        balance.values().removeIf(more -> more <= 0);
        return balance.keySet();
    }

    private Against against(
            Frame frame, CountKind kind, String id, Map<String, Measures> current, Map<String, Measures> before) {
        Named named = names.counted(kind, id, counts.label(kind, id));
        long now = current.getOrDefault(id, Measures.NONE).items();
        if (!frame.hasBaseline()) {
            return new Against(id, named.label(), named.labelEn(), named.type(), now, null, null, null, null);
        }
        long all = frame.baseline().items();
        long usual = before.getOrDefault(id, Measures.NONE).items();
        double expected = frame.all().items() * (usual + 0.5) / (all + 1.0);
        InformationComponent component = InformationComponent.of(now, expected);
        return new Against(
                id,
                named.label(),
                named.labelEn(),
                named.type(),
                now,
                rounded((double) frame.all().items() * usual / all),
                rounded(component.ic()),
                rounded(component.lower()),
                rounded(component.upper()));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static @Nullable Double usualItems(Frame frame) {
        if (!frame.hasBaseline()) {
            return null;
        }
        double perDay = (double) frame.baseline().items() / frame.baseline().activeDays();
        Window window = frame.window();
        return rounded(window.span() == CountSpan.DAY ? perDay * window.size() : perDay * window.size() / 24);
    }

    private Frame frame(Query query) throws ProblemException {
        int days = query.number("baseline", 1, 365, 28);
        Window window = window(query);
        Window before = window.before(days);
        // Every item has one language, so these sum to all items.
        Measures all = sum(window, CountKind.LANGUAGES).values().stream().reduce(Measures.NONE, Measures::plus);
        Map<String, Measures> baseline = counts.sums(before.span(), CountKind.LANGUAGES, before.from(), before.to());
        Set<String> active = new HashSet<>();
        baseline.keySet().forEach(at -> active.add(at.substring(0, 10)));
        long baselineItems =
                baseline.values().stream().mapToLong(Measures::items).sum();
        return new Frame(
                window,
                before,
                days,
                all,
                new Baseline(before.from(), before.to(), days, active.size(), baselineItems));
    }

    private Window window(Query query) throws ProblemException {
        if (!query.has("hours")) {
            String newest = counts.newest(CountSpan.DAY);
            LocalDate otherwise = newest == null ? LocalDate.EPOCH : LocalDate.parse(newest);
            LocalDate day = query.day("at").orElse(otherwise);
            return Window.days(day, day);
        }
        int hours = query.number("hours", 1, 72, 24);
        String newest = counts.newest(CountSpan.HOUR);
        ZonedDateTime otherwise = Window.hour(newest == null ? "1970-01-01T00:00:00+08:00" : newest);
        ZonedDateTime last = query.hour("at").orElse(otherwise);
        return Window.hours(last.minusHours(hours - 1L), last);
    }

    private Map<String, Measures> sum(Window window, CountKind kind) {
        return counts.sum(window.span(), kind, window.from(), window.to());
    }
}
