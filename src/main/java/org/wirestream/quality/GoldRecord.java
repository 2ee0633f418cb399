package org.wirestream.quality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One paragraph in the gold's shape. Offsets are UTF-16 code units in {@code text}.
 *
 * @param doc the document: a file's name without its ending
 * @param para index of the paragraph, counting the non-empty lines from 0
 * @param text the line exactly
 * @param entities names
 * @param dates calendar expressions
 * @param subjects subjects, the main one first
 * @param primary the main subject; null when there is none
 */
@JsonPropertyOrder({"doc", "para", "text", "entities", "dates", "subjects", "primary"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record GoldRecord(
        String doc,
        int para,
        String text,
        List<Name> entities,
        List<Date> dates,
        List<String> subjects,
        @Nullable String primary) {
    public GoldRecord {
        entities = entities == null ? List.of() : List.copyOf(entities);
        dates = dates == null ? List.of() : List.copyOf(dates);
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
    }

    /** The same with another index. */
    GoldRecord at(int index) {
        return new GoldRecord(doc, index, text, entities, dates, subjects, primary);
    }

    /** A name with its type. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Name(int start, int end, String text, String type) {}

    /** A calendar expression with its value. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Date(int start, int end, String text, String iso) {}
}
