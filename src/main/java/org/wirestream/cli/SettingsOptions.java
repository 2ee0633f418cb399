package org.wirestream.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirestream.config.SettingKey;
import org.wirestream.config.Settings;
import picocli.CommandLine.Option;

/** The options by which any command takes settings. */
final class SettingsOptions {
    private static final Path DEFAULT_FILE = Path.of("wirestream.properties");

    @Option(
            names = {"-b", "--bootstrap-servers"},
            paramLabel = "HOST:PORT",
            description = "brokers to connect to first")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "settings file (default: wirestream.properties here, if there is one)")
    private @Nullable Path file;

    @Option(
            names = {"-s", "--set"},
            paramLabel = "KEY=VALUE",
            description = "a setting; kafka.* is passed to the Kafka clients")
    private Map<String, String> set = new LinkedHashMap<>();

    /**
     * The settings of a file and nothing else, for another cluster.
     *
     * @param bootstrapServers instead of the file's; null for these
     */
    static Settings only(Path file, @Nullable String bootstrapServers) {
        Map<String, String> flags =
                bootstrapServers == null ? Map.of() : Map.of(SettingKey.BOOTSTRAP_SERVERS.key(), bootstrapServers);
        return Settings.load(flags, Map.of(), file);
    }

    Settings load() {
        return load(Map.of());
    }

    /** The settings, with some that the command itself decides. */
    Settings load(Map<String, String> decided) {
        Map<String, String> flags = new LinkedHashMap<>(set);
        if (bootstrapServers != null) {
            flags.put(SettingKey.BOOTSTRAP_SERVERS.key(), bootstrapServers);
        }
        flags.putAll(decided);
        Path settings = file == null && Files.exists(DEFAULT_FILE) ? DEFAULT_FILE : file;
        return Settings.load(flags, System.getenv(), settings);
    }
}
