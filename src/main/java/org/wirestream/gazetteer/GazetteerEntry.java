package org.wirestream.gazetteer;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;

/**
 * What an editor says of a name. Made and checked by {@link GazetteerFormat}.
 *
 * @param name the canonical name, which is also the entry's key
 * @param type what it names; null when it is no name, so that nothing in it is marked
 * @param identifier a URI outside Wirestream (Wikidata, a newsroom's own register)
 * @param aliases other ways to write the same
 * @param country ISO 3166-1 alpha-2: the country that it is or belongs to
 * @param note for other editors; without effect
 */
public record GazetteerEntry(
        String name,
        @Nullable EntityType type,
        @Nullable String identifier,
        List<String> aliases,
        @Nullable String country,
        @Nullable String note) {
    public GazetteerEntry {
        aliases = List.copyOf(aliases);
    }

    /** Name and aliases. */
    public List<String> surfaces() {
        return Stream.concat(Stream.of(name), aliases.stream()).toList();
    }
}
