package org.wirestream.quality;

/**
 * Precision, recall and F1 of one kind of finding.
 *
 * @param hits found and in the gold
 * @param wrong found and not in the gold
 * @param missed in the gold and not found
 */
public record Measure(int hits, int wrong, int missed) {
    /** The share of what was found that is right; 0 when nothing was found. */
    public double precision() {
        return hits + wrong == 0 ? 0 : (double) hits / (hits + wrong);
    }

    /** The share of the gold that was found; 0 when there is none. */
    public double recall() {
        return hits + missed == 0 ? 0 : (double) hits / (hits + missed);
    }

    /** The harmonic mean of both. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    /** How many there are in the gold. */
    public int gold() {
        return hits + missed;
    }

    Measure plus(Measure other) {
        return new Measure(hits + other.hits, wrong + other.wrong, missed + other.missed);
    }
}
