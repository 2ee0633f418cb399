package org.wirestream.chaos;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a chaos run does.
 *
 * @param seed decides items, faults, victims and pauses
 * @param records how many raw records are sent
 * @param rounds how many faults come, one after the other
 * @param instances how many instances of the application share the work
 * @param protocol classic or streams
 * @param guarantee exactly_once_v2, or at_least_once as a control that must be caught
 * @param faults the kinds of faults
 * @param directory where data and logs of all processes go
 */
public record ChaosOptions(
        long seed,
        int records,
        int rounds,
        int instances,
        String protocol,
        String guarantee,
        Set<Fault> faults,
        Path directory) {
    public ChaosOptions {
        if (records < 1 || rounds < 0 || instances < 1) {
            throw new IllegalArgumentException("a chaos run needs records and instances");
        }
        faults = Set.copyOf(faults.isEmpty() ? EnumSet.allOf(Fault.class) : faults);
    }
}
