package org.wirestream.dashboard;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.counts.CountKind;
import org.wirestream.counts.CountSpan;
import org.wirestream.document.EntityType;

/** Tables and timelines of counts. */
final class CountQuery {
    static final Set<String> COUNTS_PARAMETERS =
            Set.of("from", "to", "fromHour", "toHour", "desk", "type", "q", "sort", "limit");
    static final Set<String> TIMELINE_PARAMETERS =
            Set.of("span", "from", "to", "fromHour", "toHour", "id", "sum", "limit");
    static final Set<String> ENTITIES_PARAMETERS = Set.of("q", "type", "limit");
    private static final int MAX_POINTS = 3700;
    private static final int DEFAULT_DAYS = 28;
    private static final int DEFAULT_HOURS = 48;

    private final CountStore counts;
    private final Names names;

    CountQuery(CountStore counts, Names names) {
        this.counts = counts;
        this.names = names;
    }

    record Row(
            String id,
            String label,
            @Nullable String labelEn,
            @Nullable EntityType type,
            long items,
            long paragraphs,
            long mentions) {
        static Row of(Named named, Measures m) {
            return new Row(
                    named.id(), named.label(), named.labelEn(), named.type(), m.items(), m.paragraphs(), m.mentions());
        }
    }

    record Counts(
            String kind, @Nullable String from, @Nullable String to, List<Row> rows, int matching) {}

    record Entities(int matching, List<Row> entities) {}

    record Series(
            String id,
            String label,
            @Nullable String labelEn,
            @Nullable EntityType type,
            List<Long> items,
            List<Long> paragraphs,
            List<Long> mentions) {}

    record Timeline(String kind, String span, List<String> at, List<Series> series, long undated) {}

    /** The word for a span in requests and answers. */
    static String name(CountSpan span) {
        return span.name().toLowerCase(Locale.ROOT);
    }

    static CountKind kind(String name) throws ProblemException {
        for (CountKind kind : CountKind.values()) {
            if (kind.topicSuffix().equals(name)) {
                return kind;
            }
        }
        throw ProblemException.notFound("there are no counts of that kind; see /api/vocabulary for those there are");
    }

    Counts counts(CountKind kind, Query query) throws ProblemException {
        Window window = range(query, null);
        String desk = query.text("desk", 100).orElse(null);
        if (desk != null && kind != CountKind.SUBJECTS && kind != CountKind.DESKS) {
            throw ProblemException.badRequest(
                    "desk narrows only subjects and desks; for others filter /api/items, whose facets count");
        }
        EntityType type = query.entityType("type");
        if (type != null && kind != CountKind.ENTITIES) {
            throw ProblemException.badRequest("type narrows only entities");
        }
        List<Row> rows = rows(
                kind,
                query,
                window == null ? counts.total(kind) : counts.sum(window.span(), kind, window.from(), window.to()));
        rows.removeIf(row -> desk != null && !isOfDesk(kind, row.id(), desk));
        return new Counts(
                kind.topicSuffix(),
                window == null ? null : window.from(),
                window == null ? null : window.to(),
                limited(rows, query.number("limit", 1, 1000, 20)),
                rows.size());
    }

    Entities entities(Query query) throws ProblemException {
        List<Row> rows = rows(CountKind.ENTITIES, query, counts.total(CountKind.ENTITIES));
        return new Entities(rows.size(), limited(rows, query.number("limit", 1, 1000, 20)));
    }

    private List<Row> rows(CountKind kind, Query query, Map<String, Measures> measures) throws ProblemException {
        EntityType type = query.entityType("type");
        String q = query.text("q", 200).map(SearchText::fold).orElse("");
        Comparator<Row> order = order(query.choice("sort", List.of("items", "paragraphs", "mentions"), "items"));
        List<Row> rows = new ArrayList<>();
        measures.forEach((id, measure) -> {
            Named named = names.counted(kind, id, counts.label(kind, id));
            if ((type == null || named.type() == type) && matches(named, q)) {
                rows.add(Row.of(named, measure));
            }
        });
        rows.sort(order);
        return rows;
    }

    private static boolean matches(Named named, String q) {
        return q.isEmpty()
                || SearchText.fold(named.label()).contains(q)
                || (named.labelEn() != null && SearchText.fold(named.labelEn()).contains(q));
    }

    private static Comparator<Row> order(String sort) {
        Comparator<Row> by = switch (sort) {
            case "paragraphs" -> Comparator.comparingLong(Row::paragraphs);
            case "mentions" -> Comparator.comparingLong(Row::mentions);
            default ->
                Comparator.comparingLong(Row::items)
                        .thenComparingLong(Row::paragraphs)
                        .thenComparingLong(Row::mentions);
        };
        return by.reversed().thenComparing(Row::id);
    }

    private static List<Row> limited(List<Row> rows, int limit) {
        return List.copyOf(rows.subList(0, Math.min(limit, rows.size())));
    }

    private boolean isOfDesk(CountKind kind, String id, String desk) {
        return kind == CountKind.DESKS
                ? id.equals(desk)
                : names.desksOfSubject(id).contains(desk);
    }

    Timeline timeline(CountKind kind, Query query) throws ProblemException {
        CountSpan span =
                query.choice("span", List.of("day", "hour"), "day").equals("day") ? CountSpan.DAY : CountSpan.HOUR;
        Window window = range(query, span);
        if (window == null) {
            window = newest(span);
        }
        boolean sum = query.choice("sum", List.of("true", "false"), "false").equals("true");
        List<String> ids = query.any("id");
        int limit = query.number("limit", 1, 100, 7);
        return timeline(kind, window, ids.isEmpty() && !sum ? largest(kind, window, limit) : ids, sum);
    }

    /** The timeline of one entity, on the days of the request or else the newest. */
    Timeline timeline(CountKind kind, String id, Query query) throws ProblemException {
        Window window = range(query, CountSpan.DAY);
        return timeline(kind, window == null ? newest(CountSpan.DAY) : window, List.of(id), false);
    }

    private Timeline timeline(CountKind kind, Window window, List<String> ids, boolean sum) throws ProblemException {
        if (window.size() > MAX_POINTS) {
            throw ProblemException.badRequest("the range has more than %d days or hours".formatted(MAX_POINTS));
        }
        List<String> at = window.all();
        List<Series> series = new ArrayList<>();
        if (sum) {
            series.add(
                    series(at, Names.plain("all", "合计"), counts.sums(window.span(), kind, window.from(), window.to())));
        }
        for (String id : sum ? List.<String>of() : ids) {
            series.add(series(
                    at,
                    names.counted(kind, id, counts.label(kind, id)),
                    counts.series(window.span(), kind, id, window.from(), window.to())));
        }
        return new Timeline(kind.topicSuffix(), name(window.span()), at, series, undated(window));
    }

    private static Series series(List<String> at, Named named, Map<String, Measures> measures) {
        List<Measures> all =
                at.stream().map(a -> measures.getOrDefault(a, Measures.NONE)).toList();
        return new Series(
                named.id(),
                named.label(),
                named.labelEn(),
                named.type(),
                all.stream().map(Measures::items).toList(),
                all.stream().map(Measures::paragraphs).toList(),
                all.stream().map(Measures::mentions).toList());
    }

    private List<String> largest(CountKind kind, Window window, int limit) {
        return counts.sum(window.span(), kind, window.from(), window.to()).entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Measures> entry) ->
                                entry.getValue().items())
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Items of the hours' days that are in no hour. */
    private long undated(Window window) {
        if (window.span() == CountSpan.DAY) {
            return 0;
        }
        Window days = window.itsDays();
        Window hours = new Window(days.from() + "T00:00:00+08:00", days.to() + "T23:00:00+08:00", CountSpan.HOUR);
        return items(days) - items(hours);
    }

    private long items(Window window) {
        return counts.sums(window.span(), CountKind.LANGUAGES, window.from(), window.to()).values().stream()
                .mapToLong(Measures::items)
                .sum();
    }

    private Window newest(CountSpan span) {
        String newest = counts.newest(span);
        if (span == CountSpan.DAY) {
            LocalDate day = newest == null ? LocalDate.EPOCH : LocalDate.parse(newest);
            return Window.days(day.minusDays(DEFAULT_DAYS - 1L), day);
        }
        ZonedDateTime hour = Window.hour(newest == null ? "1970-01-01T00:00:00+08:00" : newest);
        return Window.hours(hour.minusHours(DEFAULT_HOURS - 1L), hour);
    }

    /**
     * The range that a request names; null when it names none.
     *
     * @param wanted the span that it must have; null for any
     */
    private @Nullable Window range(Query query, @Nullable CountSpan wanted) throws ProblemException {
        boolean days = query.has("from") || query.has("to");
        boolean hours = query.has("fromHour") || query.has("toHour");
        if ((days && hours) || (days && wanted == CountSpan.HOUR) || (hours && wanted == CountSpan.DAY)) {
            throw ProblemException.badRequest("give from and to for days, or fromHour and toHour for hours");
        }
        if (days) {
            Window newest = newest(CountSpan.DAY);
            LocalDate to = query.day("to").orElse(LocalDate.parse(newest.to()));
            LocalDate from = query.day("from").orElse(to.minusDays(DEFAULT_DAYS - 1L));
            return ordered(Window.days(from, to));
        }
        if (hours) {
            Window newest = newest(CountSpan.HOUR);
            ZonedDateTime to = query.hour("toHour").orElse(Window.hour(newest.to()));
            return ordered(Window.hours(query.hour("fromHour").orElse(to.minusHours(DEFAULT_HOURS - 1L)), to));
        }
        return null;
    }

    private static Window ordered(Window window) throws ProblemException {
        if (window.size() < 1) {
            throw ProblemException.badRequest("the range ends before it begins");
        }
        return window;
    }
}
