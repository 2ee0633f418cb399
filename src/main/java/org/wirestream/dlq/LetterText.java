package org.wirestream.dlq;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.wirestream.stream.DeadLetters;
import org.wirestream.terminal.Style;

/** Dead letters as text and JSON. What they hold came from outside and cannot act on the terminal. */
public final class LetterText {
    private static final int EXPLANATION = 100;
    private static final int VALUE = 2_000;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LetterText() {}

    /** A table of the reasons, then the newest letters, one a line. */
    public static String table(QueueSummary summary) {
        StringBuilder text = new StringBuilder();
        if (summary.letters() == 0) {
            return "no dead letters";
        }
        text.append(row("reason", "letters", "sent back", "first", "last"));
        for (QueueSummary.ReasonCount count : summary.reasons()) {
            text.append(row(
                    Style.harmless(count.reason()),
                    "%,d".formatted(count.letters()),
                    "%,d".formatted(count.redriven()),
                    seconds(count.first()),
                    seconds(count.last())));
        }
        for (DeadLetter letter : summary.newest()) {
            text.append(String.format(
                    "%n%-8s %s  %s  %s  %s",
                    letter.id(),
                    seconds(letter.arrived()),
                    Style.harmless(letter.reason()),
                    letter.key() == null ? "-" : Style.harmless(letter.key()),
                    cut(Style.harmless(letter.explanation()), EXPLANATION)));
        }
        return text.toString().stripTrailing();
    }

    private static String row(String reason, String letters, String redriven, String first, String last) {
        return String.format("%-24s %9s %9s  %-20s  %s%n", reason, letters, redriven, first, last);
    }

    /** The same as one JSON object: {@code letters}, {@code reasons}, {@code newest}. */
    public static String json(QueueSummary summary) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("letters", summary.letters());
        var reasons = json.putArray("reasons");
        for (QueueSummary.ReasonCount count : summary.reasons()) {
            reasons.addObject()
                    .put("reason", count.reason())
                    .put("letters", count.letters())
                    .put("redriven", count.redriven())
                    .put("first", count.first().toString())
                    .put("last", count.last().toString());
        }
        var newest = json.putArray("newest");
        summary.newest().forEach(letter -> newest.add(node(letter)));
        return write(json);
    }

    /**
     * One letter with everything that is known of it.
     *
     * @param redriven when it was sent back; null when it was not
     */
    public static String page(DeadLetter letter, @Nullable Instant redriven) {
        StringBuilder text = new StringBuilder();
        line(text, "id", letter.id().toString());
        line(text, "reason", letter.reason());
        line(text, "message", letter.explanation());
        line(text, "exception", letter.exception());
        line(text, "arrived", letter.arrived().toString());
        line(text, "from", letter.origin() + ", received " + letter.received());
        line(text, "key", letter.key() == null ? "none" : letter.key());
        line(text, "sent back", redriven == null ? "no" : redriven.toString());
        if (letter.redrives() > 0) {
            line(text, "came back", "after %d redrives".formatted(letter.redrives()));
        }
        for (Header header : DeadLetters.inputHeaders(letter.message().headers())) {
            line(text, "header", header.key() + " = " + decoded(header.value()));
        }
        value(text, letter);
        return text.toString().stripTrailing();
    }

    private static void value(StringBuilder text, DeadLetter letter) {
        byte[] value = letter.message().value();
        if (value == null) {
            line(text, "value", "none: it withdraws");
            return;
        }
        line(text, "value", "%,d bytes".formatted(value.length));
        String decoded = decoded(value);
        for (String line : cut(decoded, VALUE).split("\n", -1)) {
            text.append("| ").append(Style.harmless(line.stripTrailing())).append('\n');
        }
        if (decoded.length() > VALUE) {
            text.append("`wirestream dlq export` writes the whole of it\n");
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("%-10s %s%n", name, Style.harmless(value)));
    }

    /** A mark's value: what was sent back. */
    static String mark(DeadLetter letter) {
        return write(node(letter));
    }

    private static ObjectNode node(DeadLetter letter) {
        byte[] value = letter.message().value();
        return MAPPER.createObjectNode()
                .put("id", letter.id().toString())
                .put("reason", letter.reason())
                .put("message", letter.explanation())
                .put("arrived", letter.arrived().toString())
                .put("origin", letter.origin())
                .put("received", letter.received().toString())
                .put("key", letter.key())
                .put("bytes", value == null ? null : value.length)
                .put("redrives", letter.redrives());
    }

    /** {@link #mark} with the exception, when it was sent back, and the headers of the record that failed. */
    static String json(DeadLetter letter, Map<LetterId, Instant> redriven) {
        ObjectNode json = node(letter);
        json.put("exception", letter.exception());
        Instant at = redriven.get(letter.id());
        json.put("redriven", at == null ? null : at.toString());
        ObjectNode headers = json.putObject("headers");
        DeadLetters.inputHeaders(letter.message().headers())
                .forEach(header -> headers.put(header.key(), decoded(header.value())));
        return write(json);
    }

    private static String write(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON nodes can be written", e);
        }
    }

    private static String decoded(byte @Nullable [] bytes) {
        try {
            return bytes == null
                    ? ""
                    : UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return "(not UTF-8)";
        }
    }

    /** The beginning of a text, never half a character. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most) + "…";
    }

    private static String seconds(Instant time) {
        return String.format(Locale.ROOT, "%.19sZ", time);
    }
}
