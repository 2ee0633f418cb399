package org.wirestream.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings that Kafka's clients know, and which of them a client is given. */
@SuppressWarnings("ImmutableEnumChecker") // The names are an unmodifiable copy.
enum KafkaSettings {
    ADMIN("admin", AdminClientConfig.configNames()),
    PRODUCER("producer", ProducerConfig.configNames()),
    CONSUMER("consumer", ConsumerConfig.configNames()),
    STREAMS("streams", StreamsConfig.configDef().names());

    /** What every passed-through setting begins with. */
    static final String PREFIX = "kafka.";

    private final String role;
    private final Set<String> names;

    KafkaSettings(String role, Set<String> names) {
        this.role = role;
        this.names = Set.copyOf(names);
    }

    /** Whether some client knows a key that begins with {@code kafka.}. */
    static boolean isKnown(String key) {
        String name = key.substring(PREFIX.length());
        for (KafkaSettings client : values()) {
            if (name.startsWith(client.role + ".") && client.names.contains(name.substring(client.role.length() + 1))) {
                return true;
            }
            if (client.names.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** The settings for this client: the general ones that it knows, and those for its role over them. */
    Map<String, Object> select(Map<String, String> passedThrough) {
        Map<String, Object> selected = new TreeMap<>();
        passedThrough.forEach((key, value) -> {
            String name = key.substring(PREFIX.length());
            if (names.contains(name)) {
                selected.put(name, value);
            }
        });
        passedThrough.forEach((key, value) -> {
            String name = key.substring(PREFIX.length());
            if (name.startsWith(role + ".")) {
                selected.put(name.substring(role.length() + 1), value);
            }
        });
        return selected;
    }

    /** The key that an environment variable's name stands for: its dots are underscores there. */
    static String fromEnvironment(String name) {
        String flat = name.toLowerCase(Locale.ROOT);
        for (String known : allKeys()) {
            if (known.replace('.', '_').replace('-', '_').equals(flat)) {
                return known;
            }
        }
        return flat.replace('_', '.');
    }

    static List<String> allKeys() {
        Set<String> keys = new TreeSet<>();
        for (KafkaSettings client : values()) {
            client.names.forEach(name -> {
                keys.add(PREFIX + name);
                keys.add(PREFIX + client.role + "." + name);
            });
        }
        List<String> sorted = new ArrayList<>(keys);
        sorted.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        return sorted;
    }
}
