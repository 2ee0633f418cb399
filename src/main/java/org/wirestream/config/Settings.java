package org.wirestream.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * The effective settings: a flag goes over the environment, the environment over a file, a file over the default. Every
 * setting of the Kafka clients can be passed through under {@code kafka.} ({@code kafka.security.protocol}, or for one
 * client {@code kafka.producer.linger.ms}). Immutable.
 */
public final class Settings {
    static final String ENVIRONMENT_PREFIX = "WIRESTREAM_";

    private static final Pattern SECRET =
            Pattern.compile(".*(?:password|passphrase|jaas|secret|token|keystore\\.key|credential).*");
    private static final String MASK = "********";

    private final Map<String, Entry> entries;

    /**
     * A setting as it is in force.
     *
     * @param key its key
     * @param value its value; masked when it is a secret
     * @param origin where it was set: flag, env NAME, file PATH, or default
     */
    public record Entry(String key, String value, String origin) {}

    private Settings(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * Reads the settings.
     *
     * @param flags from the command line
     * @param environment the process's environment
     * @param file a properties file; null for none
     * @throws SettingsException for an unknown key or a value that is not allowed
     */
    public static Settings load(Map<String, String> flags, Map<String, String> environment, @Nullable Path file) {
        Map<String, Entry> entries = new TreeMap<>();
        for (SettingKey key : SettingKey.values()) {
            entries.put(key.key(), new Entry(key.key(), key.defaultValue(), "default"));
        }
        if (file != null) {
            read(file).forEach((key, value) -> put(entries, key, value, "file " + file));
        }
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT_PREFIX) && !LauncherVariable.isOne(name)) {
                put(entries, fromEnvironment(name), value, "env " + name);
            }
        });
        new TreeMap<>(flags).forEach((key, value) -> put(entries, key, value, "flag"));
        return new Settings(entries);
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new SettingsException("the settings file %s does not exist".formatted(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsException("the settings file %s cannot be read (%s)".formatted(file, e));
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    private static String fromEnvironment(String name) {
        return Arrays.stream(SettingKey.values())
                .filter(key -> key.environmentName().equals(name))
                .map(SettingKey::key)
                .findFirst()
                .orElseGet(() -> KafkaSettings.fromEnvironment(name.substring(ENVIRONMENT_PREFIX.length())));
    }

    private static void put(Map<String, Entry> entries, String key, String value, String origin) {
        String stripped = value.strip();
        SettingKey setting = SettingKey.of(key).orElse(null);
        if (setting == null) {
            checkPassedThrough(key, stripped, origin);
        } else if (!setting.allows(stripped)) {
            throw new SettingsException(
                    "setting %s (%s) is '%s'; allowed is %s".formatted(key, origin, value, setting.allowed()));
        }
        entries.put(key, new Entry(key, stripped, origin));
    }

    private static void checkPassedThrough(String key, String value, String origin) {
        boolean kafka = key.startsWith(KafkaSettings.PREFIX);
        if (kafka) {
            KafkaSettings.decidedBy(key).ifPresent(own -> {
                throw new SettingsException(
                        "setting %s (%s) would have no effect; set %s".formatted(key, origin, own.key()));
            });
        }
        if (!kafka || !KafkaSettings.isKnown(key)) {
            throw new SettingsException(
                    "unknown setting %s (%s); did you mean %s?".formatted(key, origin, nearest(key)));
        }
        try {
            KafkaSettings.check(key, value);
        } catch (ConfigException e) {
            throw new SettingsException("setting %s (%s) is not allowed: %s"
                    .formatted(key, origin, isSecret(key) ? "Kafka does not take its value" : e.getMessage()));
        }
    }

    private static String nearest(String key) {
        return Stream.concat(Arrays.stream(SettingKey.values()).map(SettingKey::key), KafkaSettings.allKeys().stream())
                .min(Comparator.comparingInt((String known) -> distance(known, key))
                        .thenComparing(known -> known))
                .orElse("");
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static boolean isSecret(String key) {
        return SECRET.matcher(key.toLowerCase(Locale.ROOT)).matches()
                || (key.startsWith(KafkaSettings.PREFIX) && KafkaSettings.isSecret(key));
    }

    /** The value of a setting. */
    public String get(SettingKey key) {
        Entry entry = entries.get(key.key());
        return entry == null ? key.defaultValue() : entry.value();
    }

    /** The value of a setting that is a number. */
    public int getInt(SettingKey key) {
        return Integer.parseInt(get(key));
    }

    /** Threads that help with the paragraphs of long items. */
    public int paragraphThreads() {
        return get(SettingKey.PARAGRAPH_THREADS).equals("auto")
                ? Runtime.getRuntime().availableProcessors() - 1
                : getInt(SettingKey.PARAGRAPH_THREADS);
    }

    /** Every setting that is in force, by key, secrets masked. */
    public List<Entry> effective() {
        List<Entry> effective = new ArrayList<>();
        for (Entry entry : entries.values()) {
            effective.add(isSecret(entry.key()) ? new Entry(entry.key(), MASK, entry.origin()) : entry);
        }
        return effective;
    }

    /** What an admin client is made with. */
    public Map<String, Object> adminProperties() {
        return client(KafkaSettings.ADMIN);
    }

    /** What a producer is made with. */
    public Map<String, Object> producerProperties() {
        return client(KafkaSettings.PRODUCER);
    }

    /** What a consumer is made with. */
    public Map<String, Object> consumerProperties() {
        return client(KafkaSettings.CONSUMER);
    }

    /** What the topology is run with. */
    public Map<String, Object> streamsProperties() {
        Map<String, Object> properties = new HashMap<>();
        // Streams hands on to its clients what it does not know itself, security settings among it.
        passedThrough().forEach((key, value) -> {
            String name = key.substring(KafkaSettings.PREFIX.length());
            if (!name.startsWith("streams.")) {
                properties.put(name, value);
            }
        });
        properties.putAll(client(KafkaSettings.STREAMS));
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, get(SettingKey.APPLICATION_ID));
        properties.put(StreamsConfig.STATE_DIR_CONFIG, get(SettingKey.STATE_DIR));
        int threads = getInt(SettingKey.THREADS);
        properties.put(
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
        properties.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, get(SettingKey.GROUP_PROTOCOL));
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, get(SettingKey.PROCESSING_GUARANTEE));
        int replication = getInt(SettingKey.REPLICATION_FACTOR);
        // -1: the broker's default.replication.factor.
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replication > 0 ? replication : -1);
        return properties;
    }

    private Map<String, Object> client(KafkaSettings client) {
        Map<String, Object> properties = new HashMap<>(client.select(passedThrough()));
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, get(SettingKey.BOOTSTRAP_SERVERS));
        return properties;
    }

    private Map<String, String> passedThrough() {
        Map<String, String> passed = new TreeMap<>();
        entries.forEach((key, entry) -> {
            if (key.startsWith(KafkaSettings.PREFIX)) {
                passed.put(key, entry.value());
            }
        });
        return passed;
    }
}
