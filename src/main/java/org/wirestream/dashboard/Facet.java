package org.wirestream.dashboard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /** The values under which an item is offered: neither its agency nor its reporter among the names, unless asked for. */
    Set<String> offered(ItemFacts facts, Set<String> wanted) {
        Set<String> values = new HashSet<>(of(facts));
        if (this == entity) {
            facts.entities().stream()
                    .filter(one -> one.isCredit() && !wanted.contains(one.id()))
                    .forEach(one -> values.remove(one.id()));
        }
        return values;
    }
}
