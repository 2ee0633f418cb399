package org.wirestream.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** One run over a topic's partitions. For one thread. */
final class Reading {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte @Nullable [], byte @Nullable []> consumer;
    private final TopicReader.Request request;
    private final RecordHandler handler;
    private final BooleanSupplier stopped;
    private long handed;

    Reading(
            Consumer<byte @Nullable [], byte @Nullable []> consumer,
            TopicReader.Request request,
            RecordHandler handler,
            BooleanSupplier stopped) {
        this.consumer = consumer;
        this.request = request;
        this.handler = handler;
        this.stopped = stopped;
    }

    /** Reads, and returns how many records were handed on. */
    long run(String topic) {
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            seek(partitions, ends);
            read(ends);
        } catch (WakeupException e) {
            // Somebody stopped the reader: what was handed on is all there is.
            return handed;
        }
        return handed;
    }

    private void seek(List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        switch (request.from().kind()) {
            case BEGINNING -> consumer.seekToBeginning(partitions);
            case END -> ends.forEach(consumer::seek);
            case TIME -> seekToTime(Objects.requireNonNull(request.from().time()), partitions, ends);
        }
    }

    private void seekToTime(Instant time, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, time.toEpochMilli()));
        Map<TopicPartition, @Nullable OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp at = found.get(partition);
            consumer.seek(partition, at == null ? ends.getOrDefault(partition, 0L) : at.offset());
        }
    }

    private void read(Map<TopicPartition, Long> ends) {
        long limit = request.limit().orElse(Long.MAX_VALUE);
        while (handed < limit && !(request.exitAtEnd() && isAtEnd(ends))) {
            for (ConsumerRecord<byte @Nullable [], byte @Nullable []> message : consumer.poll(POLL)) {
                if (stopped.getAsBoolean()) {
                    return;
                }
                if (isLater(message, ends)) {
                    continue;
                }
                handed++;
                if (!handler.handle(message) || handed == limit) {
                    return;
                }
            }
        }
    }

    /** A record that came after reading began is left out where reading is to end, or two runs over one topic would differ. */
    private boolean isLater(
            ConsumerRecord<byte @Nullable [], byte @Nullable []> message, Map<TopicPartition, Long> ends) {
        Long end = ends.get(new TopicPartition(message.topic(), message.partition()));
        return request.exitAtEnd() && end != null && message.offset() >= end;
    }

    /**
     * Positions are compared and not the offsets of records, since the last entries of a partition may be transaction markers or
     * records of an aborted transaction, which are passed over and never handed on.
     */
    private boolean isAtEnd(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
