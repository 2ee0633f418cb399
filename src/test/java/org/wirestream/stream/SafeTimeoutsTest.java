package org.wirestream.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SafeTimeoutsTest {
    private final MockProducer<byte[], byte[]> mock =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final Producer<byte[], byte[]> producer = new SafeTimeouts(new DefaultKafkaClientSupplier() {
                @Override
                public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
                    return mock;
                }
            })
            .getProducer(Map.of());

    @BeforeEach
    void begin() {
        producer.initTransactions();
        producer.beginTransaction();
    }

    @Test
    void shouldGiveUpATransactionWhoseCommitTimedOut() {
        mock.commitTransactionException = new TimeoutException("60 s");
        assertThatThrownBy(producer::commitTransaction)
                .isInstanceOf(ProducerFencedException.class)
                .hasMessageContaining("done again")
                .hasRootCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void shouldGiveUpATransactionWithARecordThatTimedOut() {
        AtomicReference<Exception> told = new AtomicReference<>();
        Future<RecordMetadata> sent =
                producer.send(new ProducerRecord<>("topic", new byte[1]), (metadata, exception) -> told.set(exception));
        mock.errorNext(new TimeoutException("120 s"));
        assertThat(sent).isDone();
        assertThat(told.get())
                .isInstanceOf(ProducerFencedException.class)
                .hasRootCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void shouldTellEveryOtherFailureAsItIs() {
        mock.commitTransactionException = new KafkaException("the disk is full");
        assertThatThrownBy(producer::commitTransaction).isSameAs(mock.commitTransactionException);
    }
}
