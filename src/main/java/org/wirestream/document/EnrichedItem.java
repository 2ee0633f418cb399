package org.wirestream.document;

import java.util.List;
import org.wirestream.wire.WireItem;

/**
 * One version of an item with everything found in it.
 *
 * @param item the parsed wire text
 * @param version the version that is published
 * @param paragraphs one for each paragraph of the item
 * @param analysis entities and what hangs on them
 * @param subjects the item's own subjects, the main one first
 * @param versions what made the record
 */
public record EnrichedItem(
        WireItem item,
        String version,
        List<EnrichedParagraph> paragraphs,
        EntityAnalysis analysis,
        List<SubjectAssignment> subjects,
        EngineVersions versions) {
    public EnrichedItem {
        paragraphs = List.copyOf(paragraphs);
        subjects = List.copyOf(subjects);
    }
}
