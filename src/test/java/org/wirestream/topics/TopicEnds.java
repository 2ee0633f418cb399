package org.wirestream.topics;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.wirestream.config.Settings;

/** Where topics end: what is written moves it, what compaction takes away does not. */
public final class TopicEnds {
    private TopicEnds() {}

    /** The next offset of each partition. */
    public static Map<TopicPartition, Long> of(Settings settings, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(settings.adminProperties())) {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((topic, description) -> description
                            .partitions()
                            .forEach(each ->
                                    latest.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest())));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        }
    }
}
