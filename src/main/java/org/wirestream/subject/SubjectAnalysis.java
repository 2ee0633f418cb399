package org.wirestream.subject;

import java.util.List;
import org.wirestream.document.SubjectAssignment;

/**
 * The subjects of an item.
 *
 * @param paragraphs for each paragraph of the item its subjects, the main one first
 * @param item the subjects of the item as a whole, the main one first
 */
public record SubjectAnalysis(List<List<SubjectAssignment>> paragraphs, List<SubjectAssignment> item) {
    public SubjectAnalysis {
        paragraphs = List.copyOf(paragraphs);
        item = List.copyOf(item);
    }
}
