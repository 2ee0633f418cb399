package org.wirestream.quality;

import java.util.List;
import java.util.Map;

/**
 * How well predictions agree with the gold.
 *
 * @param measures by name: {@code entities} (PER, LOC and ORG together), each type, {@code dates}, {@code subjects}, {@code desks}
 * @param subjectF1 F1 of each subject that the gold has at least three times
 * @param subjectMacroF1 their mean
 * @param primaryDesk share of the paragraphs with a main subject whose main subject's desk is right
 * @param primaries number of these paragraphs
 * @param paragraphs number of paragraphs in the gold
 * @param missing how many of them have no prediction
 * @param textDiffers how many have a prediction for another text
 * @param errors what was missed and what was wrong, by measure
 */
public record Scores(
        Map<String, Measure> measures,
        Map<String, Double> subjectF1,
        double subjectMacroF1,
        double primaryDesk,
        int primaries,
        int paragraphs,
        int missing,
        int textDiffers,
        List<Error> errors) {

    /**
     * One disagreement.
     *
     * @param measure the measure that it counts in
     * @param missed true when the gold has it and the prediction does not, false the other way round
     * @param doc the document
     * @param para the paragraph's index
     * @param label type, ISO value or subject
     * @param before some text before it
     * @param text the text that it covers; empty for subjects and desks
     * @param after some text after it
     */
    public record Error(
            String measure,
            boolean missed,
            String doc,
            int para,
            String label,
            String before,
            String text,
            String after) {}
}
