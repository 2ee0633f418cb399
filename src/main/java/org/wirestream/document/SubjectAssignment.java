package org.wirestream.document;

import java.util.List;

/**
 * One subject of a paragraph or an item.
 *
 * @param subject id of the subject in the vocabulary ({@code terrorism})
 * @param relevance 0 to 100: how much of the text is about it
 * @param confidence 0 to 100: how likely it is right to assign it
 * @param evidence the words that spoke for it, strongest first
 */
public record SubjectAssignment(String subject, int relevance, int confidence, List<Evidence> evidence) {
    public SubjectAssignment {
        evidence = List.copyOf(evidence);
    }
}
