package org.wirestream.subject;

import java.util.List;
import org.wirestream.document.SubjectAssignment;

/** Desks. */
public final class Desks {
    /** The standard desks. */
    public static Desks standard() {
        return new Desks();
    }

    /** Label. */
    public String label(String id) {
        return id;
    }

    /** Ids of all desks. */
    public List<String> ids() {
        return List.of();
    }

    /** Desks of some subjects. */
    public List<String> desksOf(List<SubjectAssignment> subjects) {
        return subjects.stream().map(SubjectAssignment::subject).toList();
    }
}
