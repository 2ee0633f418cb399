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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirestream.RawDecoder;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.WireParser;

/**
 * Finds the id of each raw record's item, so that all versions of an item can meet on one partition. A key says it, and what
 * has one need not be parsed twice; a record without one that is no wire item becomes a dead letter here.
 */
final class IdentifyProcessor implements Processor<Bytes, Bytes, Bytes, Output> {
    private static final Logger LOG = LoggerFactory.getLogger(IdentifyProcessor.class);

    private final RawDecoder decoder;
    private final ItemHome home;
    private final TopicNames topics;
    private final PipelineListener listener;
    private ProcessorContext<Bytes, Output> context;
    private Promptness promptness;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    IdentifyProcessor(RawDecoder decoder, ItemHome home, TopicNames topics, PipelineListener listener) {
        this.decoder = decoder;
        this.home = home;
        this.topics = topics;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<Bytes, Output> processorContext) {
        context = processorContext;
        promptness = new Promptness(processorContext);
    }

    @Override
    public void process(Record<Bytes, Bytes> record) {
        DeadLetters.Origin origin = origin(record);
        listener.received();
        try (LogContext log = LogContext.of(origin)) {
            identify(record, origin, log);
        }
        promptness.commitIfRecent(record.timestamp());
    }

    private void identify(Record<Bytes, Bytes> record, DeadLetters.Origin origin, LogContext log) {
        try {
            String given = WireParser.givenId(RawHeaders.id(bytes(record.key())));
            String id = given == null ? idOf(record) : given;
            log.item(id);
            Headers headers = new RecordHeaders(record.headers().toArray());
            origin.writeTo(headers);
            Bytes key = Bytes.wrap(id.getBytes(StandardCharsets.UTF_8));
            context.forward(record.withKey(key)
                    .<Output>withValue(new Output.Identified(home.is(origin.partition(), key), record.value()))
                    .withHeaders(headers));
        } catch (MalformedWireException e) {
            LOG.info("Refused as {}; it goes to {}", e.reason(), topics.deadLetters());
            listener.dead(e.reason().name());
            Headers headers = DeadLetters.headers(
                    record.headers(), origin, e.reason().name(), e.getClass().getName(), e.getMessage());
            context.forward(record.<Output>withValue(
                            new Output.ToTopic(Output.Kind.DEAD_LETTER, topics.deadLetters(), record.value()))
                    .withHeaders(headers));
        }
    }

    private String idOf(Record<Bytes, Bytes> record) throws MalformedWireException {
        return decoder.decode(
                        bytes(record.value()),
                        RawHeaders.text(record.headers(), RawHeaders.CONTENT_TYPE),
                        RawHeaders.feed(RawHeaders.id(bytes(record.key())), record.headers(), record.timestamp()))
                .id();
    }

    private DeadLetters.Origin origin(Record<Bytes, Bytes> record) {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        return new DeadLetters.Origin(
                metadata.topic(), metadata.partition(), metadata.offset(), record.timestamp(), record.key());
    }

    private static byte @Nullable [] bytes(@Nullable Bytes value) {
        return value == null ? null : value.get();
    }
}
