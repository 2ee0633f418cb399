package org.wirestream.watch;

import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;
import org.wirestream.config.CommandConsumer;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.topics.BrokerUnreachableException;
import org.wirestream.topics.MissingTopicsException;
import org.wirestream.topics.TopicAdmin;

/**
 * Reads the committed records of a topic without joining a group, so that nobody else notices. Used once, by one thread;
 * {@link #stop} may come from any.
 */
public final class TopicReader {
    private final Settings settings;
    private final Object lock = new Object();
    private @Nullable Consumer<byte @Nullable [], byte @Nullable []> consumer;
    private volatile boolean stopped;

    /** @param settings where the brokers are and how topics are named */
    public TopicReader(Settings settings) {
        this.settings = settings;
    }

    /**
     * What to read.
     *
     * @param topic a topic's name, with or without the prefix
     * @param from where to begin
     * @param limit the most records that are handed on; empty for no limit
     * @param exitAtEnd whether to end at the last record that was committed when reading began, or else to wait for more
     */
    public record Request(String topic, StartPoint from, OptionalLong limit, boolean exitAtEnd) {}

    /**
     * Hands on records until the limit, the end, {@link #stop}, or the handler wants no more. Within a partition they come in order.
     *
     * @return how many were handed on
     * @throws MissingTopicsException when there is no such topic
     * @throws BrokerUnreachableException when no broker answers at the beginning
     */
    public long read(Request request, RecordHandler handler) {
        String topic = fullName(request.topic());
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            admin.requireAll(List.of(topic));
        }
        try (Consumer<byte @Nullable [], byte @Nullable []> opened =
                new KafkaConsumer<>(CommandConsumer.properties(settings, "wirestream-watch"))) {
            synchronized (lock) {
                if (stopped) {
                    return 0;
                }
                consumer = opened;
            }
            try {
                return new Reading(opened, request, handler, () -> stopped).run(topic);
            } finally {
                synchronized (lock) {
                    consumer = null;
                }
            }
        }
    }

    /** Ends reading after the record in hand. */
    public void stop() {
        synchronized (lock) {
            stopped = true;
            if (consumer != null) {
                consumer.wakeup();
            }
        }
    }

    private String fullName(String topic) {
        String prefix = settings.get(SettingKey.TOPIC_PREFIX);
        return topic.startsWith(prefix) ? topic : prefix + topic;
    }
}
