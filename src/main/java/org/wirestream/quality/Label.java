package org.wirestream.quality;

/**
 * What is compared.
 *
 * @param start first UTF-16 code unit; 0 for what belongs to a whole paragraph
 * @param end one past the last; 0 for what belongs to a whole paragraph
 * @param name type, ISO value, subject or desk
 */
record Label(int start, int end, String name) {
    /** Whether two spans share at least half of the longer one. */
    boolean overlaps(Label other) {
        int shared = Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
        return shared * 2 >= Math.max(end - start, other.end - other.start);
    }
}
