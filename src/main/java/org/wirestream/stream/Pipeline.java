package org.wirestream.stream;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.wirestream.Engine;
import org.wirestream.Enricher;
import org.wirestream.RawDecoder;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import org.wirestream.subject.Desks;
import org.wirestream.subject.OperatorFileException;
import org.wirestream.subject.Thresholds;
import org.wirestream.subject.Vocabulary;
import org.wirestream.topics.Rights;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.topics.TopicCatalog;
import org.wirestream.topics.TopicDefinition;
import org.wirestream.wire.Limits;

/** The topology as the settings ask for it. */
public final class Pipeline {
    private Pipeline() {}

    /** The names of the topics that the settings ask for. */
    public static TopicNames topicNames(Settings settings) {
        return new TopicNames(settings.get(SettingKey.TOPIC_PREFIX));
    }

    /** The topics that a pipeline with these settings and desks reads and writes. */
    public static List<TopicDefinition> topics(Settings settings, List<String> desks) {
        return TopicCatalog.load().topics(settings.get(SettingKey.TOPIC_PREFIX), desks);
    }

    /** What an item may cost. */
    public static Limits limits(Settings settings) {
        return new Limits(
                settings.getInt(SettingKey.LIMIT_TEXT_BYTES),
                settings.getInt(SettingKey.LIMIT_PARAGRAPH_CHARS),
                settings.getInt(SettingKey.LIMIT_PARAGRAPHS));
    }

    /**
     * The desks that paragraphs are routed to.
     *
     * @throws IllegalArgumentException when the operator's file is wrong; the message says where and why
     */
    public static Desks desks(Settings settings) {
        return desks(settings, Vocabulary.load());
    }

    private static Desks desks(Settings settings, Vocabulary vocabulary) {
        return operatorFile(settings, SettingKey.DESKS_FILE, file -> Desks.read(file, vocabulary))
                .orElseGet(() -> Desks.load(vocabulary));
    }

    private static Thresholds thresholds(Settings settings, Vocabulary vocabulary) {
        return operatorFile(settings, SettingKey.SUBJECTS_THRESHOLDS, file -> Thresholds.read(file, vocabulary))
                .orElse(Thresholds.NONE);
    }

    /** Reads an operator's file. */
    @FunctionalInterface
    private interface FileReader<T> {
        T read(Path file) throws IOException, OperatorFileException;
    }

    private static <T> Optional<T> operatorFile(Settings settings, SettingKey setting, FileReader<T> reader) {
        String file = settings.get(setting);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(Path.of(file)));
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(setting.key() + ": there is no file " + file, e);
        } catch (OperatorFileException | IOException e) {
            throw new IllegalArgumentException(setting.key() + ": " + e.getMessage(), e);
        }
    }

    /** Loads the enricher; takes a few seconds. */
    public static Enricher enricher(Settings settings) {
        Vocabulary vocabulary = Vocabulary.load();
        return Enricher.load(
                        Engine.of(settings.get(SettingKey.ENGINE)),
                        vocabulary,
                        desks(settings, vocabulary),
                        thresholds(settings, vocabulary))
                .withParagraphThreads(settings.paragraphThreads())
                .within(Duration.ofSeconds(settings.getInt(SettingKey.LIMIT_ITEM_SECONDS)));
    }

    /** The topology, to be looked at. */
    public static Topology topology(Settings settings, Enricher enricher) {
        return topology(settings, enricher, 1, properties(settings), PipelineListener.NONE);
    }

    /**
     * Makes an instance that is ready to start; every topic must exist, and the user must be allowed what the pipeline does.
     *
     * @throws org.wirestream.topics.MissingTopicsException when topics are missing
     * @throws org.wirestream.topics.AccessDeniedException when the cluster refuses this user or does not allow something
     * @throws org.wirestream.topics.BrokerUnreachableException when the cluster does not answer
     */
    public static WireStreams instance(Settings settings, Enricher enricher) {
        return instance(settings, enricher, PipelineListener.NONE);
    }

    /**
     * Makes an instance like {@link #instance(Settings, Enricher)}.
     *
     * @param listener is told what becomes of each record
     */
    public static WireStreams instance(Settings settings, Enricher enricher, PipelineListener listener) {
        return instance(settings, enricher.desks().ids(), () -> enricher, listener);
    }

    /**
     * Makes an instance like {@link #instance(Settings, Enricher)} with an enricher that is still being loaded.
     *
     * @param desks the enricher's
     * @param enricher is asked when the cluster has been looked at
     */
    public static WireStreams instance(
            Settings settings, List<String> desks, Supplier<Enricher> enricher, PipelineListener listener) {
        return instance(settings, desks, enricher, listener, new DefaultKafkaClientSupplier());
    }

    static WireStreams instance(Settings settings, Enricher enricher, KafkaClientSupplier clients) {
        return instance(settings, enricher.desks().ids(), () -> enricher, PipelineListener.NONE, clients);
    }

    private static WireStreams instance(
            Settings settings,
            List<String> desks,
            Supplier<Enricher> enricher,
            PipelineListener listener,
            KafkaClientSupplier clients) {
        Set<String> written = new TreeSet<>();
        topics(settings, desks).forEach(topic -> written.add(topic.name()));
        written.removeAll(topicNames(settings).notes());
        int rawPartitions;
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            admin.requireAll(written);
            admin.requireRights(rights(settings, desks));
            rawPartitions = admin.partitions(topicNames(settings).raw());
        }
        Properties properties = properties(settings);
        properties.put(StreamsSettings.LISTENER, listener);
        StateMemory memory = new StateMemory(settings.getInt(SettingKey.STATE_MEMORY));
        properties.put(StateMemory.CONFIG, memory);
        return new WireStreams(
                topology(settings, enricher.get(), rawPartitions, properties, listener),
                properties,
                new SafeTimeouts(clients),
                memory);
    }

    /** What an instance with these settings and desks must be allowed. */
    public static Rights rights(Settings settings, List<String> desks) {
        TopicNames names = topicNames(settings);
        Set<String> written = new TreeSet<>();
        topics(settings, desks).forEach(topic -> written.add(topic.name()));
        Set<String> read = Set.of(names.raw(), names.gazetteer());
        written.removeAll(names.notes());
        written.removeAll(read);
        String id = settings.get(SettingKey.APPLICATION_ID);
        boolean transactional = !settings.get(SettingKey.PROCESSING_GUARANTEE).equals("at_least_once");
        return new Rights(read, written, internalTopics(settings), id, transactional ? id : null);
    }

    /** The topics that Kafka Streams makes for the topology: what it repartitions by, and what its state can be restored from. */
    public static Set<String> internalTopics(Settings settings) {
        String id = settings.get(SettingKey.APPLICATION_ID);
        Set<String> topics = new TreeSet<>(repartitionTopics(settings));
        topics.add(id + "-" + EnrichProcessor.STORE + "-changelog");
        topics.add(id + "-" + CountProcessor.STORE + "-changelog");
        return topics;
    }

    /** The topics between the topology's parts, in the order of the work. */
    static List<String> repartitionTopics(Settings settings) {
        String id = settings.get(SettingKey.APPLICATION_ID);
        return List.of(id + "-items-by-id-repartition", id + "-count-changes-repartition");
    }

    private static Topology topology(
            Settings settings, Enricher enricher, int rawPartitions, Properties properties, PipelineListener listener) {
        return new WireTopology(
                        new RawDecoder(limits(settings)),
                        enricher,
                        topicNames(settings),
                        Outputs.of(settings.get(SettingKey.OUTPUTS)),
                        rawPartitions,
                        StreamsSettings.MAX_RECORD_BYTES,
                        settings.get(SettingKey.EVENTS_SOURCE),
                        listener)
                .build(properties);
    }

    private static Properties properties(Settings settings) {
        Map<String, Object> overrides = settings.streamsProperties();
        return StreamsSettings.of(topicNames(settings), overrides);
    }
}
