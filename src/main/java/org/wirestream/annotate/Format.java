package org.wirestream.annotate;

/** What {@code annotate} writes. */
public enum Format {
    /** For people. */
    text,
    /** The enriched item, one JSON object a line. */
    json,
    /** Plain ninjs 3.2, one JSON object a line. */
    ninjs,
    /** ninjs 2.2, one JSON object a line. */
    ninjs_2,
    /** ninjs 1.6, one JSON object a line. */
    ninjs_1,
    /** NewsML-G2 2.35, one XML document a line. */
    newsml_g2,
    /** One JSON object a paragraph, in the gold's shape. */
    gold,
    /** The dated events, as one iCalendar file. */
    ics,
    /** Who gave every tag and what was overruled, for people. */
    explain;

    /** As commands write it: {@code newsml-g2}. */
    @Override
    public String toString() {
        return name().replace('_', '-');
    }
}
