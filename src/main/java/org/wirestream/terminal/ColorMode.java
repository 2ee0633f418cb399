package org.wirestream.terminal;

import java.util.Locale;

/** When output is coloured. */
public enum ColorMode {
    /** On a terminal, unless {@code NO_COLOR} is set (no-color.org) or the terminal is dumb. */
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
