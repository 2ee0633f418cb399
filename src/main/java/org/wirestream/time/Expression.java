package org.wirestream.time;

import org.jspecify.annotations.Nullable;

/**
 * A calendar expression as written.
 *
 * @param first the date, or the beginning of an interval
 * @param last the end of an interval, else null
 * @param setting where it stands
 */
record Expression(Term first, @Nullable Term last, Setting setting) {
    int begin() {
        return first.begin();
    }

    int end() {
        return last == null ? first.end() : last.end();
    }

    /** The expression with only one of an interval's ends. */
    Expression with(Term only) {
        return new Expression(only, null, setting);
    }
}
