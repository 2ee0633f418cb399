package org.wirestream.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.metadata.storage.FormatterException;

/**
 * The broker's data directory: ours, formatted, and locked while it is open. Kafka locks it too, but only after its
 * controller has written there, so a file of our own is locked first; the same file marks the directory as ours.
 */
final class BrokerDirectory implements AutoCloseable {
    private static final String LOCK = "wirestream.lock";
    private static final String ADVICE = "give another directory with --data";

    private final Path path;
    private final FileChannel lock;

    private BrokerDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Locks a directory that is empty or ours, and formats it when it is new. What is refused is left as it was.
     *
     * @param node the node's id
     * @param clusterId of the cluster that a new directory is for
     * @throws BrokerStartException when it is in use, holds something else or cannot be written
     */
    static BrokerDirectory open(Path directory, int node, String clusterId) {
        Path path = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            refuseForeign(path);
            BrokerDirectory opened = new BrokerDirectory(path, lock(path));
            try {
                opened.format(node, clusterId);
            } catch (IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
            return opened;
        } catch (IOException e) {
            throw new BrokerStartException(
                    "the broker cannot keep its data in %s (%s); make it writable, or %s".formatted(path, e, ADVICE),
                    e);
        }
    }

    Path path() {
        return path;
    }

    /** Unlocks it. The operating system does so too when the process dies. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void refuseForeign(Path path) throws IOException {
        if (path.toString().indexOf(',') >= 0) {
            // Kafka takes a comma in log.dirs for the end of a directory's name.
            throw new BrokerStartException(
                    "the broker cannot keep its data in %s, since the name has a comma; %s".formatted(path, ADVICE));
        }
        if (Files.exists(path.resolve(LOCK))) {
            return;
        }
        try (Stream<Path> entries = Files.list(path)) {
            if (entries.findAny().isPresent()) {
                throw new BrokerStartException("the directory %s holds files that are not a broker's of Wirestream; %s"
                        .formatted(path, ADVICE));
            }
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another broker of this process has it.
            locked = false;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        if (!locked) {
            throw new BrokerStartException(
                    "the directory %s is in use by another running broker; stop it, or %s".formatted(path, ADVICE));
        }
        return channel;
    }

    private void format(int node, String clusterId) throws IOException {
        if (Files.exists(path.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setNodeId(node)
                    .setClusterId(clusterId)
                    .addDirectory(path.toString())
                    .setMetadataLogDirectory(path.toString())
                    .setControllerListenerName(NodeConfig.CONTROLLER_LISTENER)
                    .setPrintStream(nowhere)
                    .run();
        } catch (FormatterException e) {
            throw new IOException(e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("it cannot be formatted", e);
        }
    }
}
