package org.wirestream.subject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.wirestream.document.Evidence;

/** What a paragraph's own words say. Immutable: nobody writes to what it was made from. */
final class ParagraphScore {
    /** How many pieces of evidence are reported for a subject. */
    private static final int MOST_EVIDENCE = 8;

    private static final Comparator<Evidence> STRONGEST_FIRST = Comparator.comparingDouble(Evidence::weight)
            .reversed()
            .thenComparingInt(Evidence::paragraph)
            .thenComparingInt(Evidence::begin);

    private final double[] strength;
    private final List<List<Evidence>> evidence;
    private final int length;

    ParagraphScore(double[] strength, List<List<Evidence>> evidence, int length) {
        this.strength = strength;
        this.evidence = List.copyOf(evidence);
        this.length = length;
    }

    /** A paragraph that is not about anything. */
    static ParagraphScore silent(int subjects) {
        return new ParagraphScore(new double[subjects], Collections.nCopies(subjects, List.of()), 0);
    }

    int subjects() {
        return strength.length;
    }

    /** How strongly the words speak for a subject, 0 to below 1. */
    double strength(int subject) {
        return strength[subject];
    }

    /** The words that speak for a subject, strongest first. */
    List<Evidence> evidence(int subject) {
        return evidence.get(subject);
    }

    /** How much text was read, in UTF-16 code units. */
    int length() {
        return length;
    }

    double strongest() {
        double strongest = 0;
        for (double each : strength) {
            strongest = Math.max(strongest, each);
        }
        return strongest;
    }

    /** Sorts, cuts and scales evidence so that the strongest weighs 1. */
    static List<Evidence> strongestFirst(List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return List.of();
        }
        List<Evidence> sorted = new ArrayList<>(evidence);
        sorted.sort(STRONGEST_FIRST);
        double strongest = sorted.get(0).weight();
        return sorted.stream()
                .limit(MOST_EVIDENCE)
                .map(each -> new Evidence(
                        each.paragraph(), each.begin(), each.end(), each.text(), each.weight() / strongest))
                .toList();
    }
}
