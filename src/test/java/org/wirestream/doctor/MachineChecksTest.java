package org.wirestream.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirestream.doctor.Finding.Verdict;

/** What the doctor thinks of what it sees, and that it always says how to mend what is not well. */
class MachineChecksTest {
    @TempDir
    Path directory;

    @Test
    void shouldRefuseALocaleThatCannotWriteChinese() {
        assertThat(MachineChecks.encoding("UTF-8", StandardCharsets.UTF_8).verdict())
                .isEqualTo(Verdict.OK);
        assertThat(MachineChecks.encoding("GB18030", StandardCharsets.UTF_8).verdict())
                .isEqualTo(Verdict.OK);
        Finding posix = MachineChecks.encoding("ANSI_X3.4-1968", StandardCharsets.UTF_8);
        assertThat(posix.verdict()).isEqualTo(Verdict.PROBLEM);
        assertThat(posix.mend()).contains("LC_ALL=C.UTF-8");
        assertThat(MachineChecks.encoding("UTF-8", StandardCharsets.ISO_8859_1).verdict())
                .isEqualTo(Verdict.PROBLEM);
    }

    @Test
    void shouldWarnOfLittleMemory() {
        assertThat(MachineChecks.memory("17", 768L << 20).verdict()).isEqualTo(Verdict.OK);
        assertThat(MachineChecks.memory("17", 256L << 20).mend()).contains("-Xmx");
    }

    @Test
    void shouldLookAtTheNearestFolderThatExists() throws Exception {
        assertThat(MachineChecks.disk(directory.resolve("a/b/c")).text()).contains("a/b/c has ");
        Path file = Files.writeString(directory.resolve("file"), "");
        Finding none = MachineChecks.disk(file.resolve("state"));
        assertThat(none.verdict()).isEqualTo(Verdict.PROBLEM);
        assertThat(none.mend()).contains("state.dir");
    }

    @Test
    void shouldWarnOfLittleSpaceBeforeThereIsNone() {
        long gigabyte = 1_000_000_000;
        assertThat(DiskSpace.judge("d", 500 * gigabyte, 100 * gigabyte, "m").verdict())
                .isEqualTo(Verdict.OK);
        assertThat(DiskSpace.judge("d", 500 * gigabyte, 20 * gigabyte, "m").verdict())
                .isEqualTo(Verdict.WARNING);
        assertThat(DiskSpace.judge("d", 10 * gigabyte, gigabyte, "m").verdict()).isEqualTo(Verdict.WARNING);
        assertThat(DiskSpace.judge("d", 10 * gigabyte, gigabyte / 10, "m").verdict())
                .isEqualTo(Verdict.PROBLEM);
    }

    @Test
    void shouldTellHowFarTheClocksAreApart() {
        assertThat(ClusterChecks.clock(Optional.of(Duration.ofMillis(-300))).text())
                .isEqualTo("the cluster's clock is 0.3 s behind this machine's");
        assertThat(ClusterChecks.clock(Optional.of(Duration.ofSeconds(40))).verdict())
                .isEqualTo(Verdict.WARNING);
        assertThat(ClusterChecks.clock(Optional.of(Duration.ofHours(-1))).verdict())
                .isEqualTo(Verdict.PROBLEM);
    }
}
