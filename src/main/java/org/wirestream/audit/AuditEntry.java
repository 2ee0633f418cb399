package org.wirestream.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did. Its record in {@code wire.audit} has {@link #id} as key and is written again until it has ended.
 *
 * @param id made of the time when it began and a random end
 * @param operation {@code replay}, {@code replay topic}, {@code dlq redrive} or {@code reset}
 * @param state how far it is
 * @param by who did it
 * @param started when it began, by the clock of who did it
 * @param written when the record was last written, by the broker's clock; null as long as it was not
 * @param selection what was chosen, in words
 * @param result what came of it, in words; null until it has ended
 * @param position for {@code replay topic}: where it is and what it needs to go on; null for everything else
 */
public record AuditEntry(
        String id,
        String operation,
        State state,
        Operator by,
        Instant started,
        @Nullable Instant written,
        String selection,
        @Nullable String result,
        @Nullable JsonNode position) {
    /** How far it is. */
    public enum State {
        /** At work; or killed, when it was written long ago. */
        RUNNING,
        COMPLETE,
        /** Somebody stopped it before its end. */
        STOPPED,
        FAILED
    }

    /**
     * How something ended.
     *
     * @param result what came of it, in words
     */
    public record Outcome(State state, String result) {}

    /** The same when it has ended. */
    public AuditEntry ended(Outcome outcome) {
        return new AuditEntry(
                id, operation, outcome.state(), by, started, written, selection, outcome.result(), position);
    }

    /** The same at another place, and at work again. */
    public AuditEntry at(JsonNode place) {
        return new AuditEntry(id, operation, State.RUNNING, by, started, written, selection, null, place);
    }
}
