package org.wirestream.replay;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirestream.audit.AuditEntry;

/**
 * What a replay of a topic did, in this run and those before it that it went on with.
 *
 * @param id by which {@code wire.audit} knows it; null for a dry run, which sent nothing
 * @param from the topic that was read
 * @param to the topic that was written
 * @param sent records that were copied, or would be
 * @param bytes their values' size
 * @param copies records that were passed over, since they are copies of others that still stand in the topic
 * @param refused records that are too large for the target
 * @param complete whether it came to its end
 * @param elapsed of this run
 */
public record TopicReplaySummary(
        @Nullable String id,
        String from,
        String to,
        long sent,
        long bytes,
        long copies,
        long refused,
        boolean complete,
        Duration elapsed) {
    static TopicReplaySummary of(@Nullable String id, String to, Checkpoint at, boolean complete, Duration elapsed) {
        return new TopicReplaySummary(
                id, at.topic(), to, at.sent(), at.bytes(), at.copies(), at.refused(), complete, elapsed);
    }

    /** Whether every record that was chosen was copied. */
    public boolean isClean() {
        return complete && refused == 0;
    }

    /** How it ended, for the audit. */
    AuditEntry.Outcome outcome() {
        return complete
                ? new AuditEntry.Outcome(AuditEntry.State.COMPLETE, copied())
                : new AuditEntry.Outcome(AuditEntry.State.STOPPED, text());
    }

    /** The same in words, one or more lines without a last line end. */
    public String text() {
        return id == null ? copied() : copied() + (complete ? "\nwritten down as " + id : "\nstopped; " + resume(id));
    }

    private String copied() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s %s (%,d bytes) from %s to %s in %.1f s",
                id == null ? "would replay" : "replayed",
                ReplaySummary.records(sent),
                bytes,
                from,
                to,
                elapsed.toMillis() / 1000.0));
        if (copies > 0) {
            text.append(String.format(
                    Locale.ROOT, "; passed over %,d made by earlier replays of what stands there", copies));
        }
        if (refused > 0) {
            text.append(String.format(Locale.ROOT, "; refused %,d", refused));
        }
        return text.toString();
    }

    /** How to go on, for an operator. */
    static String resume(String id) {
        return "resume with --resume " + id;
    }
}
