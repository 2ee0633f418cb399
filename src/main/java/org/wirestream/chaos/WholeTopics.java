package org.wirestream.chaos;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirestream.config.Settings;
import org.wirestream.stream.Pipeline;
import org.wirestream.topics.TopicAdmin;
import org.wirestream.topics.TopicDefinition;

/** The pipeline's topics, but never compacted: every record that was ever committed is compared. */
final class WholeTopics {
    private WholeTopics() {}

    static void create(Settings settings, List<String> desks, int copies) {
        List<TopicDefinition> topics = Pipeline.topics(settings, desks).stream()
                .map(WholeTopics::whole)
                .toList();
        try (TopicAdmin admin = new TopicAdmin(settings.adminProperties())) {
            admin.apply(topics, Pipeline.topicNames(settings).prefix(), copies, false);
        }
    }

    private static TopicDefinition whole(TopicDefinition topic) {
        Map<String, String> configs = new HashMap<>(topic.configs());
        configs.put("cleanup.policy", "delete");
        configs.put("retention.ms", "-1");
        return new TopicDefinition(
                topic.name(), topic.partitions(), configs, topic.key(), topic.value(), topic.readers());
    }
}
