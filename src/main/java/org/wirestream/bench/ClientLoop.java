package org.wirestream.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.wirestream.Enricher;
import org.wirestream.RawDecoder;
import org.wirestream.document.EnrichedItem;
import org.wirestream.ninjs.NinjsWriter;
import org.wirestream.wire.Feed;
import org.wirestream.wire.Limits;
import org.wirestream.wire.MalformedWireException;

/**
 * What one would write without Kafka Streams: consumer, enricher, producer in a loop. One output record an item; it routes
 * nothing, counts nothing and remembers nothing.
 */
final class ClientLoop {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int MAX_POLL = 100;

    /** What the outputs of a loop can rely on. */
    enum Delivery {
        /** Offsets are committed after each batch is written. */
        AT_LEAST_ONCE("plain"),
        /** A transaction for each batch. */
        TRANSACTIONS("transactions");

        private final String id;

        Delivery(String id) {
            this.id = id;
        }

        String input() {
            return "bench.raw." + id;
        }

        String output() {
            return "bench.items." + id;
        }

        private String group() {
            return "bench-" + id;
        }
    }

    private final Site site;
    private final Delivery delivery;
    private final RawDecoder decoder = new RawDecoder(Limits.DEFAULT);
    private final Enricher enricher;
    private final NinjsWriter writer;

    ClientLoop(Site site, Delivery delivery, Enricher enricher) {
        this.site = site;
        this.delivery = delivery;
        this.enricher = enricher;
        this.writer = new NinjsWriter(enricher.vocabulary());
    }

    /** Sends items at once and returns when all are enriched, written and committed. */
    Run run(List<RawItem> items, int threads) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(items.size());
        List<Worker> workers = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int i = 0; i < threads; i++) {
                workers.add(new Worker(i, threads, left));
            }
            Meter meter = new Meter();
            List<Future<Integer>> running = new ArrayList<>();
            workers.forEach(worker -> running.add(pool.submit(worker)));
            site.send(delivery.input(), items);
            for (Future<Integer> each : running) {
                each.get();
            }
            return meter.stop(items);
        } finally {
            pool.shutdownNow();
            workers.forEach(Worker::close);
        }
    }

    /** One thread with its own consumer and producer and its share of the partitions. */
    private final class Worker implements Callable<Integer>, AutoCloseable {
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final KafkaProducer<byte[], byte[]> producer;
        private final AtomicInteger left;

        Worker(int number, int workers, AtomicInteger left) {
            this.left = left;
            Map<String, Object> properties = site.settings().consumerProperties();
            properties.put("group.id", delivery.group());
            properties.put("enable.auto.commit", false);
            properties.put("auto.offset.reset", "earliest");
            properties.put("max.poll.records", MAX_POLL);
            consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            List<TopicPartition> partitions = new ArrayList<>();
            for (int i = number; i < Site.PARTITIONS; i += workers) {
                partitions.add(new TopicPartition(delivery.input(), i));
            }
            consumer.assign(partitions);
            if (delivery == Delivery.TRANSACTIONS) {
                producer = site.producer(Map.of("transactional.id", delivery.group() + "-" + number));
                producer.initTransactions();
            } else {
                producer = site.producer(Map.of());
            }
        }

        @Override
        public Integer call() throws Exception {
            int done = 0;
            while (left.get() > 0) {
                ConsumerRecords<byte[], byte[]> batch = consumer.poll(POLL);
                if (!batch.isEmpty()) {
                    work(batch);
                    left.addAndGet(-batch.count());
                    done += batch.count();
                }
            }
            return done;
        }

        private void work(ConsumerRecords<byte[], byte[]> batch) throws Exception {
            boolean transactions = delivery == Delivery.TRANSACTIONS;
            if (transactions) {
                producer.beginTransaction();
            }
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            for (ConsumerRecord<byte[], byte[]> record : batch) {
                sent.add(producer.send(new ProducerRecord<>(delivery.output(), record.key(), enrich(record))));
                offsets.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1));
            }
            if (transactions) {
                producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
                producer.commitTransaction();
            } else {
                producer.flush();
                Site.await(sent);
                consumer.commitSync(offsets);
            }
        }

        private byte[] enrich(ConsumerRecord<byte[], byte[]> record) throws MalformedWireException {
            Feed feed = Feed.silent(Instant.ofEpochMilli(record.timestamp()));
            EnrichedItem enriched = enricher.enrich(decoder.decode(record.value(), null, feed), "1");
            return writer.enriched(enriched);
        }

        @Override
        public void close() {
            producer.close();
            consumer.close();
        }
    }
}
