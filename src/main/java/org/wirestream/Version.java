package org.wirestream;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Wirestream's own version, as the build wrote it. */
public final class Version {
    private Version() {}

    /** The version of this build, for example {@code 0.1.0}. */
    public static String current() {
        return read("version");
    }

    /** The version of Kafka that this build was made with. */
    public static String kafka() {
        return read("kafka");
    }

    private static String read(String key) {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty(key);
        } catch (IOException e) {
            throw new UncheckedIOException("version.properties is missing from the build", e);
        }
    }
}
