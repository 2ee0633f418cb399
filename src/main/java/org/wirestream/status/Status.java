package org.wirestream.status;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the pipeline was at one moment.
 *
 * @param at the moment
 * @param applicationId the pipeline's name
 * @param group state of the group of its instances: Stable while all goes well, Empty when none runs; null when there never was one
 * @param members stream threads of all instances
 * @param records records that wait in all partitions
 * @param seconds how long the oldest of them has waited
 * @param partitions the input first, then the topics between the pipeline's parts
 */
public record Status(
        String at,
        String applicationId,
        @Nullable String group,
        int members,
        long records,
        double seconds,
        List<Partition> partitions) {
    public Status {
        partitions = List.copyOf(partitions);
    }

    /**
     * One partition.
     *
     * @param committed the offset that the pipeline has committed; null when none yet
     * @param end one past the last committed record
     * @param records records that wait; where transactions write, markers between them count too
     * @param seconds time since the timestamp of the first that waits; 0 when none does
     */
    public record Partition(
            String topic, int partition, @Nullable Long committed, long end, long records, double seconds) {}

    static Status of(
            Instant at, String applicationId, @Nullable String group, int members, List<Partition> partitions) {
        return new Status(
                at.toString(),
                applicationId,
                group,
                members,
                partitions.stream().mapToLong(Partition::records).sum(),
                partitions.stream().mapToDouble(Partition::seconds).max().orElse(0),
                partitions);
    }
}
