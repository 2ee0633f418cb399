package org.wirestream.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where texts come from.
 *
 * @param directory the folder to watch; null for none
 * @param settle how long a file must have been left alone before it counts as complete
 * @param address where to listen; null for nowhere
 * @param source the name of what comes by HTTP among sources; two processes of one name end each other
 */
public record IngestOptions(
        @Nullable Path directory, Duration settle, @Nullable Address address, String source) {
    private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    public IngestOptions {
        if (directory == null && address == null) {
            throw new IllegalArgumentException("say where texts come from: --watch DIR, --http :PORT, or both");
        }
        if (!SOURCE.matcher(source).matches()) {
            throw new IllegalArgumentException(
                    "the source is '%s'; allowed are up to 100 letters, digits and . _ -".formatted(source));
        }
    }

    /**
     * A host and a port.
     *
     * @param port 0 for any free one
     */
    public record Address(String host, int port) {
        private static final Pattern WRITTEN =
                Pattern.compile("(?:(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]*):)?([0-9]{1,5})");

        /**
         * Reads {@code :8091}, {@code 8091} (both on loopback) or {@code 0.0.0.0:8091}.
         *
         * @throws IllegalArgumentException when it is none
         */
        public static Address parse(String text) {
            Matcher written = WRITTEN.matcher(text);
            if (!written.matches() || Integer.parseInt(written.group(2)) > 65_535) {
                throw new IllegalArgumentException(
                        "'%s' is no address to listen on, such as :8091 or 0.0.0.0:8091".formatted(text));
            }
            String host = written.group(1);
            return new Address(host == null || host.isEmpty() ? "127.0.0.1" : host, Integer.parseInt(written.group(2)));
        }
    }
}
