package org.wirestream.reset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a reset will do.
 *
 * @param group the pipeline's group
 * @param rewinds how far its place in each partition of the input goes back
 * @param topics internal topics to delete
 * @param state the directory of local state to delete; null for none
 */
public record ResetPlan(
        String group,
        Map<TopicPartition, Rewind> rewinds,
        List<String> topics,
        @Nullable Path state) {
    /** From an offset back to another. */
    public record Rewind(long from, long to) {}

    public ResetPlan {
        rewinds = Map.copyOf(rewinds);
        topics = List.copyOf(topics);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return rewinds.isEmpty() && topics.isEmpty() && state == null;
    }

    /** One line a step. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        Map<String, Rewind> sorted = new TreeMap<>();
        rewinds.forEach((partition, rewind) -> sorted.put(partition.toString(), rewind));
        sorted.forEach((partition, rewind) -> lines.add("rewind %s of group %s from %d to %d: %,d records come again"
                .formatted(partition, group, rewind.from(), rewind.to(), rewind.from() - rewind.to())));
        topics.forEach(topic -> lines.add("delete topic " + topic));
        if (state != null) {
            lines.add("delete directory %s; do so on every other machine too".formatted(state));
        }
        return lines;
    }
}
