package org.wirestream.doctor;

import org.wirestream.doctor.Finding.Check;

/** How much space should be left: a full disk stops brokers and instances. */
final class DiskSpace {
    private static final long LITTLE = 2L << 30;
    private static final long NOTHING = 200L << 20;

    private DiskSpace() {}

    static Finding judge(String place, long total, long usable, String mend) {
        String text = "%s has %s of %s left".formatted(place, gigabytes(usable), gigabytes(total));
        if (usable < NOTHING) {
            return Finding.problem(Check.DISK, text, mend);
        }
        return usable < LITTLE || usable < total / 20
                ? Finding.warning(Check.DISK, text, mend)
                : Finding.ok(Check.DISK, text);
    }

    private static String gigabytes(long bytes) {
        return "%.1f GB".formatted(bytes / 1e9);
    }
}
