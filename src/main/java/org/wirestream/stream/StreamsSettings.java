package org.wirestream.stream;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/** The Kafka Streams configuration that the topology is made for; what an operator sets goes over it. */
public final class StreamsSettings {
    static final String DEAD_LETTER_TOPIC = StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG;

    /** Where {@link DeadLetterHandler}, which Kafka Streams makes, finds its {@link PipelineListener}. */
    static final String LISTENER = "wirestream.listener";

    /** The largest record that the output topics take, uncompressed; their {@code max.message.bytes} is as large. */
    public static final int MAX_RECORD_BYTES = 12 << 20;

    private StreamsSettings() {}

    /**
     * The configuration.
     *
     * @param overrides what the operator sets, application id, bootstrap servers and state directory among it
     */
    public static Properties of(TopicNames topics, Map<String, ?> overrides) {
        Properties p = new Properties();
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        p.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        p.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.OPTIMIZE);
        p.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        p.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class);
        // KIP-1270's switch; its constant is deprecated already, but leaving it off brings a warning at every start.
        p.put("processing.exception.handler.global.enabled", true);
        p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StateMemory.Setter.class);
        p.put(DEAD_LETTER_TOPIC, topics.deadLetters());
        p.put(StreamsConfig.producerPrefix("compression.type"), "zstd");
        // Recent records ask for a commit themselves (Promptness), and a commit sends what is left. So no batch need
        // be sent before: each costs a message, a compressor's tables and a check by the broker, on more than a
        // hundred partitions.
        p.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000);
        p.put(StreamsConfig.producerPrefix("linger.ms"), 2_000);
        p.put(StreamsConfig.producerPrefix("compression.zstd.level"), 1);
        p.put(StreamsConfig.producerPrefix("batch.size"), 64 << 10);
        p.put(StreamsConfig.producerPrefix("max.request.size"), MAX_RECORD_BYTES + (1 << 20));
        p.put(StreamsConfig.producerPrefix("transaction.timeout.ms"), 60_000);
        // Nothing is joined, so nothing need wait for what another partition of the same task may still bring.
        p.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
        p.put(StreamsConfig.mainConsumerPrefix("max.poll.records"), 100);
        p.put(StreamsConfig.topicPrefix("max.message.bytes"), Integer.toString(MAX_RECORD_BYTES));
        // Records carry the item's own time, which a feed may set ahead; a broker refuses that from an hour on by
        // default.
        p.put(StreamsConfig.topicPrefix("message.timestamp.after.max.ms"), Long.toString(Long.MAX_VALUE));
        p.putAll(overrides);
        return p;
    }
}
