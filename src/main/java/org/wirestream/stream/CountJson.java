package org.wirestream.stream;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.wirestream.counts.Count;
import org.wirestream.counts.CountKey;

/**
 * The shape of the count topics' records, which is a contract. An item moves hundreds of counts, so that they are written without
 * the detour of an object mapper.
 */
final class CountJson {
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
    private static final int USUAL_LENGTH = 160;

    private CountJson() {}

    /** {@code {day, id}}, with an hour or nothing for the day. */
    static Bytes key(CountKey key) {
        return bytes(begin(key).append('}'));
    }

    /** {@code {day, id, label, items, paragraphs, mentions}}. */
    static Bytes value(CountKey key, Count count) {
        StringBuilder json = begin(key).append(",\"label\":");
        quote(json, count.label());
        return bytes(json.append(",\"items\":")
                .append(count.items())
                .append(",\"paragraphs\":")
                .append(count.paragraphs())
                .append(",\"mentions\":")
                .append(count.mentions())
                .append('}'));
    }

    private static StringBuilder begin(CountKey key) {
        StringBuilder json = new StringBuilder(USUAL_LENGTH).append('{');
        switch (key.span()) {
            case DAY -> quote(json.append("\"day\":"), key.period()).append(',');
            case HOUR -> quote(json.append("\"hour\":"), key.period()).append(',');
            case TOTAL -> {}
        }
        return quote(json.append("\"id\":"), key.id());
    }

    private static StringBuilder quote(StringBuilder json, String text) {
        json.append('"');
        ENCODER.quoteAsString(text, json);
        return json.append('"');
    }

    private static Bytes bytes(StringBuilder json) {
        return Bytes.wrap(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
