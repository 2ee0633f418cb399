package org.wirestream.time;

import org.jspecify.annotations.Nullable;

/**
 * A calendar expression in folded text.
 *
 * @param begin first code unit
 * @param end one past the last
 * @param from the date, or the first one of an interval
 * @param to the last one of an interval; null for a single date
 * @param planned whether words before it say that it lies ahead (将于)
 */
record Expression(
        int begin, int end, Partial from, @Nullable Partial to, boolean planned) {}
