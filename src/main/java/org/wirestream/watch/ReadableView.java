package org.wirestream.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.wirestream.stream.DeadLetters;
import org.wirestream.stream.RawHeaders;
import org.wirestream.terminal.Style;

/** Records in words, each by what its topic holds. */
final class ReadableView implements RecordView {
    /** Characters of a text that are shown. */
    private static final int EXCERPT = 120;

    private final String prefix;
    private final BiConsumer<JsonNode, PrintStream> items;

    ReadableView(String prefix, BiConsumer<JsonNode, PrintStream> items) {
        this.prefix = prefix;
        this.items = items;
    }

    @Override
    public void print(ConsumerRecord<byte @Nullable [], byte @Nullable []> message, PrintStream out) {
        byte[] value = message.value();
        String topic = message.topic().startsWith(prefix) ? message.topic().substring(prefix.length()) : "";
        if (topic.equals("dlq")) {
            out.println(deadLetter(message));
            return;
        }
        if (value == null) {
            out.println("withdrawn " + shown(message.key()));
            return;
        }
        String text = Payload.text(value);
        JsonNode json = text == null ? null : Payload.json(text);
        if (json == null || topic.equals("raw")) {
            out.println(plain(message));
        } else if (topic.equals("items")) {
            items.accept(json, out);
        } else if (topic.equals("paragraphs") || topic.startsWith("desk.")) {
            out.println(paragraph(json));
        } else if (topic.startsWith("counts.")) {
            out.println(count(json));
        } else if (topic.equals("ninjs")) {
            out.println(item(json));
        } else {
            out.println(plain(message));
        }
    }

    /** {@code urn:x:a#p07 [diplomacy, security] 反恐 0.93 · 联合国 0.80 | text}. */
    private static String paragraph(JsonNode paragraph) {
        List<String> desks = new ArrayList<>();
        paragraph.path("desks").forEach(desk -> desks.add(desk.asText()));
        List<String> subjects = new ArrayList<>();
        for (JsonNode subject : paragraph.path("subjects")) {
            subjects.add(String.format(
                    Locale.ROOT,
                    "%s %.2f",
                    subject.path("name").asText(),
                    subject.path("confidence").asDouble()));
        }
        return Style.harmless(paragraph.path("uri").asText())
                + " "
                + Style.harmless(desks.toString())
                + (subjects.isEmpty() ? "" : " " + Style.harmless(String.join(" · ", subjects)))
                + " | "
                + excerpt(paragraph.path("text").asText());
    }

    private static String count(JsonNode count) {
        return String.format(
                Locale.ROOT,
                "%s %s %s: %,d items, %,d paragraphs, %,d mentions",
                Style.harmless(count.path("day").asText(count.path("hour").asText("in total"))),
                Style.harmless(count.path("id").asText()),
                Style.harmless(count.path("label").asText()),
                count.path("items").asLong(),
                count.path("paragraphs").asLong(),
                count.path("mentions").asLong());
    }

    private static String item(JsonNode item) {
        return "%s version %s of %s | %s"
                .formatted(
                        Style.harmless(item.path("uri").asText()),
                        Style.harmless(item.path("version").asText()),
                        Style.harmless(item.path("versionCreated").asText()),
                        excerpt(item.path("headlines").path(0).path("value").asText()));
    }

    private static String deadLetter(ConsumerRecord<byte @Nullable [], byte @Nullable []> message) {
        return "%s: %s (%s-%s@%s, key %s, %s)"
                .formatted(
                        header(message, DeadLetters.REASON),
                        header(message, DeadLetters.MESSAGE),
                        header(message, DeadLetters.TOPIC),
                        header(message, DeadLetters.PARTITION),
                        header(message, DeadLetters.OFFSET),
                        shown(message.key()),
                        size(message.value()));
    }

    private static String plain(ConsumerRecord<byte @Nullable [], byte @Nullable []> message) {
        byte[] value = Objects.requireNonNull(message.value());
        String text = Payload.text(value);
        String type = RawHeaders.text(message.headers(), RawHeaders.CONTENT_TYPE);
        return shown(message.key())
                + (type == null ? "" : " " + Style.harmless(type))
                + " "
                + size(value)
                + " | "
                + (text == null ? "(not UTF-8)" : excerpt(text));
    }

    private static String size(byte @Nullable [] value) {
        return value == null ? "no value" : String.format(Locale.ROOT, "%,d bytes", value.length);
    }

    private static String header(ConsumerRecord<byte @Nullable [], byte @Nullable []> message, String name) {
        String value = RawHeaders.text(message.headers(), name);
        return value == null ? "?" : Style.harmless(value);
    }

    private static String shown(byte @Nullable [] key) {
        if (key == null) {
            return "-";
        }
        String text = Payload.text(key);
        return text == null ? "(not UTF-8)" : Style.harmless(text);
    }

    /** The beginning of a text, in one line and never half a character. */
    private static String excerpt(String text) {
        String line = text.strip();
        if (line.length() > EXCERPT) {
            int end = Character.isHighSurrogate(line.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
            line = line.substring(0, end) + "…";
        }
        return Style.harmless(line);
    }
}
