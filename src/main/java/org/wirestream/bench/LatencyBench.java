package org.wirestream.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.TopicNames;

/** How long it takes from an item's {@code send} to a read_committed consumer of {@code wire.items}, at a steady rate. */
final class LatencyBench {
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Site site;
    private final TopicNames topics;

    LatencyBench(Site site) {
        this.site = site;
        this.topics = Pipeline.topicNames(site.settings());
    }

    /**
     * What was seen, in ms.
     *
     * @param rate items sent a second
     * @param items how many were counted, after a third of the time had passed
     * @param p50 half of them took no longer
     * @param p99 ninety-nine of a hundred
     * @param most the longest
     */
    public record Latency(double rate, int items, double p50, double p99, double most) {}

    Latency measure(List<RawItem> items, double rate) throws InterruptedException, ExecutionException {
        Map<String, Long> sent = new ConcurrentHashMap<>();
        Map<String, Object> properties = new HashMap<>(site.settings().consumerProperties());
        properties.put("isolation.level", "read_committed");
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                KafkaProducer<byte[], byte[]> producer = site.producer(Map.of("linger.ms", 0))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topics.items()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            Future<Map<String, Long>> received = reader.submit(reading(consumer, items.size()));
            long interval = (long) (TimeUnit.SECONDS.toNanos(1) / rate);
            List<Future<RecordMetadata>> written = new ArrayList<>();
            long next = System.nanoTime();
            for (RawItem item : items) {
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                // When it should have been sent: a sender that is late must not hide that others wait (Tene's
                // coordinated omission).
                sent.put(item.id(), next);
                written.add(producer.send(Site.message(topics.raw(), item)));
                next += interval;
            }
            Site.await(written);
            return summarise(items, sent, received.get(), rate);
        } finally {
            reader.shutdownNow();
        }
    }

    private static Callable<Map<String, Long>> reading(KafkaConsumer<byte[], byte[]> consumer, int wanted) {
        return () -> {
            Map<String, Long> received = new HashMap<>();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (received.size() < wanted && System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    long now = System.nanoTime();
                    received.putIfAbsent(new String(record.key(), StandardCharsets.UTF_8), now);
                    deadline = now + PATIENCE.toNanos();
                }
            }
            return received;
        };
    }

    private static Latency summarise(
            List<RawItem> items, Map<String, Long> sent, Map<String, Long> received, double rate) {
        List<Long> nanos = new ArrayList<>();
        for (RawItem item : items.subList(items.size() / 3, items.size())) {
            Long from = sent.get(item.id());
            Long to = received.get(item.id());
            if (from == null || to == null) {
                throw new IllegalStateException(
                        "item %s did not come out within %d s".formatted(item.id(), PATIENCE.toSeconds()));
            }
            nanos.add(to - from);
        }
        double[] sorted =
                nanos.stream().mapToDouble(each -> each / 1e6).sorted().toArray();
        return new Latency(
                rate, sorted.length, percentile(sorted, 0.5), percentile(sorted, 0.99), percentile(sorted, 1));
    }

    /** By nearest rank. */
    static double percentile(double[] sorted, double part) {
        return sorted[(int) Math.max(0, Math.ceil(part * sorted.length) - 1)];
    }
}
