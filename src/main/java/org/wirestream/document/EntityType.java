package org.wirestream.document;

/** The types of named things that are marked in a text. */
public enum EntityType {
    /** A person's name. */
    PER,
    /** A country, region, place, water or named facility. */
    LOC,
    /** An organisation. */
    ORG,
    /** A document title inside 《》, without the marks. */
    DOC,
    /** A named meeting, exercise, games or exhibition. */
    EVENT;

    /** Whether it is a person, a place or an organisation, and not a document or an event. */
    public boolean isActorOrPlace() {
        return this == PER || this == LOC || this == ORG;
    }
}
