package org.wirestream.stream;

import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.wirestream.counts.Count;
import org.wirestream.counts.CountKey;

/**
 * Adds changes to the counts of a shard, and tells each count that they move, in the shape of its topic; a count that falls to
 * nothing becomes a tombstone. Owned by one stream thread, as is its store.
 */
final class CountProcessor implements Processor<Bytes, Bytes, Bytes, CountProcessor.CountRecord> {
    static final String STORE = "count-rows";
    static final Serde<CountRecord> SERDE = StreamSerdes.writing(CountRecord::value);

    private ProcessorContext<Bytes, CountRecord> context;
    private KeyValueStore<Bytes, Count> rows;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    CountProcessor() {}

    /** A count's record, and the key that decides its topic. */
    record CountRecord(CountKey key, @Nullable Bytes value) {}

    @Override
    public void init(ProcessorContext<Bytes, CountRecord> processorContext) {
        context = processorContext;
        rows = processorContext.getStateStore(STORE);
    }

    @Override
    public void process(Record<Bytes, Bytes> record) {
        // Read to the end first: what cannot be read must change nothing.
        List<CountRows.Row> changes = CountRows.changes(record.value());
        for (CountRows.Row change : changes) {
            Bytes key = CountRows.key(change.key());
            Count before = rows.get(key);
            Count sum = before == null ? change.count() : before.plus(change.count());
            Count now = sum.isZero() ? null : sum;
            rows.put(key, now);
            publish(change.key(), now, record.timestamp());
        }
    }

    private void publish(CountKey key, @Nullable Count count, long time) {
        Headers headers = new RecordHeaders();
        if (count != null) {
            headers.add(RawHeaders.CONTENT_TYPE, EnrichProcessor.JSON);
        }
        Bytes value = count == null ? null : CountJson.value(key, count);
        context.forward(new Record<>(CountJson.key(key), new CountRecord(key, value), time, headers));
    }
}
