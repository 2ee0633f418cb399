package org.wirestream;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the enricher allocates does not depend on the machine's load, as its speed does. */
class AllocationTest {
    /** Compiled code needs about 1,200 bytes a character, code not compiled yet some more. */
    private static final int MOST_BYTES_A_CHARACTER = 1_800;

    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final Enricher ENRICHER = Enricher.load(Engine.FAST);

    @Test
    void shouldAllocateLittleACharacterHoweverLongTheItem() throws Exception {
        String seed = Files.readString(Path.of("seeds/sco-astana-2017-communique.txt"));
        String twice = seed + seed;
        ENRICHER.enrich(twice);

        double once = bytes(seed) / (double) seed.length();
        double doubled = bytes(twice) / (double) twice.length();

        assertThat(once).isBetween(100.0, (double) MOST_BYTES_A_CHARACTER);
        assertThat(doubled / once).isBetween(0.7, 1.15);
    }

    private static long bytes(String text) throws Exception {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        ENRICHER.enrich(text);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
