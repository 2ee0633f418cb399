package org.wirestream.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * What a chaos run has shown.
 *
 * @param options what was run
 * @param records raw records sent
 * @param outputs records of output topics that an undisturbed run sends, counts apart
 * @param stalled whether something was still to do when there was no more patience; the findings then mean little
 * @param findings how the outputs differ from an undisturbed run's
 * @param faults what was done, in order
 * @param unplannedExits instances that ended by themselves, and were started again as a supervisor would
 * @param maxOutputGapMs the longest time without any output while records came in
 * @param transactionVersion the cluster's {@code transaction.version}; 2 is the protocol with the servers' own defence (KIP-890)
 * @param seconds how long it took
 */
public record Verdict(
        ChaosOptions options,
        int records,
        long outputs,
        boolean stalled,
        Findings findings,
        List<String> faults,
        int unplannedExits,
        long maxOutputGapMs,
        int transactionVersion,
        long seconds) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public Verdict {
        faults = List.copyOf(faults);
    }

    /**
     * Differences between two runs over the same records.
     *
     * @param lost records that are missing
     * @param duplicated records that are too many
     * @param outOfOrder keys whose records came in another order
     * @param wrongCounts counts that are not what they should be
     * @param dlqExact whether the dead letters are those that should be, each once
     */
    public record Findings(long lost, long duplicated, long outOfOrder, long wrongCounts, boolean dlqExact) {
        /** Whether there is no difference. */
        public boolean isExact() {
            return lost == 0 && duplicated == 0 && outOfOrder == 0 && wrongCounts == 0 && dlqExact;
        }
    }

    /** Whether everything came out exactly once, under the newer transaction protocol. */
    public boolean isExactlyOnce() {
        return !stalled && findings.isExact() && transactionVersion >= 2;
    }

    /** One line. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%s: seed %d, %s, %s: %,d records, %,d outputs, lost %d, duplicated %d, out of order %d, wrong counts %d, "
                        + "dead letters %s, %d faults, %d unplanned exits, longest gap %.1f s, transaction.version %d, %d s",
                stalled ? "STALLED" : isExactlyOnce() ? "EXACTLY ONCE" : "VIOLATED",
                options.seed(),
                options.protocol(),
                options.guarantee(),
                records,
                outputs,
                findings.lost(),
                findings.duplicated(),
                findings.outOfOrder(),
                findings.wrongCounts(),
                findings.dlqExact() ? "exact" : "wrong",
                faults.size(),
                unplannedExits,
                maxOutputGapMs / 1000.0,
                transactionVersion,
                seconds);
    }

    /** One JSON object. */
    public String json() {
        ObjectNode json = MAPPER.createObjectNode()
                .put("exactlyOnce", isExactlyOnce())
                .put("seed", options.seed())
                .put("protocol", options.protocol())
                .put("guarantee", options.guarantee())
                .put("records", records)
                .put("outputs", outputs)
                .put("stalled", stalled)
                .put("lost", findings.lost())
                .put("duplicated", findings.duplicated())
                .put("outOfOrder", findings.outOfOrder())
                .put("wrongCounts", findings.wrongCounts())
                .put("dlqExact", findings.dlqExact())
                .put("unplannedExits", unplannedExits)
                .put("maxOutputGapMs", maxOutputGapMs)
                .put("transactionVersion", transactionVersion)
                .put("seconds", seconds);
        var list = json.putArray("faults");
        faults.forEach(list::add);
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON nodes can be written", e);
        }
    }
}
