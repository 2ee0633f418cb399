package org.wirestream.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Wall clock and processor time of the process since it was started. */
final class Meter {
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final long cpu = system.getProcessCpuTime();
    private final long wall = System.nanoTime();

    Run stop(List<RawItem> items) {
        long wallNanos = System.nanoTime() - wall;
        long characters = items.stream().mapToLong(RawItem::characters).sum();
        return new Run(items.size(), characters, wallNanos, system.getProcessCpuTime() - cpu);
    }
}
