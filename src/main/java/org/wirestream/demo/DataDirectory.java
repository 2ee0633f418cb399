package org.wirestream.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a demonstration keeps its data: a directory that the user names, or one of its own that goes with it. */
final class DataDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataDirectory.class);

    private final Path path;
    private final boolean temporary;

    private DataDirectory(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    /** @param kept the directory to keep; null for a temporary one */
    static DataDirectory of(@Nullable Path kept) throws IOException {
        return kept == null
                ? new DataDirectory(Files.createTempDirectory("wirestream-demo-"), true)
                : new DataDirectory(Files.createDirectories(kept).toAbsolutePath(), false);
    }

    /** The directory. */
    Path path() {
        return path;
    }

    @Override
    public void close() {
        if (temporary) {
            try (Stream<Path> files = Files.walk(path)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                LOG.warn("the temporary directory {} is not quite removed: {}", path, e.getMessage());
            }
        }
    }
}
