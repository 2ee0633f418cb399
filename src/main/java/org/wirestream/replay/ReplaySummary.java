package org.wirestream.replay;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirestream.audit.AuditEntry;

/**
 * What a replay did.
 *
 * @param topic where records go
 * @param dryRun whether nothing was sent
 * @param skipped the records passed over at the beginning
 * @param sent the records that the brokers confirmed; in a dry run, those that would be sent
 * @param bytes their values' size
 * @param refused the records that are too large
 * @param end how it ended
 * @param problem what broke it off, or what a dry run could not check; null when nothing did
 * @param resumeAt for {@code --skip}: every record before it is in the topic or was refused
 * @param elapsed since the first record
 */
public record ReplaySummary(
        String topic,
        boolean dryRun,
        long skipped,
        long sent,
        long bytes,
        long refused,
        End end,
        @Nullable String problem,
        long resumeAt,
        Duration elapsed) {
    /** How a replay ends. */
    public enum End {
        COMPLETE,
        STOPPED,
        FAILED
    }

    /** Whether every record was sent. */
    public boolean isClean() {
        return end == End.COMPLETE && refused == 0;
    }

    /** The same with something to tell beside it. */
    ReplaySummary withNote(@Nullable String note) {
        String both = note == null || problem == null ? (note == null ? problem : note) : problem + "\n" + note;
        return new ReplaySummary(topic, dryRun, skipped, sent, bytes, refused, end, both, resumeAt, elapsed);
    }

    /** How it ended, for the audit. */
    AuditEntry.Outcome outcome() {
        AuditEntry.State state = switch (end) {
            case COMPLETE -> AuditEntry.State.COMPLETE;
            case STOPPED -> AuditEntry.State.STOPPED;
            case FAILED -> AuditEntry.State.FAILED;
        };
        return new AuditEntry.Outcome(state, text());
    }

    /** The same in words, one or more lines without a last line end. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s %s (%,d bytes) to %s in %.1f s",
                dryRun ? "would send" : "sent",
                records(sent),
                bytes,
                topic,
                elapsed.toMillis() / 1000.0));
        if (skipped > 0) {
            text.append(String.format(Locale.ROOT, "; skipped %,d", skipped));
        }
        if (refused > 0) {
            text.append(String.format(Locale.ROOT, "; refused %,d", refused));
        }
        if (problem != null) {
            text.append('\n').append(problem);
        }
        if (end != End.COMPLETE) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%s; resume with --skip %d",
                    end == End.STOPPED ? "stopped" : "broken off",
                    resumeAt));
        }
        return text.toString();
    }

    /** A number of records in words. */
    static String records(long count) {
        return count == 1 ? "1 record" : String.format(Locale.ROOT, "%,d records", count);
    }
}
