package org.wirestream.stream;

import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When a transaction is worth its price. Committing one costs about as much as enriching an item, whatever is in it: a message to every
 * partition that was written to. While the pipeline keeps up, records are recent when they are processed, and each is committed at
 * once; when it falls behind, or reads an archive, they are not, and are committed together every {@code commit.interval.ms}. So
 * readers wait little when there is little to do, and nothing is lost to haste when there is much. Without transactions readers do not
 * wait for commits, and none is asked for.
 */
final class Promptness {
    /** Milliseconds since a record was sent for which it is recent. */
    private static final long RECENT = 100;

    private final ProcessorContext<?, ?> context;
    private final boolean transactions;

    Promptness(ProcessorContext<?, ?> context) {
        this.context = context;
        this.transactions = StreamsConfig.EXACTLY_ONCE_V2.equals(
                context.appConfigs().get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG));
    }

    /**
     * Asks for a commit after a record that has just been sent.
     *
     * @param sent the raw record's timestamp, milliseconds since 1970
     */
    void commitIfRecent(long sent) {
        long age = context.currentSystemTimeMs() - sent;
        if (transactions && age >= 0 && age < RECENT) {
            context.commit();
        }
    }
}
