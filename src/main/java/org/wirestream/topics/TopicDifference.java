package org.wirestream.topics;

/**
 * A difference between the definitions and the cluster.
 *
 * @param kind what differs
 * @param topic the topic
 * @param detail the difference, for people
 */
public record TopicDifference(Kind kind, String topic, String detail) {
    /** Kinds of differences. */
    public enum Kind {
        MISSING,
        PARTITIONS,
        CONFIG,
        /** In the cluster under the prefix, but in no definition; never touched. */
        UNKNOWN
    }
}
