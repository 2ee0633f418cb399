package org.wirestream.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;

/** A status for people and for programs. */
public final class StatusText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ROW = "%-44s %4s %12s %12s %10s %10s%n";

    private StatusText() {}

    /** One line a partition, and their sum. */
    public static String table(Status status) {
        StringBuilder text = new StringBuilder();
        text.append(
                status.group() == null
                        ? "%s has never run on this cluster%n".formatted(status.applicationId())
                        : "%s: %s, %d stream threads%n"
                                .formatted(
                                        status.applicationId(),
                                        status.group().toLowerCase(Locale.ROOT),
                                        status.members()));
        text.append(ROW.formatted("topic", "part", "committed", "end", "records", "seconds"));
        for (Status.Partition p : status.partitions()) {
            text.append(ROW.formatted(
                    p.topic(),
                    p.partition(),
                    p.committed() == null ? "-" : p.committed(),
                    p.end(),
                    p.records(),
                    seconds(p.seconds())));
        }
        text.append(ROW.formatted("all", "", "", "", status.records(), seconds(status.seconds()))
                .stripTrailing());
        return text.toString();
    }

    private static String seconds(double seconds) {
        return "%.1f".formatted(seconds);
    }

    /** One JSON object on one line. */
    public static String json(Status status) {
        try {
            return MAPPER.writeValueAsString(status);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a status cannot be written as JSON", e);
        }
    }
}
