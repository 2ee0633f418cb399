package org.wirestream.dashboard;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.DatedEvent;
import org.wirestream.document.EntityType;
import org.wirestream.wire.ItemTime;

/**
 * What lists, filters and pages need of one version of an item, read from its record.
 *
 * @param text headline and paragraphs, folded, to search in
 * @param lead the beginning of the news, without its dateline
 */
record ItemFacts(
        String id,
        String version,
        OffsetDateTime time,
        String status,
        @Nullable String headline,
        String lead,
        @Nullable Named agency,
        List<String> datelines,
        String language,
        List<String> signals,
        List<String> desks,
        List<String> subjects,
        List<Mentioned> entities,
        List<Office> offices,
        List<DatedEvent> events,
        int paragraphs,
        String engine,
        String vocabulary,
        String text) {
    /** Bytes of an object of the JVM that has some fields, roughly. */
    private static final int OBJECT = 64;

    ItemFacts {
        datelines = List.copyOf(datelines);
        signals = List.copyOf(signals);
        desks = List.copyOf(desks);
        subjects = List.copyOf(subjects);
        entities = List.copyOf(entities);
        offices = List.copyOf(offices);
        events = List.copyOf(events);
    }

    /**
     * An entity of the item.
     *
     * @param inNews whether it is named in the news itself, and not only in dateline, byline or the lines at the end
     */
    record Mentioned(
            String id,
            String name,
            @Nullable EntityType type,
            @Nullable String country,
            List<String> surfaces,
            boolean inNews) {
        Mentioned {
            surfaces = List.copyOf(surfaces);
        }

        /** Whether it only sent or wrote the item: an agency or a reporter. The place of a dateline is part of the news. */
        boolean isCredit() {
            return !inNews && (type == EntityType.PER || type == EntityType.ORG);
        }

        Named named() {
            return new Named(id, name, null, type);
        }
    }

    /** An office that the item gives to a person; organisation and country are ids of entities. */
    record Office(
            String person,
            String office,
            @Nullable String organisation,
            @Nullable String country) {}

    /** Whether the story was invented for a demonstration. */
    boolean isInvented() {
        return id.startsWith(Dashboard.INVENTED);
    }

    /** The item's day in Beijing. */
    String day() {
        return time.atZoneSameInstant(ItemTime.WIRE_ZONE).toLocalDate().toString();
    }

    /** Whether the time of day is known. */
    boolean hasTimeOfDay() {
        return new ItemTime(time, ItemTime.Source.RECORD).hour().isPresent();
    }

    /** ISO 3166-1 codes of the countries that the item names. */
    List<String> countries() {
        return entities.stream()
                .filter(entity -> entity.id().startsWith("country:"))
                .map(entity -> entity.id().substring("country:".length()))
                .toList();
    }

    /** The entity of this id, if the item names it. */
    Optional<Mentioned> entity(String entityId) {
        return entities.stream().filter(e -> e.id().equals(entityId)).findFirst();
    }

    /** Bytes of memory that it takes, roughly and rather too many. */
    long bytes() {
        long bytes = 10L * OBJECT + 2L * (text.length() + lead.length());
        bytes += headline == null ? 0 : 2L * headline.length();
        for (Mentioned entity : entities) {
            bytes += 4L * OBJECT + 2L * (entity.id().length() + entity.name().length());
            for (String surface : entity.surfaces()) {
                bytes += OBJECT + 2L * surface.length();
            }
        }
        bytes += 3L * OBJECT * (offices.size() + events.size());
        return bytes + OBJECT * (long) (desks.size() + subjects.size() + datelines.size() + signals.size());
    }
}
