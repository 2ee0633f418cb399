package org.wirestream.dashboard;

import java.util.List;

/** By what lists of items are filtered and counted: its name is the parameter's. */
enum Facet {
    desk,
    subject,
    entity,
    country,
    agency,
    dateline,
    language,
    signal;

    /** The values that an item has. */
    List<String> of(ItemFacts facts) {
        return switch (this) {
            case desk -> facts.desks();
            case subject -> facts.subjects();
            case entity ->
                facts.entities().stream().map(ItemFacts.Mentioned::id).toList();
            case country -> facts.countries();
            case agency ->
                facts.agency() == null ? List.of() : List.of(facts.agency().id());
            case dateline -> facts.datelines();
            case language -> List.of(facts.language());
            case signal -> facts.signals();
        };
    }
}
