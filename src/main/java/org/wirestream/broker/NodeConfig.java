package org.wirestream.broker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The configuration of nodes on loopback, each broker and controller in one, sized for a laptop. */
final class NodeConfig {
    static final String HOST = "127.0.0.1";
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    /** The id of a node that is alone. */
    static final int SINGLE = 1;

    private static final List<String> INTERNAL_TOPICS =
            List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic");
    /** Above the largest record of any topic of Wirestream. */
    private static final int MAX_MESSAGE_BYTES = 16 << 20;

    private static final int SEGMENT_BYTES = 64 << 20;
    /** Of the broker's own topics on a node that is alone: they are compacted, or cut by snapshots, but for the segment that is written. */
    private static final int INTERNAL_SEGMENT_BYTES = 8 << 20;

    /** For each partition of a topic that is not compacted. */
    private static final int RETENTION_BYTES = 1 << 30;

    private NodeConfig() {}

    /** A node that is alone. */
    static Map<String, Object> single(Path directory, int port, int controllerPort) {
        Map<String, Object> c = node(directory, SINGLE, List.of(port), List.of(controllerPort));
        c.put("group.streams.min.heartbeat.interval.ms", "500");
        c.put("group.streams.heartbeat.interval.ms", "500");
        c.put("num.network.threads", "1");
        for (String topic : INTERNAL_TOPICS) {
            c.put(topic + ".segment.bytes", Integer.toString(INTERNAL_SEGMENT_BYTES));
        }
        c.put("metadata.log.segment.bytes", Integer.toString(INTERNAL_SEGMENT_BYTES));
        c.put("metadata.max.retention.bytes", Integer.toString(4 * INTERNAL_SEGMENT_BYTES));
        return c;
    }

    /**
     * One of several nodes that keep copies of everything, and notice soon when one of them or a client is gone.
     *
     * @param node its id, from 1
     */
    static Map<String, Object> member(Path directory, int node, List<Integer> ports, List<Integer> controllerPorts) {
        Map<String, Object> c = node(directory, node, ports, controllerPorts);
        c.put("num.network.threads", "2");
        c.put("broker.session.timeout.ms", "6000");
        c.put("broker.heartbeat.interval.ms", "1000");
        c.put("group.min.session.timeout.ms", "3000");
        c.put("group.streams.min.session.timeout.ms", "6000");
        c.put("group.streams.session.timeout.ms", "6000");
        c.put("group.streams.min.heartbeat.interval.ms", "500");
        c.put("group.streams.heartbeat.interval.ms", "500");
        return c;
    }

    private static Map<String, Object> node(
            Path directory, int node, List<Integer> ports, List<Integer> controllerPorts) {
        List<String> voters = new ArrayList<>();
        for (int i = 0; i < controllerPorts.size(); i++) {
            voters.add("%d@%s:%d".formatted(i + 1, HOST, controllerPorts.get(i)));
        }
        String copies = Integer.toString(Math.min(3, ports.size()));
        String inSync = Integer.toString(Math.min(2, ports.size()));
        String listener = "PLAINTEXT://%s:%d".formatted(HOST, ports.get(node - 1));
        Map<String, Object> c = new HashMap<>();
        c.put("process.roles", "broker,controller");
        c.put("node.id", Integer.toString(node));
        c.put("controller.quorum.voters", String.join(",", voters));
        c.put(
                "listeners",
                "%s,%s://%s:%d".formatted(listener, CONTROLLER_LISTENER, HOST, controllerPorts.get(node - 1)));
        c.put("advertised.listeners", listener);
        c.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        c.put("controller.listener.names", CONTROLLER_LISTENER);
        c.put("inter.broker.listener.name", "PLAINTEXT");
        c.put("log.dirs", directory.toString());
        c.put("auto.create.topics.enable", "false");
        for (String topic : INTERNAL_TOPICS) {
            c.put(topic + ".replication.factor", copies);
            c.put(topic + ".num.partitions", copies);
        }
        c.put("transaction.state.log.min.isr", inSync);
        c.put("share.coordinator.state.topic.min.isr", inSync);
        c.put("default.replication.factor", copies);
        c.put("min.insync.replicas", inSync);
        // A quick first assignment: nobody else will join.
        c.put("group.initial.rebalance.delay.ms", "0");
        c.put("group.streams.initial.rebalance.delay.ms", "0");
        c.put("group.streams.min.assignment.interval.ms", "0");
        c.put("group.streams.assignment.interval.ms", "0");
        // A laptop's memory and disk.
        c.put("num.io.threads", "2");
        c.put("background.threads", "2");
        c.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20));
        c.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        c.put("log.segment.bytes", Integer.toString(SEGMENT_BYTES));
        c.put("log.retention.bytes", Integer.toString(RETENTION_BYTES));
        c.put("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        c.put("replica.fetch.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        return c;
    }
}
