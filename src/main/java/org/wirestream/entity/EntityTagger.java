package org.wirestream.entity;

import java.util.List;
import org.wirestream.document.DateMention;
import org.wirestream.document.EntityAnalysis;
import org.wirestream.wire.WireItem;

/** Finds the named things of an item and what the text says of them. Safe for use by many threads. */
public final class EntityTagger {
    /** Loads. */
    public static EntityTagger load() {
        return new EntityTagger();
    }

    /**
     * Tags an item.
     *
     * @param dates the item's calendar expressions, for events with dates
     */
    public EntityAnalysis tag(WireItem item, List<DateMention> dates) {
        return new EntityAnalysis(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
