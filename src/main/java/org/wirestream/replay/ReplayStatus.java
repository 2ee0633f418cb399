package org.wirestream.replay;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a replay is.
 *
 * @param records the records that the brokers have confirmed; in a dry run, those that would be sent
 * @param sentBytes the bytes of these records
 * @param bytes the bytes of all records read so far, skipped and refused ones too
 * @param totalBytes the bytes of all files; 0 when unknown
 * @param elapsed since the first record
 */
public record ReplayStatus(long records, long sentBytes, long bytes, long totalBytes, Duration elapsed) {
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
        if (totalBytes <= 0 || sentBytes <= 0) {
            return Optional.empty();
        }
        double left = Math.max(0, totalBytes - bytes) / (double) sentBytes;
        return Optional.of(Duration.ofMillis(Math.round(elapsed.toMillis() * left)));
    }
}
