package org.wirestream.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirestream.http.Problem;
import org.wirestream.replay.Manifest;
import org.wirestream.replay.RawRecord;
import org.wirestream.replay.SourceFiles;
import org.wirestream.wire.Sha256;

/**
 * A folder whose text files are taken in, each once: its records and a mark with its name and digest are one transaction, then it is
 * moved to {@code done/}, then the mark is forgotten. A file that is there and marked was taken in by a run that died before it could
 * move it: it is only moved. What cannot be taken is moved to {@code refused/} with a problem beside it. For one thread.
 */
final class WatchedDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedDirectory.class);
    private static final String IDENTITY = ".wirestream-ingest";

    private final Path directory;
    private final Path done;
    private final Path refused;
    private final String topic;
    private final int maxBytes;
    private final Duration settle;
    private final Clock clock;
    private final RawWriter writer;
    private Map<Path, FileState> before = new HashMap<>();

    /** How a file looked; one that still grows looks different the next time. */
    private record FileState(long size, FileTime modified) {}

    /**
     * Makes the folders beside the files.
     *
     * @param maxBytes the largest text
     * @param settle how long a file must have been left alone
     */
    WatchedDirectory(Path directory, String topic, int maxBytes, Duration settle, Clock clock, RawWriter writer) {
        this.directory = directory;
        this.done = made(directory.resolve("done"));
        this.refused = made(directory.resolve("refused"));
        this.topic = topic;
        this.maxBytes = maxBytes;
        this.settle = settle;
        this.clock = clock;
        this.writer = writer;
        forgetWhatIsGone();
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be made: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /**
     * The folder's own name among sources, whoever watches it from wherever: a random one, kept in a hidden file in it.
     *
     * @throws UncheckedIOException when it cannot be read or made
     */
    static String identity(Path directory) {
        Path file = directory.resolve(IDENTITY);
        try {
            try {
                String identity = UUID.randomUUID().toString();
                Files.writeString(file, identity, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return identity;
            } catch (FileAlreadyExistsException e) {
                return UUID.fromString(Files.readString(file).strip()).toString();
            }
        } catch (IllegalArgumentException e) {
            throw new UncheckedIOException(new IOException(
                    "%s does not hold the folder's identity; delete it while nobody watches the folder".formatted(file),
                    e));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "%s cannot be watched: %s cannot be written or read".formatted(directory, file), e);
        }
    }

    /** A mark whose file is gone was left by a run that died after the move. */
    private void forgetWhatIsGone() {
        Set<String> there = new HashSet<>();
        for (Path file : candidates()) {
            there.add(String.valueOf(file.getFileName()));
        }
        for (String name : writer.names()) {
            if (!there.contains(name.substring(0, Math.max(0, name.lastIndexOf('@'))))) {
                writer.forget(name);
            }
        }
    }

    /** Takes in every file that is complete, the oldest first. */
    void scan() {
        Map<Path, FileState> now = new HashMap<>();
        List<Map.Entry<Path, FileState>> ready = new ArrayList<>();
        for (Path file : candidates()) {
            FileState state = state(file);
            if (state == null) {
                continue;
            }
            now.put(file, state);
            boolean quiet = !state.modified().toInstant().plus(settle).isAfter(clock.instant());
            if (quiet && (settle.isZero() || state.equals(before.get(file)))) {
                ready.add(Map.entry(file, state));
            }
        }
        before = now;
        ready.sort(Comparator.comparing(
                        (Map.Entry<Path, FileState> file) -> file.getValue().modified())
                .thenComparing(Map.Entry::getKey));
        for (Map.Entry<Path, FileState> entry : ready) {
            Path file = entry.getKey();
            try {
                take(file, entry.getValue());
            } catch (IOException | UncheckedIOException e) {
                if (Files.exists(file)) {
                    LOG.warn("{} stays where it is for now: {}", file, e.toString());
                }
            }
        }
    }

    private List<Path> candidates() {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path file : entries) {
                boolean hidden = String.valueOf(file.getFileName()).startsWith(".");
                if (!hidden && SourceFiles.isText(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(directory, e.getMessage()), e);
        }
        return files;
    }

    private static @Nullable FileState state(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new FileState(attributes.size(), attributes.lastModifiedTime());
        } catch (IOException e) {
            return null;
        }
    }

    private void take(Path file, FileState state) throws IOException {
        String digest = digest(file);
        String name = file.getFileName() + "@" + digest;
        try {
            if (writer.digest(name) == null) {
                List<ProducerRecord<byte @Nullable [], byte @Nullable []>> records = records(file, state);
                if (!state.equals(state(file))) {
                    return;
                }
                writer.write(name, digest, records);
                LOG.info("{} is taken in, with {} records", file.getFileName(), records.size());
            } else {
                LOG.info("{} was taken in before", file.getFileName());
            }
            move(file, done);
            writer.forget(name);
        } catch (DeliveryRefusedException e) {
            LOG.warn("{} is refused: {}", file.getFileName(), e.getMessage());
            Path target = move(file, refused);
            Files.write(
                    target.resolveSibling(target.getFileName() + ".problem.json"),
                    Problem.of(e.status(), e.getMessage()).json());
        }
    }

    private List<ProducerRecord<byte @Nullable [], byte @Nullable []>> records(Path file, FileState state)
            throws IOException, DeliveryRefusedException {
        if (state.size() > SourceFiles.MAX_TEXT_BYTES) {
            throw new DeliveryRefusedException(
                    413,
                    "the file has %,d bytes, more than %,d; split it, or use replay"
                            .formatted(state.size(), SourceFiles.MAX_TEXT_BYTES));
        }
        List<ProducerRecord<byte @Nullable [], byte @Nullable []>> records = new ArrayList<>();
        try (Stream<RawRecord> read = SourceFiles.of(List.of(file.toString()), Manifest.none(), System.in)
                .records()) {
            for (RawRecord record : (Iterable<RawRecord>) read::iterator) {
                if (record.value().length > maxBytes) {
                    throw new DeliveryRefusedException(
                            413,
                            "%s has %,d bytes, more than the %,d of limits.text.bytes"
                                    .formatted(record.source(), record.value().length, maxBytes));
                }
                ProducerRecord<byte @Nullable [], byte[]> message = record.producerRecord(topic);
                records.add(new ProducerRecord<>(topic, null, message.key(), message.value(), message.headers()));
            }
        }
        return records;
    }

    /** Moves a file, and makes sure that it stays moved before its mark is forgotten. */
    private static Path move(Path file, Path folder) throws IOException {
        Path target = folder.resolve(file.getFileName());
        for (int i = 2; Files.exists(target, LinkOption.NOFOLLOW_LINKS); i++) {
            target = folder.resolve(file.getFileName() + "." + i);
        }
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException(folder + " must be on the same file system as the folder that is watched", e);
        }
        sync(folder);
        sync(file.toAbsolutePath().getParent());
        return target;
    }

    private static void sync(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("{} cannot be synchronised on this platform", folder, e);
        }
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return Sha256.hex(digest);
    }
}
