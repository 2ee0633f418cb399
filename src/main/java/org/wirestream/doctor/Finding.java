package org.wirestream.doctor;

import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param check what was checked
 * @param verdict how it is
 * @param text what was seen
 * @param mend what to do about it; null when nothing is to be done
 */
public record Finding(
        Check check, Verdict verdict, String text, @Nullable String mend) {
    /** What is checked. */
    public enum Check {
        JAVA,
        ENCODING,
        LIBRARIES,
        DISK,
        BROKERS,
        CLOCK,
        TOPICS,
        CONFIGURATION,
        RIGHTS
    }

    /** How a check came out. */
    public enum Verdict {
        OK,
        /** The pipeline works, but not for long, or not as it should. */
        WARNING,
        /** The pipeline does not work. */
        PROBLEM
    }

    static Finding ok(Check check, String text) {
        return new Finding(check, Verdict.OK, text, null);
    }

    static Finding warning(Check check, String text, String mend) {
        return new Finding(check, Verdict.WARNING, text, mend);
    }

    static Finding problem(Check check, String text, String mend) {
        return new Finding(check, Verdict.PROBLEM, text, mend);
    }
}
