package org.wirestream.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/** The settings that Kafka's clients know, and which of them a client is given. */
@SuppressWarnings("ImmutableEnumChecker") // The definitions are only read.
enum KafkaSettings {
    ADMIN("admin", AdminClientConfig.configDef()),
    PRODUCER("producer", ProducerConfig.configDef()),
    CONSUMER("consumer", ConsumerConfig.configDef()),
    STREAMS("streams", StreamsConfig.configDef());

    /** What every passed-through setting begins with. */
    static final String PREFIX = "kafka.";

    /** What Wirestream sets itself from its own settings, and from which; a client's setting would have no effect. */
    private static final Map<String, SettingKey> OWN = Map.of(
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, SettingKey.BOOTSTRAP_SERVERS,
            StreamsConfig.APPLICATION_ID_CONFIG, SettingKey.APPLICATION_ID,
            StreamsConfig.STATE_DIR_CONFIG, SettingKey.STATE_DIR,
            StreamsConfig.NUM_STREAM_THREADS_CONFIG, SettingKey.THREADS,
            StreamsConfig.GROUP_PROTOCOL_CONFIG, SettingKey.GROUP_PROTOCOL,
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG, SettingKey.PROCESSING_GUARANTEE,
            StreamsConfig.REPLICATION_FACTOR_CONFIG, SettingKey.REPLICATION_FACTOR);

    private final String role;
    private final Map<String, ConfigDef.ConfigKey> known;

    KafkaSettings(String role, ConfigDef definition) {
        this.role = role;
        this.known = Map.copyOf(definition.configKeys());
    }

    /** Kafka's names of what a setting of Wirestream's own decides. */
    static Map<String, SettingKey> own() {
        return OWN;
    }

    /** Whether some client knows a key that begins with {@code kafka.}. */
    static boolean isKnown(String key) {
        return knowing(key).findAny().isPresent();
    }

    /** The setting of Wirestream's own that decides what this key is about, if one does. */
    static Optional<SettingKey> decidedBy(String key) {
        String general = key.substring(PREFIX.length());
        return Optional.ofNullable(OWN.get(general))
                .or(() -> STREAMS.find(key).map(setting -> OWN.get(setting.name)))
                .or(() -> knowing(key)
                        .map(setting -> OWN.get(setting.name))
                        .filter(SettingKey.BOOTSTRAP_SERVERS::equals)
                        .findAny());
    }

    /**
     * Checks a value with each client that knows the key.
     *
     * @throws ConfigException when one does not take it
     */
    static void check(String key, String value) {
        knowing(key).forEach(setting -> {
            Object parsed = ConfigDef.parseType(setting.name, value, setting.type);
            if (setting.validator != null) {
                setting.validator.ensureValid(setting.name, parsed);
            }
        });
    }

    /** Whether a client takes the key's value for a secret. */
    static boolean isSecret(String key) {
        return knowing(key).anyMatch(setting -> setting.type == ConfigDef.Type.PASSWORD);
    }

    /** The key, as each client that knows it defines it. */
    private static Stream<ConfigDef.ConfigKey> knowing(String key) {
        return Arrays.stream(values()).flatMap(client -> client.find(key).stream());
    }

    private Optional<ConfigDef.ConfigKey> find(String key) {
        String general = key.substring(PREFIX.length());
        String own = general.startsWith(role + ".") ? general.substring(role.length() + 1) : general;
        return Optional.ofNullable(known.get(own)).or(() -> Optional.ofNullable(known.get(general)));
    }

    /** The settings for this client: the general ones that it knows, and those for its role over them. */
    Map<String, Object> select(Map<String, String> passedThrough) {
        Map<String, Object> selected = new TreeMap<>();
        passedThrough.forEach((key, value) -> {
            String name = key.substring(PREFIX.length());
            if (known.containsKey(name)) {
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
            client.known.keySet().forEach(name -> {
                keys.add(PREFIX + name);
                keys.add(PREFIX + client.role + "." + name);
            });
        }
        keys.removeIf(key -> decidedBy(key).isPresent());
        List<String> sorted = new ArrayList<>(keys);
        sorted.sort(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        return sorted;
    }
}
