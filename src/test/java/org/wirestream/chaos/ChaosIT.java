package org.wirestream.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.counts.CountKind;
import org.wirestream.counts.CountSpan;
import org.wirestream.stream.TopicNames;

/** Short runs; {@code docs/reliability.md} tells of the series. */
@Timeout(900)
class ChaosIT {
    @TempDir
    Path directory;

    private final List<String> said = new ArrayList<>();

    private Verdict run(long seed, int records, int rounds, String protocol, String guarantee, Set<Fault> faults)
            throws Exception {
        ChaosOptions options = new ChaosOptions(seed, records, rounds, 2, protocol, guarantee, faults, directory);
        try (Chaos chaos = new Chaos(options, new Reference(), said::add)) {
            return chaos.run();
        }
    }

    private void requireExactlyOnce(Verdict verdict, int faults) {
        assertThat(verdict.faults()).hasSize(faults);
        assertThat(verdict.isExactlyOnce()).as(verdict.text() + said).isTrue();
        assertThat(verdict.transactionVersion()).isEqualTo(2);
        assertThat(verdict.outputs()).isGreaterThan(verdict.records());
    }

    @Test
    void shouldPublishEverythingExactlyOnceWhateverDies() throws Exception {
        Set<Fault> faults = Set.of(Fault.KILL_INSTANCE, Fault.KILL_CONTROLLER);
        requireExactlyOnce(run(4, 150, 2, "classic", "exactly_once_v2", faults), 2);
    }

    @Test
    @Tag("long")
    void shouldPublishEverythingExactlyOnceWhateverStandsStill() throws Exception {
        Set<Fault> faults = Set.of(Fault.PAUSE_INSTANCE, Fault.PAUSE_BROKER, Fault.FULL_DISK, Fault.QUOTA);
        requireExactlyOnce(run(5, 400, 4, "streams", "exactly_once_v2", faults), 4);
    }

    @Test
    void shouldCompareCountsByDayByHourAndInTotal() throws Exception {
        Outputs outputs = Reference.run(directory, new InputGenerator(4).next(60));
        for (CountSpan span : CountSpan.values()) {
            String topic = new TopicNames("wire.").counts(span, CountKind.ENTITIES);
            assertThat(outputs.counts().keySet()).as(topic).anyMatch(key -> key.startsWith(topic + " "));
        }
    }

    /** The control: a check that never fails shows nothing. */
    @Test
    @Tag("long")
    void shouldCatchAnApplicationThatPromisesLess() throws Exception {
        Verdict verdict = run(1, 300, 2, "classic", "at_least_once", Set.of(Fault.KILL_INSTANCE));
        assertThat(verdict.findings().isExact()).as(verdict.text() + said).isFalse();
        assertThat(verdict.json()).contains("\"exactlyOnce\":false");
    }
}
