package org.wirestream.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wirestream.replay.MergedReader.Stretch;

/** How far a replay of a topic is, and all that it needs to go on. For one thread. */
final class Checkpoint {
    private final String cluster;
    private final String topic;
    private final TopicSelection selection;
    private final Map<Integer, Stretch> stretches;
    private long sent;
    private long bytes;
    private long copies;
    private long refused;

    /**
     * @param cluster the id of the source's cluster
     * @param topic the source
     * @param stretches what is still to be read, by partition
     */
    Checkpoint(String cluster, String topic, TopicSelection selection, Map<Integer, Stretch> stretches) {
        this.cluster = cluster;
        this.topic = topic;
        this.selection = selection;
        this.stretches = new TreeMap<>(stretches);
    }

    String cluster() {
        return cluster;
    }

    String topic() {
        return topic;
    }

    TopicSelection selection() {
        return selection;
    }

    Map<Integer, Stretch> stretches() {
        return Map.copyOf(stretches);
    }

    /** Offsets that are still to be read. */
    long left() {
        return stretches.values().stream()
                .mapToLong(stretch -> Math.max(0, stretch.end() - stretch.next()))
                .sum();
    }

    long sent() {
        return sent;
    }

    long bytes() {
        return bytes;
    }

    /** Records passed over since they are copies of others that stand in the topic too. */
    long copies() {
        return copies;
    }

    /** Records that are too large for the target. */
    long refused() {
        return refused;
    }

    /** A record was read. */
    void pass(int partition, long offset) {
        stretches.computeIfPresent(partition, (key, stretch) -> new Stretch(offset + 1, stretch.end()));
    }

    void countSent(int size) {
        sent++;
        bytes += size;
    }

    void countCopy() {
        copies++;
    }

    void countRefused() {
        refused++;
    }

    ObjectNode write() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("cluster", cluster).put("topic", topic);
        json.put("since", selection.since() == null ? null : selection.since().toString());
        json.put("until", selection.until() == null ? null : selection.until().toString());
        ArrayNode offsets = json.putArray("offsets");
        selection.offsets().forEach(range -> offsets.add(range.toString()));
        ArrayNode ids = json.putArray("ids");
        new TreeSet<>(selection.ids()).forEach(ids::add);
        ObjectNode partitions = json.putObject("partitions");
        stretches.forEach((partition, stretch) -> partitions
                .putObject(partition.toString())
                .put("next", stretch.next())
                .put("end", stretch.end()));
        return json.put("sent", sent).put("bytes", bytes).put("copies", copies).put("refused", refused);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws RuntimeException when it is something else
     */
    static Checkpoint read(JsonNode json) {
        List<OffsetRange> offsets = new ArrayList<>();
        json.required("offsets").forEach(range -> offsets.add(OffsetRange.parse(range.asText())));
        Set<String> ids = new LinkedHashSet<>();
        json.required("ids").forEach(id -> ids.add(id.asText()));
        Map<Integer, Stretch> stretches = new TreeMap<>();
        json.required("partitions")
                .properties()
                .forEach(partition -> stretches.put(
                        Integer.valueOf(partition.getKey()),
                        new Stretch(
                                partition.getValue().required("next").longValue(),
                                partition.getValue().required("end").longValue())));
        Checkpoint read = new Checkpoint(
                json.required("cluster").textValue(),
                json.required("topic").textValue(),
                new TopicSelection(time(json.path("since")), time(json.path("until")), offsets, ids),
                stretches);
        read.sent = json.required("sent").longValue();
        read.bytes = json.required("bytes").longValue();
        read.copies = json.required("copies").longValue();
        read.refused = json.required("refused").longValue();
        return read;
    }

    private static @Nullable Instant time(JsonNode json) {
        return json.isTextual() ? Instant.parse(json.asText()) : null;
    }
}
