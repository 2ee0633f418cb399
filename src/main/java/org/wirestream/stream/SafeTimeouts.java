package org.wirestream.stream;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * Clients for Kafka Streams whose producers do not say that a send or a commit timed out, but that they are fenced.
 *
 * <p>On a timeout Kafka Streams (4.3.1, {@code TaskManager.handleCorruption}) makes the tasks anew while their consumer stays where it is,
 * and remembers in the new tasks that it is to go back to what is committed. When the rebalance that follows is quick, these tasks are
 * replaced before they begin, and that is forgotten: the records of the transaction that did not come about are skipped for ever. A
 * fenced producer makes it give up all tasks and partitions, join again and read on from what is committed, with a new producer that
 * first ends what the old one left open. That is right whether the commit came about or not.
 */
final class SafeTimeouts implements KafkaClientSupplier {
    private static final Set<String> COMMITS = Set.of("sendOffsetsToTransaction", "commitTransaction");

    private final KafkaClientSupplier clients;

    SafeTimeouts(KafkaClientSupplier clients) {
        this.clients = clients;
    }

    @Override
    @SuppressWarnings("unchecked") // The proxy has the type of what it stands before.
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        Producer<byte[], byte[]> producer = clients.getProducer(config);
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("send") && arguments.length > 1 && arguments[1] != null) {
                        arguments[1] = safe((Callback) arguments[1]);
                    }
                    try {
                        return method.invoke(producer, arguments);
                    } catch (InvocationTargetException e) {
                        Throwable cause = e.getCause();
                        throw cause instanceof TimeoutException timeout && COMMITS.contains(method.getName())
                                ? fenced(timeout)
                                : cause;
                    }
                });
    }

    private static Callback safe(Callback callback) {
        return (metadata, exception) -> callback.onCompletion(
                metadata, exception instanceof TimeoutException timeout ? fenced(timeout) : exception);
    }

    private static ProducerFencedException fenced(TimeoutException timeout) {
        ProducerFencedException fenced = new ProducerFencedException(
                "timed out; what was done since the last commit is done again: " + timeout.getMessage());
        fenced.initCause(timeout);
        return fenced;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return clients.getAdmin(config);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return clients.getConsumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return clients.getRestoreConsumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return clients.getGlobalConsumer(config);
    }
}
