package org.wirestream.dashboard;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirestream.config.Settings;
import org.wirestream.metrics.DashboardMetrics;
import org.wirestream.stream.TopicNames;

/**
 * Reads the output topics, committed records only, and keeps the stores as the topics are. It joins no group. Counts are read from
 * their beginning; of items and dead letters only the end, as much as the stores take. Runs on a thread of its own.
 */
final class OutputReader implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(OutputReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COUNTS_PAUSE = Duration.ofSeconds(1);
    private static final Duration PARTITIONS_PAUSE = Duration.ofSeconds(5);
    private static final long MAX_DEAD_LETTERS = 50_000;

    private final TopicNames topics;
    private final CountTopics countTopics;
    private final Stores stores;
    private final ItemFactsReader factsReader = new ItemFactsReader();
    private final Consumer<byte @Nullable [], byte @Nullable []> consumer;
    private final Set<String> changedKinds = new HashSet<>();
    private final Set<String> changedDays = new HashSet<>();
    private final AtomicLong published = new AtomicLong();
    private Map<TopicPartition, Long> firstEnds = Map.of();
    private long lastCounts = System.nanoTime();
    private long lastPartitions = System.nanoTime();
    private volatile boolean caughtUp;
    private volatile long lag;
    private volatile @Nullable Throwable failure;
    private volatile boolean stopped;

    /** Where what is read goes. */
    record Stores(ItemStore items, CountStore counts, DeadLetterLog deadLetters, LiveFeed feed) {}

    OutputReader(Settings settings, TopicNames topics, Stores stores) {
        this.topics = topics;
        this.countTopics = new CountTopics(topics);
        this.stores = stores;
        Map<String, Object> properties = new HashMap<>(settings.consumerProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, "wirestream-dashboard");
        // Memory: records of items are large, and one fetch holds as much for each broker.
        properties.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 << 20);
        properties.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200);
        consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The topics that are read. */
    static List<String> topicsRead(TopicNames topics) {
        List<String> names = new ArrayList<>(new CountTopics(topics).names());
        names.add(topics.items());
        names.add(topics.deadLetters());
        return names;
    }

    @Override
    public void run() {
        try (consumer) {
            begin();
            while (!stopped) {
                consumer.poll(POLL).forEach(this::take);
                afterPoll();
            }
        } catch (WakeupException e) {
            LOG.debug("The reader was told to stop");
        } catch (RuntimeException | OutOfMemoryError e) {
            failure = e;
            LOG.error("The dashboard can no longer read the output topics", e);
        }
    }

    private void begin() {
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        firstEnds = consumer.endOffsets(partitions);
        long itemPartitions = partitions.stream()
                .filter(p -> p.topic().equals(topics.items()))
                .count();
        // Twice as many as are kept, since items have versions, and transaction markers take offsets too.
        long items = 2L * stores.items().size().maxItems() / itemPartitions + 100;
        for (TopicPartition partition : partitions) {
            long begin = begins.getOrDefault(partition, 0L);
            long end = firstEnds.getOrDefault(partition, 0L);
            if (partition.topic().equals(topics.items())) {
                begin = Math.max(begin, end - items);
                stores.feed().beginAt(partition.partition(), begin);
            } else if (partition.topic().equals(topics.deadLetters())) {
                begin = Math.max(begin, end - MAX_DEAD_LETTERS);
            }
            consumer.seek(partition, begin);
        }
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topicsRead(topics)) {
            consumer.partitionsFor(topic).forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
        }
        return partitions;
    }

    /** Reads partitions that topics have got since the last look, from their beginning. */
    private void lookForPartitions() {
        Set<TopicPartition> known = consumer.assignment();
        List<TopicPartition> added = new ArrayList<>();
        try {
            partitions().stream().filter(p -> !known.contains(p)).forEach(added::add);
        } catch (TimeoutException e) {
            LOG.debug("The topics' partitions cannot be asked for now", e);
        }
        if (!added.isEmpty()) {
            LOG.info("Reading partitions that were added: {}", added);
            List<TopicPartition> all = new ArrayList<>(known);
            all.addAll(added);
            consumer.assign(all);
            consumer.seekToBeginning(added);
        }
    }

    private void take(ConsumerRecord<byte @Nullable [], byte @Nullable []> message) {
        if (message.topic().equals(topics.items())) {
            item(message);
        } else if (message.topic().equals(topics.deadLetters())) {
            stores.deadLetters().add(message);
        } else {
            countTopics
                    .read(message.topic(), message.key(), message.value())
                    .ifPresentOrElse(
                            this::count,
                            () -> LOG.warn(
                                    "{}-{}@{} is no count and is passed over",
                                    message.topic(),
                                    message.partition(),
                                    message.offset()));
        }
    }

    private void count(CountTopics.CountRecord count) {
        stores.counts().put(count.key(), count.label(), count.measures());
        changedKinds.add(count.key().kind().topicSuffix());
        if (count.key().day() != null) {
            changedDays.add(count.key().day());
        }
    }

    private void item(ConsumerRecord<byte @Nullable [], byte @Nullable []> message) {
        byte[] key = message.key();
        byte[] value = message.value();
        ItemSummary change;
        Set<String> desks = Set.of();
        if (key == null) {
            return;
        }
        if (value == null) {
            String id = new String(key, StandardCharsets.UTF_8);
            stores.items().withdraw(id);
            change = ItemSummary.withdrawn(id);
        } else {
            try {
                StoredItem item = stores.items().put(factsReader.read(value), value);
                change = ItemSummary.of(item, item.versions().size() > 1 ? "newer" : "new");
                desks = item.desksNowAndBefore();
            } catch (ItemFactsReader.UnreadableItemException e) {
                LOG.warn(
                        "{}-{}@{} is passed over: {}",
                        message.topic(),
                        message.partition(),
                        message.offset(),
                        e.getMessage());
                return;
            }
        }
        if (caughtUp) {
            published.incrementAndGet();
        }
        stores.feed().item(message.partition(), message.offset(), change, desks);
    }

    private void afterPoll() {
        lag = consumer.assignment().stream()
                .mapToLong(p -> consumer.currentLag(p).orElse(0))
                .sum();
        if (!caughtUp
                && firstEnds.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            caughtUp = true;
            stores.feed().goLive();
        }
        long now = System.nanoTime();
        if (caughtUp && now - lastPartitions >= PARTITIONS_PAUSE.toNanos()) {
            lookForPartitions();
            lastPartitions = now;
        }
        if (!changedKinds.isEmpty() && now - lastCounts >= COUNTS_PAUSE.toNanos()) {
            stores.feed().counts(changedKinds, changedDays);
            changedKinds.clear();
            changedDays.clear();
            lastCounts = now;
        }
    }

    /** Whether everything was read that was there at the beginning. */
    boolean isCaughtUp() {
        return caughtUp;
    }

    /** Records that are in the topics and were not read yet. */
    long lag() {
        return lag;
    }

    /** Records of items that came since everything older was read. */
    long published() {
        return published.get();
    }

    /** Why reading ended; null while it goes on. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Measures the consumer; closed by who asked for it. */
    DashboardMetrics metrics() {
        return new DashboardMetrics(consumer, () -> failure == null && caughtUp);
    }

    /** Closes what was never run. */
    void close() {
        consumer.close();
    }

    void stop() {
        stopped = true;
        consumer.wakeup();
    }
}
