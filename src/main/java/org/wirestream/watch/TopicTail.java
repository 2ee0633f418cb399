package org.wirestream.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.wirestream.config.CommandConsumer;
import org.wirestream.config.Settings;

/** Follows several topics from their beginning, committed records only, without joining a group. For one thread. */
public final class TopicTail implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** Stands at the beginning of topics that exist. */
    public TopicTail(Settings settings, List<String> topics) {
        consumer = new KafkaConsumer<>(CommandConsumer.properties(settings));
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            consumer.partitionsFor(topic).forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Hands on what has come; waits a moment when nothing has. */
    public void poll(Duration wait, Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        consumer.poll(wait).forEach(handler);
    }

    /** Hands on everything up to the present end. */
    public void drain(Consumer<ConsumerRecord<byte[], byte[]>> handler) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll(Duration.ofMillis(100), handler);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
