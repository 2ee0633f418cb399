package org.wirestream.stream;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.jspecify.annotations.Nullable;

/** Real clients whose calls can be made to fail. */
final class FaultyClients extends DefaultKafkaClientSupplier {
    private final AtomicReference<@Nullable Fault> next = new AtomicReference<>();

    /** When a call fails. */
    enum When {
        /** Nothing of the call happens. */
        BEFORE,
        /** The call does its work, and its caller does not learn of it. */
        AFTER
    }

    /** Calls of one method that fail. */
    static final class Fault {
        private final String method;
        private final When when;
        private final Supplier<RuntimeException> exception;
        private final AtomicInteger left;
        private final AtomicInteger fired = new AtomicInteger();

        Fault(String method, When when, Supplier<RuntimeException> exception, int times) {
            this.method = method;
            this.when = when;
            this.exception = exception;
            this.left = new AtomicInteger(times);
        }

        int fired() {
            return fired.get();
        }

        private boolean takes(Method called) {
            return called.getName().equals(method) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
        }

        private RuntimeException fire() {
            fired.incrementAndGet();
            return exception.get();
        }
    }

    /** Lets calls fail from now on, instead of those that should have before. */
    void inject(Fault fault) {
        next.set(fault);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return faulty(Producer.class, super.getProducer(config));
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return faulty(Consumer.class, super.getConsumer(config));
    }

    @SuppressWarnings("unchecked") // The proxy has the type of what it stands before.
    private <T> T faulty(Class<?> type, T client) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            Fault fault = next.get();
            boolean fails = fault != null && fault.takes(method);
            if (fails && fault.when == When.BEFORE) {
                throw fault.fire();
            }
            Object result;
            try {
                result = method.invoke(client, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (fails) {
                throw fault.fire();
            }
            return result;
        });
    }
}
