package org.wirestream.config;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a command's own consumer of bytes is made with: the operator's settings, committed records only, and no group, so that
 * nobody else notices. Stateless.
 */
public final class CommandConsumer {
    private CommandConsumer() {}

    /** The same as {@link #properties(Settings)} under a name that brokers show; one at a time in a process has it. */
    public static Map<String, Object> properties(Settings settings, String clientId) {
        Map<String, Object> all = properties(settings);
        all.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        return all;
    }

    /** The properties, which the caller may add to. */
    public static Map<String, Object> properties(Settings settings) {
        Map<String, Object> all = new HashMap<>(settings.consumerProperties());
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return all;
    }
}
