package org.wirestream.topics;

import java.util.Map;

/**
 * A topic as it should be.
 *
 * @param name the full name, prefix included
 * @param partitions number of partitions
 * @param configs topic configuration
 * @param key what the key is, for people
 * @param value what the value is, for people
 * @param readers who reads it, for people
 */
public record TopicDefinition(
        String name, int partitions, Map<String, String> configs, String key, String value, String readers) {
    public TopicDefinition {
        configs = Map.copyOf(configs);
    }
}
