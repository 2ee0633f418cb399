package org.wirestream.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.replay.ReplayStatus.Unit;
import org.wirestream.replay.ReplaySummary.End;

class ReplayTest {
    private static final SizeLimit LIMIT = new SizeLimit(300, "max.message.bytes of topic wire.raw");

    @TempDir
    Path directory;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<String> refusals = new ArrayList<>();
    private final List<ReplayStatus> statuses = new ArrayList<>();
    private int stopAfter = Integer.MAX_VALUE;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(directory.resolve("1.txt"), "一");
        Files.writeString(directory.resolve("2.txt"), "x".repeat(300));
        Files.writeString(directory.resolve("3.jsonl"), "{\"uri\":\"a\"}\n{\"uri\":\"b\"}\n");
        Files.writeString(directory.resolve("4.txt"), "四");
    }

    @Test
    void shouldSendEverythingButWhatIsTooLarge() throws Exception {
        MockProducer<byte[], byte[]> producer = producer(true);

        ReplaySummary summary = run(ReplayOptions.DEFAULT, producer);

        assertThat(values(producer)).containsExactly("一", "{\"uri\":\"a\"}", "{\"uri\":\"b\"}", "四");
        assertThat(refusals)
                .containsExactly("2.txt is not sent: its record has 440 bytes, more than 300,"
                        + " max.message.bytes of topic wire.raw");
        assertThat(summary.sent()).isEqualTo(4);
        assertThat(summary.bytes()).isEqualTo(28);
        assertThat(summary.refused()).isEqualTo(1);
        assertThat(summary.end()).isEqualTo(End.COMPLETE);
        assertThat(summary.isClean()).isFalse();
        assertThat(summary.text())
                .startsWith("sent 4 records (28 bytes) to wire.raw in ")
                .endsWith("; refused 1");
    }

    @Test
    void shouldOnlyCountInADryRun() throws Exception {
        ReplaySummary summary = run(new ReplayOptions(new Rate(0.001), true, 0), null);

        assertThat(summary.text()).startsWith("would send 4 records (28 bytes) to wire.raw in ");
        assertThat(refusals).hasSize(1);
    }

    @Test
    void shouldFinishTheRecordInHandAndSayWhereToResume() throws Exception {
        stopAfter = 3;
        MockProducer<byte[], byte[]> producer = producer(true);

        ReplaySummary first = run(ReplayOptions.DEFAULT, producer);

        assertThat(values(producer)).containsExactly("一", "{\"uri\":\"a\"}");
        assertThat(first.end()).isEqualTo(End.STOPPED);
        assertThat(first.text()).endsWith("\nstopped; resume with --skip 3");
    }

    @Test
    void shouldResumeAfterTheRecordsThatAreSkipped() throws Exception {
        MockProducer<byte[], byte[]> producer = producer(true);

        ReplaySummary summary = run(new ReplayOptions(null, false, 3), producer);

        assertThat(values(producer)).containsExactly("{\"uri\":\"b\"}", "四");
        assertThat(refusals).isEmpty();
        assertThat(summary.text()).endsWith("; skipped 3");
        assertThat(summary.isClean()).isTrue();
    }

    @Test
    void shouldResumeAtTheFirstRecordThatFailed() throws Exception {
        MockProducer<byte[], byte[]> producer = failing(new TimeoutException("no answer"));

        ReplaySummary summary = run(ReplayOptions.DEFAULT, producer);

        assertThat(summary.end()).isEqualTo(End.FAILED);
        assertThat(summary.sent()).isEqualTo(1);
        assertThat(summary.text())
                .endsWith(
                        "3.jsonl:1 could not be sent: no answer (TimeoutException)\nbroken off; resume with --skip 2");
    }

    @Test
    void shouldGoOnWhenTheBrokerFindsARecordTooLargeAfterAll() throws Exception {
        MockProducer<byte[], byte[]> producer = failing(new RecordTooLargeException("over the limit"));

        ReplaySummary summary = run(ReplayOptions.DEFAULT, producer);

        assertThat(summary.end()).isEqualTo(End.COMPLETE);
        assertThat(summary.sent()).isEqualTo(1);
        assertThat(refusals)
                .containsSubsequence("3.jsonl:1 is not sent: over the limit", "4.txt is not sent: over the limit");
    }

    @Test
    void shouldSayWhichFileCouldNotBeReadAndWhereToResume() throws Exception {
        SourceFiles files = files();
        Files.delete(directory.resolve("4.txt"));

        ReplaySummary summary =
                new Replay("wire.raw", ReplayOptions.DEFAULT, LIMIT, producer(true), listener(), stop).run(files);

        assertThat(summary.end()).isEqualTo(End.FAILED);
        assertThat(summary.sent()).isEqualTo(3);
        assertThat(summary.text())
                .endsWith("4.txt cannot be read: there is no such file\nbroken off; resume with --skip 4");
    }

    @Test
    void shouldTellProgressInBytesOfTheFiles() throws Exception {
        run(ReplayOptions.DEFAULT, producer(true));

        assertThat(statuses).extracting(ReplayStatus::done).containsExactly(3L, 303L, 314L, 325L, 328L, 330L);
        assertThat(statuses).extracting(ReplayStatus::records).containsExactly(1L, 1L, 2L, 3L, 4L, 4L);
        assertThat(statuses).extracting(ReplayStatus::total).containsOnly(330L);
    }

    @Test
    void shouldEstimateWhatIsLeftFromTheSpeedSoFar() {
        ReplayStatus status = new ReplayStatus(Unit.BYTES, 30, 200, 500, 1000, Duration.ofSeconds(10));

        assertThat(status.rate()).isEqualTo(3.0);
        assertThat(new ReplayStatus(Unit.BYTES, 0, 0, 500, 1000, Duration.ofSeconds(10)).remaining())
                .isEmpty();
        assertThat(status.remaining()).contains(Duration.ofSeconds(25));
        assertThat(new ReplayStatus(Unit.BYTES, 30, 200, 500, 0, Duration.ofSeconds(10)).remaining())
                .isEmpty();
    }

    @Test
    void shouldPrintALineEveryFiveSecondsAndOneAtTheEnd() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long[] now = {Duration.ofMinutes(-1).toNanos()};
        Progress progress = Progress.lines(new PrintStream(bytes, true, UTF_8), () -> now[0]);
        for (int second = 0; second <= 7; second++) {
            now[0] = Duration.ofSeconds(second).toNanos();
            progress.progressed(new ReplayStatus(
                    Unit.BYTES, second * 200L, second * 1000L, second * 1000L, 100_000, Duration.ofSeconds(second)));
        }
        progress.refused("big.txt is not sent");
        progress.close();
        progress.close();

        assertThat(bytes.toString(UTF_8).lines())
                .containsExactly(
                        "replay: 1,000 records, 5,000 of 100,000 bytes, 200.0/s, 1 min 35 s left",
                        "big.txt is not sent",
                        "replay: 1,400 records, 7,000 of 100,000 bytes, 200.0/s, 1 min 33 s left");
    }

    private ReplaySummary run(ReplayOptions options, Producer<byte[], byte[]> producer) throws Exception {
        return new Replay("wire.raw", options, LIMIT, producer, listener(), stop).run(files());
    }

    private SourceFiles files() throws SourceException {
        return SourceFiles.of(List.of(directory.toString()), Manifest.none(), InputStream.nullInputStream());
    }

    private ReplayListener listener() {
        return new ReplayListener() {
            @Override
            public void progressed(ReplayStatus status) {
                statuses.add(status);
                if (statuses.size() == stopAfter) {
                    stop.countDown();
                }
            }

            @Override
            public void refused(String message) {
                refusals.add(message);
            }
        };
    }

    private static MockProducer<byte[], byte[]> producer(boolean autoComplete) {
        return new MockProducer<>(
                autoComplete, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Confirms the first record and fails every later one when the replay waits for them. */
    private static MockProducer<byte[], byte[]> failing(RuntimeException failure) {
        return new MockProducer<>(
                false, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized void flush() {
                completeNext();
                while (errorNext(failure)) {
                    // Every record in flight fails alike.
                }
            }
        };
    }

    private static List<String> values(MockProducer<byte[], byte[]> producer) {
        return producer.history().stream()
                .map(sent -> new String(sent.value(), UTF_8))
                .toList();
    }
}
