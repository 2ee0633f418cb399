package org.wirestream.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.wirestream.stream.DeadLetters;
import org.wirestream.stream.RawHeaders;

/** How many dead letters there are, for which reasons, and the last of them. Never their content. Safe for use by many threads. */
final class DeadLetterLog {
    private static final int MAX_REASONS = 200;
    private static final int MAX_TEXT = 500;
    private static final String OTHER = "OTHER";

    private final Map<String, Long> byReason = new TreeMap<>();
    private long total;
    private @Nullable Last last;

    record Last(
            String reason,
            @Nullable String exception,
            @Nullable String message,
            @Nullable String topic,
            @Nullable Integer partition,
            @Nullable Long offset,
            @Nullable String time) {}

    record Reason(String reason, long records) {}

    record View(long total, List<Reason> byReason, @Nullable Last last) {}

    synchronized void add(ConsumerRecord<byte @Nullable [], byte @Nullable []> letter) {
        String reason = header(letter, DeadLetters.REASON);
        // A letter that Kafka Streams' own handler wrote has no reason of ours, but an exception.
        String word = reason != null ? reason : exception(letter);
        byReason.merge(byReason.containsKey(word) || byReason.size() < MAX_REASONS ? word : OTHER, 1L, Long::sum);
        total++;
        last = new Last(
                word,
                header(letter, DeadLetters.EXCEPTION),
                header(letter, DeadLetters.MESSAGE),
                header(letter, DeadLetters.TOPIC),
                number(letter, DeadLetters.PARTITION).map(Long::intValue).orElse(null),
                number(letter, DeadLetters.OFFSET).orElse(null),
                header(letter, DeadLetters.TIME));
    }

    private static String exception(ConsumerRecord<byte @Nullable [], byte @Nullable []> letter) {
        String exception = header(letter, DeadLetters.EXCEPTION);
        return exception == null ? "UNKNOWN" : exception.substring(exception.lastIndexOf('.') + 1);
    }

    private static @Nullable String header(ConsumerRecord<byte @Nullable [], byte @Nullable []> letter, String name) {
        String text = RawHeaders.text(letter.headers(), name);
        return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
    }

    private static Optional<Long> number(ConsumerRecord<byte @Nullable [], byte @Nullable []> letter, String name) {
        String text = header(letter, name);
        try {
            return text == null ? Optional.empty() : Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    synchronized View view() {
        List<Reason> reasons = byReason.entrySet().stream()
                .map(entry -> new Reason(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Reason::records).reversed().thenComparing(Reason::reason))
                .toList();
        return new View(total, reasons, last);
    }
}
