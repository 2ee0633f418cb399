package org.wirestream.wire;

/**
 * A part of the head that the wire grammar recognised; its offsets are UTF-16 code units in the paragraph's source text.
 *
 * @param kind what it is
 * @param paragraph index of the paragraph
 * @param begin first code unit
 * @param end one past the last
 */
public record WireSpan(Kind kind, int paragraph, int begin, int end) {
    /** What the grammar can tell. */
    public enum Kind {
        /** The agency's or paper's name: 新华社. */
        AGENCY,
        /** A place of filing that is a place: 阿斯塔纳. */
        PLACE,
        /** A place of filing that is an organisation: 联合国. */
        ORGANISATION,
        /** A reporter's name in a byline. */
        REPORTER,
        /** The date of filing. */
        DATE
    }
}
