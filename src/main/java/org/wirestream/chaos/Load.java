package org.wirestream.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;

/**
 * Sends the records, in shares, each spread over a time, so that none is left without any; and at full speed when it is told to hurry.
 * Each reaches the topic exactly once.
 */
final class Load implements AutoCloseable {
    /** Longer than any fault. */
    private static final int PATIENCE_MS = (int) Duration.ofMinutes(5).toMillis();

    private static final long BEGIN = Instant.parse("2026-03-06T00:00:00Z").toEpochMilli();

    private final Settings settings;
    private final List<Input> inputs;
    private final int share;
    private final long intervalNanos;
    private final Semaphore allowed = new Semaphore(0);
    private final CountDownLatch hurry = new CountDownLatch(1);
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Thread thread = new Thread(this::send, "chaos-load");

    /**
     * @param shares in how many shares they go
     * @param spread how long sending a share takes unless there is hurry
     */
    Load(Settings settings, List<Input> inputs, int shares, Duration spread) {
        this.settings = settings;
        this.inputs = List.copyOf(inputs);
        this.share = Math.max(1, inputs.size() / Math.max(1, shares));
        this.intervalNanos = spread.toNanos() / share;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    /** Lets it send the next share. */
    void next() {
        allowed.release(share);
    }

    /** Sends the rest at once, and returns when all is confirmed. */
    void finish() throws InterruptedException {
        hurry.countDown();
        allowed.release(inputs.size());
        thread.join();
        Exception failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("the load could not be sent: " + failed.getMessage(), failed);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The callback hears of every outcome.
    private void send() {
        Map<String, Object> properties = new HashMap<>(settings.producerProperties());
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        String topic = Pipeline.topicNames(settings).raw();
        try (Producer<byte @Nullable [], byte @Nullable []> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < inputs.size(); i++) {
                allowed.acquire();
                boolean unused = hurry.await(intervalNanos, TimeUnit.NANOSECONDS);
                producer.send(inputs.get(i).record(topic, i, BEGIN + i * 1000L), (metadata, e) -> {
                    if (e != null) {
                        failure.compareAndSet(null, e);
                    }
                });
            }
            producer.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
