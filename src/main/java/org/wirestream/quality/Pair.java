package org.wirestream.quality;

/**
 * A paragraph of the gold and its prediction.
 *
 * @param predicted an empty one where there is none
 * @param isMissing whether there is none
 */
record Pair(GoldRecord gold, GoldRecord predicted, boolean isMissing) {
    boolean textDiffers() {
        return !gold.text().equals(predicted.text());
    }
}
