package org.wirestream.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What loading an engine costs.
 *
 * @param loadMillis from the call to a loaded enricher
 * @param firstMillis the first item after that, not compiled yet
 * @param sinceStartMillis from the start of the JVM to the first item enriched; only the first engine's says what a
 *     process needs
 * @param heapBytes live heap of the process with the engine loaded, after a collection
 * @param residentBytes memory of the process in the machine's; 0 when the system does not tell
 */
public record Start(long loadMillis, long firstMillis, long sinceStartMillis, long heapBytes, long residentBytes) {
    private static final Path STATUS = Path.of("/proc/self/status");

    static long sinceJvmStart() {
        return ManagementFactory.getRuntimeMXBean().getUptime();
    }

    static long liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    static long resident() {
        try (Stream<String> lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
