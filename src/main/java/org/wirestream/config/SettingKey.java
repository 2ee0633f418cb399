package org.wirestream.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every setting of Wirestream's own: its name, default, allowed values and what it does. */
public enum SettingKey {
    BOOTSTRAP_SERVERS(
            "bootstrap.servers",
            "127.0.0.1:9092",
            "[^\\s,]+:[0-9]{1,5}(?:\\s*,\\s*[^\\s,]+:[0-9]{1,5})*+",
            "host:port, or several with commas between them",
            "brokers to connect to first, host:port, comma-separated"),
    APPLICATION_ID(
            "application.id",
            "wirestream",
            "[A-Za-z0-9._-]{1,200}",
            "up to 200 letters, digits, '.', '_' and '-'",
            "name of the pipeline; instances with the same one share the work"),
    TOPIC_PREFIX(
            "topic.prefix",
            "wire.",
            "[A-Za-z0-9._-]{0,100}",
            "up to 100 letters, digits, '.', '_' and '-'",
            "what every topic's name begins with"),
    ENGINE(
            "engine",
            "accurate",
            "accurate|fast",
            "accurate|fast",
            "how to tag and classify: with a Chinese BERT, or without it in a fraction of the time"),
    STATE_DIR(
            "state.dir",
            "data/state",
            ".+",
            "a directory",
            "directory of the topology's local state; one for each instance"),
    STATE_MEMORY(
            "state.memory.bytes",
            "100000000",
            "[1-9][0-9]{7,8}|1[0-9]{9}",
            "a number from 10000000 to 1999999999",
            "memory outside of the heap for reading and writing an instance's local state, in bytes"),
    THREADS("threads", "0", "[0-9]{1,3}", "a number from 0 to 999", "stream threads; 0 for as many as there are cores"),
    PARAGRAPH_THREADS(
            "paragraph.threads",
            "auto",
            "auto|[0-9]{1,3}",
            "auto, or a number from 0 to 999",
            "threads that all stream threads share to read the paragraphs of long items (engine accurate); auto for one less than there are cores"),
    GROUP_PROTOCOL("group.protocol", "classic", "classic|streams", "classic|streams", "how instances share partitions"),
    PROCESSING_GUARANTEE(
            "processing.guarantee",
            "exactly_once_v2",
            "exactly_once_v2|at_least_once",
            "exactly_once_v2|at_least_once",
            "what outputs can rely on"),
    REPLICATION_FACTOR(
            "replication.factor",
            "0",
            "[0-9]{1,2}",
            "a number from 0 to 99",
            "copies of each topic; 0 for as many as there are brokers, three at most"),
    LIMIT_TEXT_BYTES(
            "limits.text.bytes",
            "524288",
            "[1-9][0-9]{0,8}",
            "a number from 1 to 999999999",
            "largest raw value in bytes"),
    LIMIT_PARAGRAPH_CHARS(
            "limits.paragraph.chars",
            "20000",
            "[1-9][0-9]{0,8}",
            "a number from 1 to 999999999",
            "longest line in UTF-16 code units"),
    LIMIT_PARAGRAPHS(
            "limits.paragraphs", "2000", "[1-9][0-9]{0,8}", "a number from 1 to 999999999", "most lines of an item"),
    LIMIT_ITEM_SECONDS(
            "limits.item.seconds",
            "30",
            "[1-9][0-9]{0,3}",
            "a number from 1 to 9999",
            "processor time that enriching one item may take; keep it below the producer's transaction.timeout.ms"),
    DESKS_FILE(
            "desks.file",
            "",
            ".*",
            "a file, or nothing",
            "file that defines the desks; empty for the seven that Wirestream brings"),
    OUTPUTS(
            "outputs",
            "items,ninjs,paragraphs,desks,counts",
            "(items|ninjs|paragraphs|desks|counts)(,(items|ninjs|paragraphs|desks|counts))*",
            "some of items, ninjs, paragraphs, desks and counts with commas between",
            "what the pipeline writes; every instance needs the same"),
    SUBJECTS_THRESHOLDS(
            "subjects.thresholds",
            "",
            ".*",
            "a file, or nothing",
            "file that sets the confidence from which on subjects are assigned; empty for what was learned"),
    EVENTS_SOURCE(
            "events.source",
            "urn:wirestream",
            "[A-Za-z0-9._~:/?#@!$&'()*+,;=%\\[\\]-]{1,300}",
            "a URI or relative reference of up to 300 characters",
            "what the CloudEvents header ce_source of output records says: a URI of this pipeline's own"),
    OPERATOR_NAME(
            "operator.name",
            "",
            "[^\\p{Cntrl}]{0,100}",
            "up to 100 characters",
            "who is named in wire.audit; empty for the user of the operating system"),
    METRICS_HOST(
            "metrics.host",
            "127.0.0.1",
            "[A-Za-z0-9.:_-]{1,255}",
            "a host name or address",
            "address that an instance serves metrics and health on; 0.0.0.0 for every one of this machine"),
    METRICS_PORT(
            "metrics.port",
            "8089",
            "[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]",
            "a number from 0 to 65535",
            "port that an instance serves metrics and health on; 0 for any free one"),
    DASHBOARD_HOST(
            "dashboard.host",
            "127.0.0.1",
            "[A-Za-z0-9.:_-]{1,255}",
            "a host name or address",
            "address that the dashboard listens on; 0.0.0.0 for every one of this machine"),
    DASHBOARD_PORT(
            "dashboard.port",
            "8088",
            "[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]",
            "a number from 0 to 65535",
            "port that the dashboard listens on; 0 for any free one"),
    DASHBOARD_TOKEN(
            "dashboard.token",
            "",
            "[A-Za-z0-9._~+/=-]{0,500}",
            "up to 500 letters, digits and . _ ~ + / = -",
            "bearer token that every request to the API must bring; empty for none"),
    INGEST_TOKEN(
            "ingest.token",
            "",
            "[A-Za-z0-9._~+/=-]{0,500}",
            "up to 500 letters, digits and . _ ~ + / = -",
            "bearer token that every request to ingest must bring; empty for none"),
    DASHBOARD_ITEMS(
            "dashboard.items",
            "5000",
            "[1-9][0-9]{0,6}",
            "a number from 1 to 9999999",
            "items that the dashboard keeps to list and search"),
    DASHBOARD_BYTES(
            "dashboard.bytes",
            "100000000",
            "[1-9][0-9]{5,8}|1[0-9]{9}",
            "a number from 100000 to 1999999999",
            "memory for these items in bytes"),
    DASHBOARD_COUNT_ROWS(
            "dashboard.count.rows",
            "500000",
            "[1-9][0-9]{2,8}",
            "a number from 100 to 999999999",
            "most rows of counts that the dashboard keeps; the oldest hours and days go first");

    private final String key;
    private final String defaultValue;
    private final Pattern pattern;
    private final String allowed;
    private final String description;

    SettingKey(String key, String defaultValue, String pattern, String allowed, String description) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.pattern = Pattern.compile(pattern);
        this.allowed = allowed;
        this.description = description;
    }

    /** The key as files and flags write it. */
    public String key() {
        return key;
    }

    /** The value when nothing sets it. */
    public String defaultValue() {
        return defaultValue;
    }

    /** What the setting does. */
    public String description() {
        return description;
    }

    /** The values that are allowed, for people. */
    String allowed() {
        return allowed;
    }

    boolean allows(String value) {
        return pattern.matcher(value).matches();
    }

    /** The environment variable: {@code WIRESTREAM_BOOTSTRAP_SERVERS}. */
    String environmentName() {
        return Settings.ENVIRONMENT_PREFIX + key.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    static Optional<SettingKey> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
