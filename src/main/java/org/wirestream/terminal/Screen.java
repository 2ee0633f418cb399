package org.wirestream.terminal;

import java.util.Map;
import java.util.Properties;

/**
 * Where output goes.
 *
 * @param columns its width in columns
 * @param colored whether ANSI colours are used
 */
public record Screen(int columns, boolean colored) {
    /** Whether standard output is a terminal, as the launcher saw it. */
    private static final String OUTPUT_IS_TERMINAL = "wirestream.terminal";

    private static final int DEFAULT_COLUMNS = 100;
    private static final int NARROWEST = 40;
    /** Longer lines of running text are tiring to read. */
    private static final int WIDEST = 120;

    /** Brings the width into readable bounds. */
    public Screen {
        columns = Math.max(NARROWEST, Math.min(columns, WIDEST));
    }

    /**
     * The screen that a process writes to.
     *
     * @param mode what the user asked for
     * @param environment read for {@code NO_COLOR}, {@code TERM} and {@code COLUMNS}
     * @param properties read for {@code wirestream.terminal}, which the launcher sets: Java itself cannot tell
     *     whether only output is a terminal, and without it output counts as none
     */
    public static Screen of(ColorMode mode, Map<String, String> environment, Properties properties) {
        boolean terminal = Boolean.parseBoolean(properties.getProperty(OUTPUT_IS_TERMINAL));
        boolean colored = switch (mode) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                terminal
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !environment.getOrDefault("TERM", "").equals("dumb");
        };
        return new Screen(columns(environment.getOrDefault("COLUMNS", "")), colored);
    }

    private static int columns(String stated) {
        boolean usable =
                !stated.isEmpty() && stated.length() <= 4 && stated.chars().allMatch(c -> c >= '0' && c <= '9');
        return usable && Integer.parseInt(stated) > 0 ? Integer.parseInt(stated) : DEFAULT_COLUMNS;
    }
}
