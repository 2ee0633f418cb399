package org.wirestream.wire;

/**
 * One non-empty line of an item.
 *
 * @param index counts the non-empty lines from 0, headline and dateline included
 * @param kind its part in the item
 * @param text the line exactly as received
 * @param folded the same for analysis, with the way back to {@code text}
 * @param newsBegin where the news begins in {@code text} (UTF-16 code units): past a dateline and byline, else 0;
 *     equal to the length when the line has nothing else
 */
public record Paragraph(int index, Kind kind, String text, FoldedText folded, int newsBegin) {
    /** The parts of an item. */
    public enum Kind {
        HEADLINE,
        /** A line that is only agency, place, date and byline. */
        DATELINE,
        BYLINE,
        /** （2017年6月8日至9日，阿斯塔纳） or a date alone, under the headline. */
        PLACE_DATE,
        BODY,
        /** （完）, editor lines, a closing list of staff. */
        FOOTER
    }

    /** Whether the paragraph can be about something: headline and head or foot lines are not. */
    public boolean isBody() {
        return kind == Kind.BODY;
    }
}
