package org.wirestream.config;

import java.util.Arrays;

/** A variable of the environment that the launcher or the logs read, and that is no setting. */
enum LauncherVariable {
    WIRESTREAM_HEAP("options that size Java's heap, in place of the launcher's own: `-XX:MaxRAMPercentage=60`"),
    WIRESTREAM_JAVA_OPTS("options for Java, after the launcher's own: `-Xmx2g`"),
    WIRESTREAM_CLASS_CACHE(
            "a file that keeps the classes of a run for a faster start of the next: `/var/lib/wirestream/classes.jsa`"),
    WIRESTREAM_LOG("least level that is logged: `ERROR`, `WARN` (default), `INFO` (a line for each record), `DEBUG`"),
    WIRESTREAM_LOG_FORMAT("`json` for a JSON object a line"),
    JAVA_HOME("the Java to use; else the first `java` on the path");

    private final String description;

    LauncherVariable(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    static boolean isOne(String name) {
        return Arrays.stream(values()).anyMatch(variable -> variable.name().equals(name));
    }
}
