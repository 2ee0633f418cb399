package org.wirestream.editor;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirestream.gazetteer.GazetteerEntry;
import org.wirestream.gazetteer.InvalidEntryException;
import org.wirestream.gazetteer.Overlay;

/**
 * What is in the gazetteer's topic.
 *
 * @param entries by name
 * @param broken why a record is no entry, by its key; the pipeline ignores it
 */
public record GazetteerContents(Map<String, GazetteerEntry> entries, Map<String, String> broken) {
    public GazetteerContents {
        entries = new TreeMap<>(entries);
        broken = new TreeMap<>(broken);
    }

    /** The name of the entry that has an alias; null when none has. */
    public @Nullable String nameOf(String alias) {
        for (GazetteerEntry entry : entries.values()) {
            if (entry.aliases().contains(alias)) {
                return entry.name();
            }
        }
        return null;
    }

    /**
     * Makes sure that no two entries claim one name when others are added.
     *
     * @throws InvalidEntryException naming the first name that two entries claim
     */
    void checkWith(Collection<GazetteerEntry> added) throws InvalidEntryException {
        Map<String, GazetteerEntry> after = new TreeMap<>(entries);
        added.forEach(entry -> after.put(entry.name(), entry));
        Map<String, String> owners = new TreeMap<>();
        for (GazetteerEntry entry : after.values()) {
            for (String surface : entry.surfaces()) {
                String owner = owners.put(Overlay.fold(surface), entry.name());
                if (owner != null && !owner.equals(entry.name())) {
                    throw new InvalidEntryException("%s belongs to the entries %s and %s; take it out of one of them"
                            .formatted(surface, owner, entry.name()));
                }
            }
        }
    }
}
