package org.wirestream.stream;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.wirestream.counts.Count;
import org.wirestream.counts.CountKey;

/** Brings counts into the shape of their topics; a count that fell to nothing becomes a tombstone. */
final class CountPublisher implements Processor<Bytes, Count, Bytes, CountPublisher.CountRecord> {
    static final Serde<CountRecord> SERDE = CountSerdes.writing(CountRecord::value);

    private ProcessorContext<Bytes, CountRecord> context;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    CountPublisher() {}

    /** A count's record, and the key that decides its topic. */
    record CountRecord(CountKey key, @Nullable Bytes value) {}

    @Override
    public void init(ProcessorContext<Bytes, CountRecord> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<Bytes, Count> record) {
        CountKey key = CountSerdes.key(record.key());
        Count count = record.value();
        // Not those of whichever change came last before a commit: the same count has the same headers.
        Headers headers = new RecordHeaders();
        if (count != null) {
            headers.add(RawHeaders.CONTENT_TYPE, EnrichProcessor.JSON);
        }
        context.forward(record.withKey(CountSerdes.publishedKey(key))
                .withValue(new CountRecord(key, count == null ? null : CountSerdes.published(key, count)))
                .withHeaders(headers));
    }
}
