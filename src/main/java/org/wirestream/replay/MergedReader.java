package org.wirestream.replay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads stretches of a topic's partitions as one: always the record with the earliest timestamp among the next ones of all partitions, so that
 * what came one after another in two partitions comes so again. Within a partition the order stays as it is. For one thread.
 */
final class MergedReader {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte @Nullable [], byte @Nullable []> consumer;
    private final Map<TopicPartition, Long> ends = new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));
    private final Map<TopicPartition, Deque<ConsumerRecord<byte @Nullable [], byte @Nullable []>>> waiting =
            new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));

    /** A stretch of a partition: from an offset to before another. */
    record Stretch(long next, long end) {
        boolean isEmpty() {
            return next >= end;
        }
    }

    /**
     * @param consumer without partitions; stays open
     * @param stretches by partition
     */
    MergedReader(
            Consumer<byte @Nullable [], byte @Nullable []> consumer, String topic, Map<Integer, Stretch> stretches) {
        this.consumer = consumer;
        stretches.forEach((partition, stretch) -> {
            if (!stretch.isEmpty()) {
                TopicPartition key = new TopicPartition(topic, partition);
                ends.put(key, stretch.end());
                waiting.put(key, new ArrayDeque<>());
            }
        });
        consumer.assign(ends.keySet());
        stretches.forEach((partition, stretch) -> {
            if (!stretch.isEmpty()) {
                consumer.seek(new TopicPartition(topic, partition), stretch.next());
            }
        });
    }

    /** The next record; null at the end, or when reading has become pointless. */
    @Nullable
    ConsumerRecord<byte @Nullable [], byte @Nullable []> next(BooleanSupplier pointless) {
        while (!pointless.getAsBoolean()) {
            // Not the last record's offset: behind it there may be markers of transactions, which are never handed on.
            waiting.entrySet()
                    .removeIf(queue -> queue.getValue().isEmpty()
                            && consumer.position(queue.getKey()) >= ends.getOrDefault(queue.getKey(), 0L));
            if (waiting.values().stream().noneMatch(Deque::isEmpty)) {
                return earliest();
            }
            poll();
        }
        return null;
    }

    private @Nullable ConsumerRecord<byte @Nullable [], byte @Nullable []> earliest() {
        return waiting.values().stream()
                .min(Comparator.comparingLong(queue -> queue.element().timestamp()))
                .map(Deque::remove)
                .orElse(null);
    }

    /** Reads on where nothing waits. */
    private void poll() {
        List<TopicPartition> full = new ArrayList<>(consumer.assignment());
        List<TopicPartition> lacking = new ArrayList<>();
        waiting.forEach((partition, queue) -> {
            if (queue.isEmpty()) {
                lacking.add(partition);
            }
        });
        full.removeAll(lacking);
        consumer.pause(full);
        consumer.resume(lacking);
        for (ConsumerRecord<byte @Nullable [], byte @Nullable []> message : consumer.poll(POLL)) {
            TopicPartition partition = new TopicPartition(message.topic(), message.partition());
            Deque<ConsumerRecord<byte @Nullable [], byte @Nullable []>> queue = waiting.get(partition);
            if (queue != null && message.offset() < ends.getOrDefault(partition, 0L)) {
                queue.add(message);
            }
        }
    }
}
