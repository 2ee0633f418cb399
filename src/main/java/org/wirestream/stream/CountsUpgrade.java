package org.wirestream.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirestream.wire.ItemTime;
import org.wirestream.wire.PubStatus;

/**
 * Counts the items again that were counted before there were rows of counts: their states say so. It goes through the store beside the
 * work, a few items at a time and in the same transactions, once: a row in the store then says that it is done. The hour of an item
 * that was counted by days only was not remembered; it is in no hour until its next version.
 */
final class CountsUpgrade {
    /** No item has this key: an item's id is a URI and never begins with a NUL. */
    static final Bytes DONE = Bytes.wrap("\0counts".getBytes(StandardCharsets.UTF_8));

    private static final ItemState DONE_STATE =
            new ItemState("1", 0, null, List.of(), PubStatus.CANCELED, Map.of(), List.of(), null, true, 0, null);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int BATCH = 200;
    private static final Logger LOG = LoggerFactory.getLogger(CountsUpgrade.class);

    private final KeyValueStore<Bytes, ItemState> versions;
    private final ObjLongConsumer<ItemPublisher.Keyed> changes;
    private @Nullable Cancellable schedule;
    private @Nullable Bytes next;
    private long upgraded;

    private CountsUpgrade(KeyValueStore<Bytes, ItemState> versions, ObjLongConsumer<ItemPublisher.Keyed> changes) {
        this.versions = versions;
        this.changes = changes;
    }

    /**
     * Begins the upgrade unless it was done.
     *
     * @param changes takes changes of counts and the time of their item, milliseconds since 1970
     */
    static void begin(
            ProcessorContext<?, ?> context,
            KeyValueStore<Bytes, ItemState> versions,
            ObjLongConsumer<ItemPublisher.Keyed> changes) {
        if (versions.get(DONE) == null) {
            CountsUpgrade upgrade = new CountsUpgrade(versions, changes);
            upgrade.schedule =
                    context.schedule(PAUSE, PunctuationType.WALL_CLOCK_TIME, now -> upgrade.continueFromLast());
        }
    }

    private void continueFromLast() {
        Bytes from = next;
        next = null;
        int seen = 0;
        try (KeyValueIterator<Bytes, ItemState> states = versions.range(from, null)) {
            while (states.hasNext() && next == null) {
                KeyValue<Bytes, ItemState> state = states.next();
                if (++seen > BATCH) {
                    next = state.key;
                } else if (!state.value.counted()) {
                    upgrade(state.key, state.value);
                }
            }
        }
        if (next == null) {
            versions.put(DONE, DONE_STATE);
            if (schedule != null) {
                schedule.cancel();
            }
            if (upgraded > 0) {
                LOG.info("{} items that an older version counted are counted again", upgraded);
            }
        }
    }

    private void upgrade(Bytes key, ItemState state) {
        long time = state.counts().stream()
                .mapToLong(counted -> midnight(counted.key().day()))
                .max()
                .orElse(0);
        ItemPublisher.changes(state.contribution().rows()).forEach(change -> changes.accept(change, time));
        versions.put(key, state.inRows());
        upgraded++;
    }

    private static long midnight(@Nullable String day) {
        return day == null
                ? 0
                : LocalDate.parse(day)
                        .atStartOfDay(ItemTime.WIRE_ZONE)
                        .toInstant()
                        .toEpochMilli();
    }
}
