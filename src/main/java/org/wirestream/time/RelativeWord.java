package org.wirestream.time;

/**
 * A word of {@code relative-words.tsv}.
 *
 * @param word the word
 * @param unit what it names
 * @param fromContext whether it is relative to the nearest date before it, not to the item's date
 * @param offset how many units away
 * @param notBefore characters that must not follow, as they make another word
 */
record RelativeWord(String word, Unit unit, boolean fromContext, int offset, String notBefore) {
    enum Unit {
        YEAR,
        MONTH,
        DAY
    }
}
