package org.wirestream.config;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What a command's own producer of bytes is made with: the operator's settings and, where these say nothing, less patience than
 * Kafka's, since somebody waits. Stateless.
 */
public final class CommandProducer {
    /** A broker that stays silent is reported after this time instead of Kafka's minutes. */
    private static final int DELIVERY_TIMEOUT_MS = 30_000;

    private static final int REQUEST_TIMEOUT_MS = 10_000;

    private CommandProducer() {}

    /** The properties, which the caller may add to. */
    public static Map<String, Object> properties(Settings settings, String clientId) {
        Map<String, Object> all = new HashMap<>(settings.producerProperties());
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        if (!all.containsKey(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG)) {
            all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
            all.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MS);
        }
        all.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        return all;
    }

    /** The same for a producer with a transactional id, of which one at a time may write. */
    public static Map<String, Object> transactional(Settings settings, String clientId, String transactionalId) {
        Map<String, Object> all = properties(settings, clientId);
        all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        // What a run that was killed left open holds up the pipeline for this time at most.
        all.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, DELIVERY_TIMEOUT_MS);
        return all;
    }
}
