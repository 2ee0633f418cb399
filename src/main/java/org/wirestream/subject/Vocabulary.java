package org.wirestream.subject;

import java.util.List;

/** The subjects. */
public final class Vocabulary {
    /** Loads the vocabulary. */
    public static Vocabulary load() {
        return new Vocabulary();
    }

    /** The version. */
    public String version() {
        return "medtop 2023-10-24";
    }

    /** A subject. */
    public Subject subject(String id) {
        return new Subject(id, id, id, id, List.of());
    }
}
