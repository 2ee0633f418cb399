package org.wirestream.replay;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a replay is.
 *
 * @param records the records that the brokers have confirmed; in a dry run, those that would be sent
 * @param bytes the bytes of all records read so far, skipped and refused ones too
 * @param totalBytes the bytes of all files; 0 when unknown
 * @param elapsed since the first record
 */
public record ReplayStatus(long records, long bytes, long totalBytes, Duration elapsed) {
    /** Records a second since the beginning. */
    public double rate() {
        double seconds = elapsed.toMillis() / 1000.0;
        return seconds > 0 ? records / seconds : 0;
    }

    /** How long the rest will take at the speed so far; empty when nobody can say. */
    public Optional<Duration> remaining() {
        if (totalBytes <= 0 || bytes <= 0) {
            return Optional.empty();
        }
        double done = Math.min(1, (double) bytes / totalBytes);
        return Optional.of(Duration.ofMillis(Math.round(elapsed.toMillis() * (1 - done) / done)));
    }
}
