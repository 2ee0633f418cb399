package org.wirestream.annotate;

/** What {@code annotate} writes. */
public enum Format {
    /** For people. */
    text,
    /** The enriched item, one JSON object a line. */
    json,
    /** Plain ninjs 3.2, one JSON object a line. */
    ninjs,
    /** One JSON object a paragraph, in the gold's shape. */
    gold,
    /** The dated events, as one iCalendar file. */
    ics,
    /** Who gave every tag and what was overruled, for people. */
    explain
}
