package org.wirestream.replay;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.wirestream.audit.AuditLog;
import org.wirestream.config.CommandProducer;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.stream.TopicNames;
import org.wirestream.topics.BrokerUnreachableException;
import org.wirestream.topics.MissingTopicsException;
import org.wirestream.topics.TopicAdmin;

/**
 * Sends raw records to the raw topic, each at least once: what was sent before a break may be sent again, and the topology absorbs
 * the repeat. Who replays what is written down in {@code wire.audit}. Used once, by one thread; {@link #stop} may come from any.
 */
public final class Replayer {
    private final Settings settings;
    private final ReplayOptions options;
    private final ReplayListener listener;
    private final String topic;
    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * @param settings where the brokers are and how topics are named
     * @param listener is told how it goes
     */
    public Replayer(Settings settings, ReplayOptions options, ReplayListener listener) {
        this.settings = settings;
        this.options = options;
        this.listener = listener;
        this.topic = new TopicNames(settings.get(SettingKey.TOPIC_PREFIX)).raw();
    }

    /**
     * Sends every record, and returns when the brokers have confirmed all of them, {@link #stop} was called, or one could not be sent.
     * A dry run without a broker says in its summary that it could not check.
     *
     * @throws MissingTopicsException when there is no raw or audit topic
     * @throws BrokerUnreachableException when no broker answers before the first record
     */
    public ReplaySummary replay(SourceFiles files) throws InterruptedException {
        if (options.dryRun()) {
            return dryRun(files);
        }
        SizeLimit limit = limit();
        return new AuditLog(settings)
                .record("replay", selection(files), () -> replay(files, limit), ReplaySummary::outcome);
    }

    private ReplaySummary replay(SourceFiles files, SizeLimit limit) throws InterruptedException {
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(producerProperties(limit))) {
            return new Replay(topic, options, limit, producer, listener, stop).run(files);
        }
    }

    private String selection(SourceFiles files) {
        return "%s to %s%s"
                .formatted(files.text(), topic, options.skip() == 0 ? "" : ", without the first " + options.skip());
    }

    /** Ends the replay after the record in hand; {@link #replay} then returns what was sent and where to resume. */
    public void stop() {
        stop.countDown();
    }

    private ReplaySummary dryRun(SourceFiles files) throws InterruptedException {
        SizeLimit limit = SizeLimit.OF_READING;
        String unchecked = null;
        try {
            limit = limit();
        } catch (BrokerUnreachableException e) {
            unchecked = "topic and sizes are not checked: " + e.getMessage();
        }
        return new Replay(topic, options, limit, null, listener, stop)
                .run(files)
                .withNote(unchecked);
    }

    private SizeLimit limit() {
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            return SizeLimit.of(topic, admin, settings.producerProperties());
        }
    }

    private Map<String, Object> producerProperties(SizeLimit limit) {
        Map<String, Object> all = CommandProducer.properties(settings, "wirestream-replay");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        return limit.applyTo(all);
    }
}
