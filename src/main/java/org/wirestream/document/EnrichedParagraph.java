package org.wirestream.document;

import java.util.List;
import org.wirestream.wire.Paragraph;

/**
 * A paragraph with what was found in it.
 *
 * @param paragraph the paragraph
 * @param mentions named things, in text order, not overlapping
 * @param dates calendar expressions, in text order
 * @param subjects what it is about, the main subject first; empty when it is about none
 * @param desks ids of the desks that its subjects belong to, in the order of the subjects
 */
public record EnrichedParagraph(
        Paragraph paragraph,
        List<Mention> mentions,
        List<DateMention> dates,
        List<SubjectAssignment> subjects,
        List<String> desks) {
    public EnrichedParagraph {
        mentions = List.copyOf(mentions);
        dates = List.copyOf(dates);
        subjects = List.copyOf(subjects);
        desks = List.copyOf(desks);
    }
}
