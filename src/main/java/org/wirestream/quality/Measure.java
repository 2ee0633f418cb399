package org.wirestream.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Precision, recall and F1, each 0 to 1, rounded to four digits.
 *
 * @param gold how many there are to be found
 */
public record Measure(double precision, double recall, double f1, int gold) {
    /**
     * From counts.
     *
     * @param hits found and right
     * @param wrong found and not right
     * @param missed not found
     */
    static Measure of(int hits, int wrong, int missed) {
        double precision = ratio(hits, hits + wrong);
        double recall = ratio(hits, hits + missed);
        double f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
        return new Measure(rounded(precision), rounded(recall), rounded(f1), hits + missed);
    }

    static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    /** To four digits; what lies exactly between two goes to the even one. */
    static double rounded(double value) {
        return new BigDecimal(value).setScale(4, RoundingMode.HALF_EVEN).doubleValue();
    }
}
