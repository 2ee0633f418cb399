package org.wirestream.bench;

/**
 * One timed run.
 *
 * @param items how many items were worked on
 * @param characters their length in UTF-16 code units
 * @param wallNanos how long it took
 * @param cpuNanos processor time of the whole process meanwhile, compiler and garbage collector included
 */
record Run(long items, long characters, long wallNanos, long cpuNanos) {
    private static final double SECOND = 1e9;

    double charactersPerSecond() {
        return characters * SECOND / wallNanos;
    }

    double charactersPerCpuSecond() {
        return characters * SECOND / cpuNanos;
    }

    double itemsPerSecond() {
        return items * SECOND / wallNanos;
    }
}
