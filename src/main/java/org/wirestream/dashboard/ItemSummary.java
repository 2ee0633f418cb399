package org.wirestream.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item in a list or an event. */
record ItemSummary(
        String id,
        @Nullable String change,
        @Nullable String version,
        @Nullable Integer versions,
        @Nullable String time,
        @Nullable Boolean timeOfDay,
        @Nullable String status,
        @Nullable Boolean invented,
        @Nullable String headline,
        @Nullable String lead,
        @Nullable Named agency,
        @Nullable List<String> datelines,
        @Nullable String language,
        @Nullable List<String> signals,
        @Nullable List<String> desks,
        @Nullable List<String> subjects,
        @Nullable List<String> countries,
        @Nullable Integer paragraphs) {
    static ItemSummary of(StoredItem item) {
        return of(item, null);
    }

    /** @param change how the item came to be so; null in a list */
    static ItemSummary of(StoredItem item, @Nullable String change) {
        ItemFacts facts = item.facts();
        return new ItemSummary(
                facts.id(),
                change,
                facts.version(),
                item.versions().size(),
                Answer.time(facts.time()),
                facts.hasTimeOfDay(),
                facts.status(),
                facts.isInvented() ? true : null,
                facts.headline(),
                facts.lead(),
                facts.agency(),
                facts.datelines(),
                facts.language(),
                facts.signals(),
                facts.desks(),
                facts.subjects(),
                facts.countries(),
                facts.paragraphs());
    }

    static ItemSummary withdrawn(String id) {
        return new ItemSummary(
                id,
                "withdrawn",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
