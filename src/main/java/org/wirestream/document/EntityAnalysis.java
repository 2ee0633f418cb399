package org.wirestream.document;

import java.util.List;

/**
 * Everything that the entity layer says of one item.
 *
 * @param mentions all mentions in text order
 * @param entities the entities in order of first mention
 * @param aliases short forms that the text declares
 * @param roles offices that the text gives to people
 * @param events events with dates
 * @param statements who says what
 */
public record EntityAnalysis(
        List<Mention> mentions,
        List<Entity> entities,
        List<Alias> aliases,
        List<Role> roles,
        List<DatedEvent> events,
        List<Statement> statements) {
    public EntityAnalysis {
        mentions = List.copyOf(mentions);
        entities = List.copyOf(entities);
        aliases = List.copyOf(aliases);
        roles = List.copyOf(roles);
        events = List.copyOf(events);
        statements = List.copyOf(statements);
    }
}
