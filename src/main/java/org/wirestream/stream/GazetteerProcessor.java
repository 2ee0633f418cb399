package org.wirestream.stream;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirestream.gazetteer.GazetteerEntry;
import org.wirestream.gazetteer.GazetteerFormat;
import org.wirestream.gazetteer.InvalidEntryException;

/**
 * Takes the gazetteer's records, all of them before the instance's first item and then as they come. What is no entry is as good as a
 * deletion, since it is all that the compacted topic keeps of its name; it is logged, and never stops the stream.
 */
final class GazetteerProcessor implements Processor<Bytes, Bytes, Void, Void> {
    static final String STORE = "gazetteer";
    private static final Logger LOG = LoggerFactory.getLogger(GazetteerProcessor.class);

    private final LiveGazetteer gazetteer;
    private KeyValueStore<Bytes, Bytes> records;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    GazetteerProcessor(LiveGazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        records = context.getStateStore(STORE);
    }

    @Override
    public void process(Record<Bytes, Bytes> record) {
        if (record.key() == null) {
            LOG.warn("A record of the gazetteer without a key is ignored");
            return;
        }
        String name = new String(record.key().get(), StandardCharsets.UTF_8);
        GazetteerEntry entry = entry(record, name);
        records.put(record.key(), entry == null ? null : record.value());
        gazetteer.put(name, entry);
    }

    private static @Nullable GazetteerEntry entry(Record<Bytes, Bytes> record, String name) {
        if (record.value() == null) {
            return null;
        }
        try {
            return GazetteerFormat.readRecord(record.key().get(), record.value().get());
        } catch (InvalidEntryException e) {
            LOG.warn("The gazetteer's record {} is ignored: {}", name, e.getMessage());
            return null;
        }
    }
}
