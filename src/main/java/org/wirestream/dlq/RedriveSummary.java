package org.wirestream.dlq;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.wirestream.audit.AuditEntry;

/**
 * What a redrive did.
 *
 * @param dryRun whether nothing was sent
 * @param sent letters that were sent back, or would be
 * @param byReason the same by reason
 * @param passedOver letters that were not, by why
 * @param stopped whether somebody stopped it before its end
 */
public record RedriveSummary(
        boolean dryRun, long sent, Map<String, Long> byReason, Map<Pass, Long> passedOver, boolean stopped) {
    /** Why a letter is not sent back. */
    public enum Pass {
        REDRIVEN("were sent back before"),
        TOO_OFTEN("came back too often (--attempts)"),
        NOT_RAW("are no input of the pipeline but its own records; replay the items");

        private final String words;

        Pass(String words) {
            this.words = words;
        }
    }

    public RedriveSummary {
        byReason = Map.copyOf(byReason);
        passedOver = Map.copyOf(passedOver);
    }

    /** The same in words, one or more lines without a last line end. */
    public String text() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%s %s", dryRun ? "would send back" : "sent back", letters(sent)));
        new TreeMap<>(byReason)
                .forEach((reason, count) -> text.append(String.format(Locale.ROOT, "%n  %,6d %s", count, reason)));
        new TreeMap<>(passedOver)
                .forEach((why, count) -> text.append(String.format(Locale.ROOT, "%n%,d %s", count, why.words)));
        if (stopped) {
            text.append(String.format("%nstopped; the same command again goes on where it was"));
        } else if (dryRun && sent > 0) {
            text.append(String.format("%nnothing was sent; --execute does it"));
        }
        return text.toString();
    }

    /** How it ended, for the audit. */
    AuditEntry.Outcome outcome() {
        return new AuditEntry.Outcome(stopped ? AuditEntry.State.STOPPED : AuditEntry.State.COMPLETE, text());
    }

    static String letters(long count) {
        return count == 1 ? "1 dead letter" : String.format(Locale.ROOT, "%,d dead letters", count);
    }
}
