package org.wirestream.stream;

import java.time.Instant;
import org.wirestream.Stage;
import org.wirestream.StageListener;
import org.wirestream.document.EnrichedItem;

/**
 * Is told what the topology does with each record. Stream threads call it at the same time and on their way, so it must be safe
 * for use by many threads, quick, and must not throw. A transaction that is taken back is told of again when it is made again.
 */
public interface PipelineListener extends StageListener {
    /** Does not want to know. */
    PipelineListener NONE = new PipelineListener() {};

    /** A record of the raw topic was read. */
    default void received() {}

    /**
     * A record ended, but as a dead letter.
     *
     * @param appended the raw record's timestamp
     */
    default void ended(Outcome outcome, Instant appended) {}

    /**
     * An item's records were made and are about to be sent; told before {@link #ended}.
     *
     * @param appended the raw record's timestamp
     */
    default void enriched(EnrichedItem item, Outcome outcome, Instant appended) {}

    /**
     * A record ended as a dead letter.
     *
     * @param reason its header {@link DeadLetters#REASON}
     */
    default void dead(String reason) {}

    @Override
    default void finished(Stage stage, long nanos) {}
}
