package org.wirestream.stream;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.wirestream.RawDecoder;
import org.wirestream.wire.MalformedWireException;

/**
 * Finds the id of each raw record's item, so that all versions of an item can meet on one partition; what is no wire item
 * becomes a dead letter here.
 */
final class IdentifyProcessor implements Processor<Bytes, Bytes, Bytes, Output> {
    private final RawDecoder decoder;
    private final TopicNames topics;
    private ProcessorContext<Bytes, Output> context;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    IdentifyProcessor(RawDecoder decoder, TopicNames topics) {
        this.decoder = decoder;
        this.topics = topics;
    }

    @Override
    public void init(ProcessorContext<Bytes, Output> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<Bytes, Bytes> record) {
        DeadLetters.Origin origin = origin(record);
        try {
            String id = decoder.decode(
                            bytes(record.value()),
                            RawHeaders.text(record.headers(), RawHeaders.CONTENT_TYPE),
                            RawHeaders.feed(id(record.key()), record.headers(), record.timestamp()))
                    .id();
            Headers headers = new RecordHeaders(record.headers().toArray());
            origin.writeTo(headers);
            context.forward(record.withKey(Bytes.wrap(id.getBytes(StandardCharsets.UTF_8)))
                    .<Output>withValue(new Output.Identified(record.value()))
                    .withHeaders(headers));
        } catch (MalformedWireException e) {
            Headers headers = DeadLetters.headers(
                    record.headers(), origin, e.reason().name(), e.getClass().getName(), e.getMessage());
            context.forward(record.<Output>withValue(
                            new Output.ToTopic(Output.Kind.DEAD_LETTER, topics.deadLetters(), record.value()))
                    .withHeaders(headers));
        }
    }

    private DeadLetters.Origin origin(Record<Bytes, Bytes> record) {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        return new DeadLetters.Origin(
                metadata.topic(), metadata.partition(), metadata.offset(), record.timestamp(), record.key());
    }

    private static byte @Nullable [] bytes(@Nullable Bytes value) {
        return value == null ? null : value.get();
    }

    /** An empty key says as little as none. */
    private static @Nullable String id(@Nullable Bytes key) {
        String id = key == null ? "" : new String(key.get(), StandardCharsets.UTF_8).strip();
        return id.isEmpty() ? null : id;
    }
}
