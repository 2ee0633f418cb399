package org.wirestream.stream;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.wirestream.counts.Count;
import org.wirestream.counts.CountKey;

/** JSON serdes for the topology's own records, and the shape of count records. */
final class CountSerdes {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            // While instances are upgraded one by one, an old one may read what a new one wrote.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CountSerdes() {}

    /** The key of a count topic: with a day, an hour or neither. */
    record Published(@Nullable String day, @Nullable String hour, String id) {}

    /** What a count topic's value says. */
    record PublishedCount(
            @Nullable String day,
            @Nullable String hour,
            String id,
            String label,
            long items,
            long paragraphs,
            long mentions) {}

    static <T> Serde<T> json(Class<T> type) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : write(value),
                (topic, bytes) -> bytes == null ? null : read(bytes, type));
    }

    /** A serde for a sink: it only writes, and a null from the function is a tombstone. */
    static <T> Serde<T> writing(Function<T, @Nullable Bytes> bytes) {
        return Serdes.serdeFrom(
                (topic, value) -> {
                    Bytes written = value == null ? null : bytes.apply(value);
                    return written == null ? null : written.get();
                },
                (topic, value) -> {
                    throw new SerializationException("this serde only writes");
                });
    }

    static Bytes keyBytes(CountKey key) {
        return Bytes.wrap(write(key));
    }

    static CountKey key(Bytes bytes) {
        return read(bytes.get(), CountKey.class);
    }

    static Bytes publishedKey(CountKey key) {
        return Bytes.wrap(write(new Published(key.day(), key.hour(), key.id())));
    }

    static Bytes published(CountKey key, Count count) {
        return Bytes.wrap(write(new PublishedCount(
                key.day(), key.hour(), key.id(), count.label(), count.items(), count.paragraphs(), count.mentions())));
    }

    private static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new SerializationException("cannot write " + value.getClass().getSimpleName(), e);
        }
    }

    private static <T> T read(byte[] bytes, Class<T> type) {
        try {
            return MAPPER.readValue(bytes, type);
        } catch (IOException e) {
            throw new SerializationException("cannot read " + type.getSimpleName(), e);
        }
    }
}
