package org.wirestream.chaos;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A raw record to send. Immutable as long as nobody writes into the value. */
final class Input {
    /** Header by which a dead letter is known again. */
    static final String ID = "chaos-id";

    private final @Nullable String key;
    private final byte @Nullable [] value;
    private final Map<String, String> headers;
    private final boolean poison;

    /** @param poison whether it must become a dead letter */
    Input(@Nullable String key, byte @Nullable [] value, Map<String, String> headers, boolean poison) {
        this.key = key;
        this.value = value;
        this.headers = Map.copyOf(headers);
        this.poison = poison;
    }

    boolean isPoison() {
        return poison;
    }

    /** The record with its number, which also decides its timestamp: results must not depend on when it is sent. */
    ProducerRecord<byte @Nullable [], byte @Nullable []> record(String topic, int number, long timestamp) {
        ProducerRecord<byte @Nullable [], byte @Nullable []> message = new ProducerRecord<>(
                topic, null, timestamp, key == null ? null : key.getBytes(StandardCharsets.UTF_8), value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        message.headers().add(ID, Integer.toString(number).getBytes(StandardCharsets.UTF_8));
        return message;
    }
}
