package org.wirestream.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.wirestream.terminal.Style;

/** Entries for people and as JSON Lines. What they hold came from outside and cannot act on the terminal. */
public final class AuditText {
    private AuditText() {}

    /** Two lines an entry or, once it has ended, as many more as its result has. */
    public static String table(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return "nothing was done yet";
        }
        StringBuilder text = new StringBuilder();
        for (AuditEntry entry : entries) {
            text.append(String.format(
                    "%-20s  %-12s  %-8s  %s@%s  %s%n",
                    Style.harmless(entry.id()),
                    Style.harmless(entry.operation()),
                    AuditFormat.word(entry.state()),
                    Style.harmless(entry.by().user()),
                    Style.harmless(entry.by().host()),
                    times(entry)));
            text.append("    ").append(Style.harmless(entry.selection())).append('\n');
            if (entry.result() != null) {
                entry.result()
                        .lines()
                        .forEach(line ->
                                text.append("    ").append(Style.harmless(line)).append('\n'));
            }
        }
        return text.toString().stripTrailing();
    }

    private static String times(AuditEntry entry) {
        String begun = entry.started().toString();
        Instant written = entry.written();
        return written == null ? begun : "%s to %s".formatted(begun, written.truncatedTo(ChronoUnit.SECONDS));
    }

    /** One JSON object: the entry, and as {@code written} when it was last written. */
    public static String json(AuditEntry entry) {
        Instant written = entry.written();
        return AuditFormat.node(entry)
                .put("written", written == null ? null : written.toString())
                .toString();
    }
}
