package org.wirestream.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.stream.RawHeaders;

/** Given these files and this run that dies there, expect these records and folders after the next run. */
class WatchedDirectoryTest {
    private static final int LIMIT = 1_000;
    private static final String RAW = "wire.raw";
    private static final String MARKS = "wire.ingested";

    @TempDir
    Path directory;

    /** What is committed, by all runs. */
    private final List<ProducerRecord<byte[], byte[]>> log = new java.util.ArrayList<>();

    private MockProducer<byte[], byte[]> producer;
    private RawWriter writer;

    @BeforeEach
    void begin() {
        start();
    }

    /** A run begins, after the one before has ended somehow. */
    private WatchedDirectory start() {
        if (producer != null) {
            log.addAll(producer.history());
        }
        producer = new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        writer = new RawWriter(producer, MARKS, "test", this::marks);
        return watch(Duration.ZERO);
    }

    private WatchedDirectory watch(Duration settle) {
        return new WatchedDirectory(directory, RAW, LIMIT, settle, Clock.systemUTC(), writer);
    }

    private Map<String, String> marks() {
        Map<String, String> marks = new LinkedHashMap<>();
        for (ProducerRecord<byte[], byte[]> record : committed(MARKS)) {
            String name = new String(record.key(), StandardCharsets.UTF_8).substring("test/".length());
            marks.remove(name);
            if (record.value() != null) {
                marks.put(name, new String(record.value(), StandardCharsets.UTF_8));
            }
        }
        return marks;
    }

    private List<ProducerRecord<byte[], byte[]>> committed(String topic) {
        return Stream.concat(log.stream(), producer.history().stream())
                .filter(record -> record.topic().equals(topic))
                .toList();
    }

    private List<String> texts() {
        return committed(RAW).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }

    private Path file(String name, String text) throws IOException {
        Path file = Files.writeString(directory.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
        return file;
    }

    private List<String> in(String folder) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void shouldTakeEachFileOnceAndMoveIt() throws Exception {
        file("a.txt", "甲");
        file("b.json", "[{\"uri\":\"urn:a\"},{\"uri\":\"urn:b\"}]");
        file("c.jsonl", "{\"uri\":\"urn:c\"}\n{\"uri\":\"urn:d\"}\n");
        file(".hidden.txt", "还没写完");
        file("picture.jpg", "no text");
        WatchedDirectory watched = start();
        watched.scan();
        watched.scan();

        assertThat(texts())
                .containsExactlyInAnyOrder(
                        "甲",
                        "{\"uri\":\"urn:a\"}",
                        "{\"uri\":\"urn:b\"}",
                        "{\"uri\":\"urn:c\"}",
                        "{\"uri\":\"urn:d\"}");
        assertThat(RawHeaders.text(committed(RAW).get(0).headers(), "wire-source"))
                .isNotNull();
        assertThat(in("done")).containsExactly("a.txt", "b.json", "c.jsonl");
        assertThat(directory.resolve(".hidden.txt")).exists();
        assertThat(directory.resolve("picture.jpg")).exists();
        writer.close();
        assertThat(marks()).as("marks of files that are moved are of no use").isEmpty();
    }

    @Test
    void shouldOnlyMoveAFileWhenTheRunBeforeDiedBetweenCommitAndMove() throws Exception {
        WatchedDirectory dying = start();
        file("a.txt", "甲");
        // It cannot be moved, as if the process had been killed before it could be.
        Files.delete(directory.resolve("done"));
        Files.createFile(directory.resolve("done"));
        dying.scan();
        assertThat(texts()).containsExactly("甲");
        assertThat(directory.resolve("a.txt")).exists();
        Files.delete(directory.resolve("done"));

        start().scan();

        assertThat(texts()).as("once").containsExactly("甲");
        assertThat(in("done")).containsExactly("a.txt");
    }

    @Test
    void shouldSendAFileWhenTheRunBeforeDiedBeforeTheCommit() throws Exception {
        file("a.txt", "甲");
        WatchedDirectory dying = start();
        producer.commitTransactionException = new ProducerFencedException("another");
        assertThatThrownBy(dying::scan).hasMessageContaining("another ingest of this source");
        assertThat(texts()).isEmpty();
        assertThat(directory.resolve("a.txt")).exists();
        assertThatThrownBy(dying::scan).as("it writes nothing more").isInstanceOf(IllegalStateException.class);

        start().scan();

        assertThat(texts()).containsExactly("甲");
    }

    @Test
    void shouldTakeTheSameFileAgainWhenItComesAgain() throws Exception {
        WatchedDirectory watched = start();
        file("a.txt", "甲");
        watched.scan();
        file("a.txt", "甲");
        watched.scan();
        assertThat(texts()).containsExactly("甲", "甲");
        assertThat(in("done")).containsExactly("a.txt", "a.txt.2");

        // The last run died after the move, with the mark still there: the file is another one all the same.
        WatchedDirectory next = start();
        file("a.txt", "甲");
        next.scan();
        assertThat(texts()).hasSize(3);
    }

    @Test
    void shouldRefuseWhatIsTooLargeWithAProblemAndGoOn() throws Exception {
        WatchedDirectory watched = start();
        file("a.txt", "长".repeat(LIMIT));
        file("b.txt", "乙");
        watched.scan();

        assertThat(texts()).containsExactly("乙");
        assertThat(in("refused")).containsExactly("a.txt", "a.txt.problem.json");
        assertThat(Files.readString(directory.resolve("refused/a.txt.problem.json")))
                .contains("\"status\":413", "a.txt has 3,000 bytes", "limits.text.bytes");
    }

    @Test
    void shouldWaitUntilAFileIsLeftAlone() throws Exception {
        WatchedDirectory watched = watch(Duration.ofSeconds(5));
        Path growing = file("a.txt", "甲");
        watched.scan();
        assertThat(texts()).as("seen once only").isEmpty();
        Files.writeString(growing, "甲乙");
        Files.setLastModifiedTime(growing, FileTime.from(Instant.now().minusSeconds(50)));
        watched.scan();
        assertThat(texts()).as("it has grown").isEmpty();
        watched.scan();
        assertThat(texts()).containsExactly("甲乙");

        Files.writeString(directory.resolve("new.txt"), "新");
        watched.scan();
        watched.scan();
        assertThat(texts()).as("written just now").containsExactly("甲乙");
    }

    @Test
    void shouldKeepTheFoldersIdentity() throws Exception {
        String identity = WatchedDirectory.identity(directory);
        assertThat(WatchedDirectory.identity(directory)).isEqualTo(identity);
        Files.writeString(directory.resolve(".wirestream-ingest"), "");
        assertThatThrownBy(() -> WatchedDirectory.identity(directory))
                .hasMessageContaining("delete it while nobody watches");
    }
}
