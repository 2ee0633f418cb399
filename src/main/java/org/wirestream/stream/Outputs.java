package org.wirestream.stream;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which outputs an operator wants. What is left out gets no values; a newer version of an item still takes back what older ones wrote
 * there, so that nothing stale or withdrawn stays. Immutable.
 */
record Outputs(Set<Part> parts) {
    static final Outputs ALL = new Outputs(EnumSet.allOf(Part.class));

    /** What can be left out; dead letters cannot. */
    enum Part {
        ITEMS,
        NINJS,
        PARAGRAPHS,
        DESKS,
        COUNTS
    }

    /** Reads the setting {@code outputs}, whose form has been checked: names with commas between. */
    static Outputs of(String setting) {
        EnumSet<Part> parts = EnumSet.noneOf(Part.class);
        List.of(setting.split(",")).forEach(name -> parts.add(Part.valueOf(name.toUpperCase(Locale.ROOT))));
        return new Outputs(parts);
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    /** Tells what was made with these outputs from what was made with others; empty when nothing is left out. */
    String version() {
        return equals(ALL)
                ? ""
                : ", outputs "
                        + parts.stream()
                                .sorted()
                                .map(part -> part.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining("+"));
    }
}
