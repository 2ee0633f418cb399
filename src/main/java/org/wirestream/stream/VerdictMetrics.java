package org.wirestream.stream;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.streams.StreamsMetrics;

/**
 * Counts accepted, repeated, stale and conflicting records: metrics {@code wire-<verdict>-rate} and {@code -total} in the
 * group {@code stream-wire-metrics}, tagged with the task.
 */
final class VerdictMetrics {
    private final Map<VersionPolicy.Verdict, Sensor> sensors = new EnumMap<>(VersionPolicy.Verdict.class);

    VerdictMetrics(StreamsMetrics metrics, String task) {
        for (VersionPolicy.Verdict verdict : VersionPolicy.Verdict.values()) {
            String name = verdict.name().toLowerCase(Locale.ROOT);
            sensors.put(verdict, metrics.addRateTotalSensor("wire", task, name, RecordingLevel.INFO, "task-id", task));
        }
    }

    void record(VersionPolicy.Verdict verdict) {
        Sensor sensor = sensors.get(verdict);
        if (sensor != null) {
            sensor.record();
        }
    }
}
