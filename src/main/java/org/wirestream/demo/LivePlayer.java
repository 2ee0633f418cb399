package org.wirestream.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.wirestream.config.Settings;
import org.wirestream.replay.Rate;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.RawHeaders;
import org.wirestream.wire.ItemTime;

/** Sends a synthetic wire to the raw topic: first the past days at once, so that there is something usual, then one item after another. */
final class LivePlayer implements AutoCloseable {
    private static final int PAST_DAYS = 10;
    private static final int ITEMS_A_DAY = 48;

    private final SyntheticWire wire;
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    LivePlayer(Settings settings, SyntheticWire wire) {
        this.wire = wire;
        this.topic = Pipeline.topicNames(settings).raw();
        this.producer = new KafkaProducer<>(
                settings.producerProperties(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Waits for a time, and returns whether to go on. */
    @FunctionalInterface
    interface Pause {
        /** Waits. */
        boolean forAtMost(Duration time) throws InterruptedException;
    }

    /**
     * Sends the days before a time, evenly spread over each from six in the morning on.
     *
     * @return how many records were sent
     */
    int past(OffsetDateTime now) {
        OffsetDateTime today = now.atZoneSameInstant(ItemTime.WIRE_ZONE)
                .toLocalDate()
                .atStartOfDay(ItemTime.WIRE_ZONE)
                .toOffsetDateTime();
        int sent = 0;
        for (int day = PAST_DAYS; day >= 0; day--) {
            OffsetDateTime begin = today.minusDays(day).plusHours(6);
            for (int i = 0; i < ITEMS_A_DAY; i++) {
                OffsetDateTime time =
                        begin.plus(Duration.ofHours(18).multipliedBy(i).dividedBy(ITEMS_A_DAY));
                if (time.isBefore(now)) {
                    send(wire.next(time));
                    sent++;
                }
            }
        }
        producer.flush();
        return sent;
    }

    /** Sends items as of now at a rate, until the pause says to stop. */
    void play(Rate rate, Pause pause) throws InterruptedException {
        Duration interval = Duration.ofNanos(Math.round(1e9 / rate.perSecond()));
        while (pause.forAtMost(interval)) {
            send(wire.next(OffsetDateTime.now(ItemTime.WIRE_ZONE).truncatedTo(ChronoUnit.SECONDS)));
            Exception e = failure.get();
            if (e != null) {
                throw new IllegalStateException("the synthetic wire could not be sent: " + e.getMessage(), e);
            }
        }
    }

    private void send(SyntheticWire.Message message) {
        String text = message.text();
        ProducerRecord<byte[], byte[]> raw =
                new ProducerRecord<>(topic, message.id().getBytes(UTF_8), text == null ? null : text.getBytes(UTF_8));
        raw.headers()
                .add(RawHeaders.VERSION, Integer.toString(message.version()).getBytes(UTF_8));
        raw.headers()
                .add(
                        RawHeaders.DATE,
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME
                                .format(message.time())
                                .getBytes(UTF_8));
        Future<?> unused = producer.send(raw, (metadata, e) -> {
            if (e != null) {
                failure.compareAndSet(null, e);
            }
        });
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
