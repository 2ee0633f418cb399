package org.wirestream.quality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One annotated paragraph, a line of a gold file. The components are in the order of the file's properties.
 *
 * @param doc name of the document: its file's name without the ending
 * @param para index among the document's non-empty lines
 * @param text the paragraph
 * @param entities named things, in text order
 * @param dates calendar expressions, in text order
 * @param subjects ids of the subjects that the paragraph is about
 * @param primary the main one; null when it is about none
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GoldParagraph(
        String doc,
        int para,
        String text,
        List<GoldEntity> entities,
        List<GoldDate> dates,
        List<String> subjects,
        @Nullable String primary) {
    /** Copies the lists; one that a file leaves out is empty. */
    public GoldParagraph {
        entities = copy(entities);
        dates = copy(dates);
        subjects = copy(subjects);
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /**
     * A named thing.
     *
     * @param start first UTF-16 code unit in the paragraph's text
     * @param end one past the last
     * @param text the name as written
     * @param type PER, LOC, ORG, DOC or EVENT
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record GoldEntity(int start, int end, String text, String type) {}

    /**
     * A calendar expression.
     *
     * @param start first UTF-16 code unit in the paragraph's text
     * @param end one past the last
     * @param text the expression as written
     * @param iso its ISO 8601 value
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record GoldDate(int start, int end, String text, String iso) {}
}
