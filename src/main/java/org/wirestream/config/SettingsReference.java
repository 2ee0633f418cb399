package org.wirestream.config;

import java.util.Map;
import java.util.TreeMap;

/** Every setting as a page of Markdown, made of the definitions themselves. */
public final class SettingsReference {
    private static final String HEAD = """
            # Configuration

            <!-- Made by `./wirestream config reference > docs/configuration.md`; a test fails when it is out of date. -->

            A setting comes from a flag (`--set key=value`), else from its environment variable, else from a file (`--config FILE`, or
            `wirestream.properties` in the working directory), else it has its default. An unknown key and a value that is not allowed end a
            command with exit code 2, before it does anything. What is in force, and where it was set:

            ```
            ./wirestream config show
            ./wirestream config show --set engine=fast --set kafka.security.protocol=SASL_SSL
            ```

            ## Settings

            | key | default | allowed | what |
            |---|---|---|---|
            """;

    private static final String NAMES = """

            The environment variable of a key is `WIRESTREAM_` and the key in capitals with underscores for dots: `%s` for `%s`.

            ## Kafka's own settings

            Every setting of Kafka's admin client, consumer, producer and Streams passes through under `kafka.`: `kafka.security.protocol` for all
            clients that know it, `kafka.producer.linger.ms` for one (`admin`, `consumer`, `producer`, `streams`). The environment variable of
            `kafka.sasl.jaas.config` is `WIRESTREAM_KAFKA_SASL_JAAS_CONFIG`. Secrets are masked in `config show`. These have a setting of their own
            and are refused:

            | Kafka's name | set instead |
            |---|---|
            """;

    private static final String VARIABLES = """

            ## Variables of the launcher

            They are read from the environment only.

            | variable | what |
            |---|---|
            """;

    private SettingsReference() {}

    /** The page; its lines end in a line feed, the last one too. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        for (SettingKey setting : SettingKey.values()) {
            row(
                    page,
                    code(setting.key()),
                    setting.defaultValue().isEmpty() ? "" : code(setting.defaultValue()),
                    setting.allowed(),
                    setting.description());
        }
        SettingKey example = SettingKey.BOOTSTRAP_SERVERS;
        page.append(NAMES.formatted(example.environmentName(), example.key()));
        Map<String, SettingKey> own = new TreeMap<>(KafkaSettings.own());
        own.forEach((name, setting) -> row(page, code(name), code(setting.key())));
        page.append(VARIABLES);
        for (LauncherVariable variable : LauncherVariable.values()) {
            row(page, code(variable.name()), variable.description());
        }
        return page.toString();
    }

    private static void row(StringBuilder page, String... cells) {
        for (String cell : cells) {
            page.append("| ").append(cell.replace("|", "\\|")).append(cell.isEmpty() ? "" : " ");
        }
        page.append("|\n");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
