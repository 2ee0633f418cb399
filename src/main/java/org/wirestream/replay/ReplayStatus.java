package org.wirestream.replay;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a replay is.
 *
 * @param unit in which the amounts are told
 * @param records the records that the brokers have confirmed; in a dry run, those that would be sent
 * @param sent the amount of these records
 * @param done the amount of all records read so far, skipped and refused ones too
 * @param total the amount of all; 0 when unknown
 * @param elapsed since the first record
 */
public record ReplayStatus(Unit unit, long records, long sent, long done, long total, Duration elapsed) {
    /** What amounts are told in. */
    public enum Unit {
        /** Of files. */
        BYTES,
        /** Of a topic's partitions. */
        OFFSETS
    }

    /** Records a second since the beginning. */
    public double rate() {
        double seconds = elapsed.toMillis() / 1000.0;
        return seconds > 0 ? records / seconds : 0;
    }

    /**
     * How long the rest will take if it all is sent, at the speed so far; skipped and refused records cost no time and so do not
     * count as speed. Empty when nobody can say.
     */
    public Optional<Duration> remaining() {
        if (total <= 0 || sent <= 0) {
            return Optional.empty();
        }
        double left = Math.max(0, total - done) / (double) sent;
        return Optional.of(Duration.ofMillis(Math.round(elapsed.toMillis() * left)));
    }
}
