package org.wirestream.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Records as JSON Lines. */
final class JsonView implements RecordView {
    @Override
    public void print(ConsumerRecord<byte @Nullable [], byte @Nullable []> message, PrintStream out) {
        ObjectNode json = Payload.MAPPER.createObjectNode();
        json.put("topic", message.topic());
        json.put("partition", message.partition());
        json.put("offset", message.offset());
        json.put("timestamp", Instant.ofEpochMilli(message.timestamp()).toString());
        put(json, "key", message.key(), false);
        ObjectNode headers = json.putObject("headers");
        for (Header header : message.headers()) {
            headers.remove(header.key());
            put(headers, header.key(), header.value(), false);
        }
        put(json, "value", message.value(), true);
        out.println(escaped(json));
    }

    private static void put(ObjectNode json, String name, byte @Nullable [] bytes, boolean embed) {
        if (bytes == null) {
            json.putNull(name);
            return;
        }
        String text = Payload.text(bytes);
        if (text == null) {
            json.put(name, Base64.getEncoder().encodeToString(bytes));
            json.put(name + "Encoding", "base64");
            return;
        }
        JsonNode embedded = embed ? Payload.json(text) : null;
        if (embedded == null) {
            json.put(name, text);
        } else {
            json.set(name, embedded);
        }
    }

    /** The JSON with what a terminal could act on, or UTF-8 cannot hold, as escapes; such characters stand in strings only. */
    private static String escaped(ObjectNode json) {
        String plain;
        try {
            plain = Payload.MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON nodes can be written", e);
        }
        StringBuilder escaped = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (isEscaped(plain, i)) {
                escaped.append("\\u%04x".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isEscaped(String text, int at) {
        char c = text.charAt(at);
        if (c < 0x7F) {
            return false;
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c < 0xA0 || c == '\u2028' || c == '\u2029' || Character.getType(c) == Character.FORMAT;
    }
}
