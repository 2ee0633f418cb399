package org.wirestream.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run was measured on.
 *
 * @param processor its name, as far as the system tells
 * @param cores processors that the JVM may use
 * @param system operating system
 * @param java runtime and version
 * @param options of the JVM
 * @param load processes that ran or waited, a minute's mean, before the bench began; negative when unknown
 */
public record Machine(String processor, int cores, String system, String java, List<String> options, double load) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** This machine as it is now. */
    static Machine now() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-X"))
                .toList();
        return new Machine(
                processorName(),
                system.getAvailableProcessors(),
                system.getName() + " " + system.getArch(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                options,
                system.getSystemLoadAverage());
    }

    private static String processorName() {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
