package org.wirestream.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person, place, organisation, document or event of an item.
 *
 * @param id the same in every item for the same canonical name: {@code per:习近平}, {@code country:KZ}
 * @param type its type
 * @param name the canonical name
 * @param uri an identifier outside Wirestream (IPTC country URI, Wikidata), where one is known
 * @param country ISO 3166-1 alpha-2, for a country or what belongs to one, where known
 * @param surfaces the distinct surface forms in order of appearance
 * @param mentions number of mentions
 * @param relevance 0 to 100: how much of the item is about it
 */
public record Entity(
        String id,
        EntityType type,
        String name,
        @Nullable String uri,
        @Nullable String country,
        List<String> surfaces,
        int mentions,
        int relevance) {
    public Entity {
        surfaces = List.copyOf(surfaces);
    }
}
