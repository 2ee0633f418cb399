package org.wirestream.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last net: a record on which an operator throws becomes a dead letter, and the stream goes on. What Kafka itself throws, since
 * it cannot send or its disk is full, is no fault of the record and stops the stream instead. Kafka Streams makes the handler, so it
 * reads its topic from the configuration.
 */
public final class DeadLetterHandler implements ProcessingExceptionHandler {
    /** The reason of a dead letter that the handler makes. */
    public static final String OPERATOR_FAILURE = "OPERATOR_FAILURE";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterHandler.class);

    private String topic = "";
    private PipelineListener listener = PipelineListener.NONE;

    @Override
    public void configure(Map<String, ?> configs) {
        topic = String.valueOf(configs.get(StreamsSettings.DEAD_LETTER_TOPIC));
        if (configs.get(StreamsSettings.LISTENER) instanceof PipelineListener given) {
            listener = given;
        }
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (exception instanceof KafkaException && !(exception instanceof SerializationException)) {
            return Response.fail();
        }
        DeadLetters.Origin origin = DeadLetters.Origin.isIn(context.headers())
                ? DeadLetters.Origin.read(context.headers(), context.timestamp())
                : new DeadLetters.Origin(
                        context.topic(),
                        context.partition(),
                        context.offset(),
                        context.timestamp(),
                        context.sourceRawKey() == null ? null : Bytes.wrap(context.sourceRawKey()));
        listener.dead(OPERATOR_FAILURE);
        try (LogContext log = LogContext.of(origin)) {
            if (context.sourceRawKey() != null && DeadLetters.Origin.isIn(context.headers())) {
                log.item(new String(context.sourceRawKey(), StandardCharsets.UTF_8));
            }
            LOG.error(
                    "Operator {} failed on {}-{}@{}; the record goes to {}",
                    context.processorNodeId(),
                    context.topic(),
                    context.partition(),
                    context.offset(),
                    topic,
                    exception);
        }
        Headers headers = DeadLetters.headers(
                context.headers(),
                origin,
                OPERATOR_FAILURE,
                exception.getClass().getName(),
                exception.toString());
        return Response.resume(List.of(new ProducerRecord<>(
                topic,
                null,
                Math.max(0, context.timestamp()),
                origin.key() == null ? null : origin.key().get(),
                context.sourceRawValue(),
                headers)));
    }
}
