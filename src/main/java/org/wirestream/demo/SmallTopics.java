package org.wirestream.demo;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_COMPACT;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_DELETE;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.SEGMENT_BYTES_CONFIG;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.stream.StreamsSettings;
import org.wirestream.stream.TopicNames;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.topics.TopicDefinition;

/**
 * Topics for a wire that goes on for ever: outputs forget what is oldest, so that a demonstration that nobody stops does not fill the
 * disk. Every story has a key of its own, so compaction alone would keep all of them.
 *
 * <p>Kafka deletes whole segments only, and a segment must hold the largest record: a partition takes up to two of them.
 */
final class SmallTopics {
    private static final int SMALLEST_SEGMENT_BYTES = 4 << 20;

    private SmallTopics() {}

    /** Makes the topics of a pipeline that runs small. What was sent in, and what editors and operators wrote, is kept. */
    static void make(Settings settings) {
        TopicNames names = Pipeline.topicNames(settings);
        List<TopicDefinition> topics = Pipeline.topics(
                        settings, Pipeline.desks(settings).ids())
                .stream()
                .filter(topic -> isOutput(topic, names))
                .map(SmallTopics::forgetting)
                .toList();
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            admin.apply(topics, names.prefix(), 1, false);
            // What was repartitioned is deleted once it was read, and state is compacted, but for the segment that is
            // written.
            admin.configure(
                    Pipeline.internalTopics(settings),
                    Map.of(SEGMENT_BYTES_CONFIG, Integer.toString(StreamsSettings.MAX_RECORD_BYTES)));
        }
    }

    private static boolean isOutput(TopicDefinition topic, TopicNames names) {
        return CLEANUP_POLICY_COMPACT.equals(topic.configs().get(CLEANUP_POLICY_CONFIG))
                && !topic.name().equals(names.gazetteer())
                && !names.notes().contains(topic.name());
    }

    private static TopicDefinition forgetting(TopicDefinition topic) {
        Map<String, String> configs = new HashMap<>(topic.configs());
        int largestRecord = Integer.parseInt(configs.getOrDefault(MAX_MESSAGE_BYTES_CONFIG, "0"));
        String segment = Integer.toString(Math.max(SMALLEST_SEGMENT_BYTES, largestRecord));
        configs.put(CLEANUP_POLICY_CONFIG, CLEANUP_POLICY_COMPACT + "," + CLEANUP_POLICY_DELETE);
        configs.put(SEGMENT_BYTES_CONFIG, segment);
        configs.put(RETENTION_BYTES_CONFIG, segment);
        // By size only: records have their items' own times, which may be old.
        configs.put(RETENTION_MS_CONFIG, "-1");
        return new TopicDefinition(
                topic.name(), topic.partitions(), configs, topic.key(), topic.value(), topic.readers());
    }
}
