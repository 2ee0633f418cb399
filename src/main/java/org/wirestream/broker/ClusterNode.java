package org.wirestream.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * One node of a cluster on loopback, as a process of its own that can be killed. It also ends when its standard input does, so that
 * it does not outlive whoever started it.
 */
public final class ClusterNode {
    private ClusterNode() {}

    /**
     * What a node is started with.
     *
     * @param directory where its data lives
     * @param node its id, from 1
     * @param clusterId the same for all, 16 bytes in URL-safe base64
     * @param ports of the brokers
     * @param controllerPorts of the controllers
     */
    public static List<String> arguments(
            Path directory, int node, String clusterId, List<Integer> ports, List<Integer> controllerPorts) {
        return List.of(directory.toString(), Integer.toString(node), clusterId, list(ports), list(controllerPorts));
    }

    private static String list(List<Integer> ports) {
        return String.join(",", ports.stream().map(String::valueOf).toList());
    }

    /** Runs a node until it is told to stop; takes {@link #arguments}. */
    public static void main(String[] args) {
        int node = Integer.parseInt(args[1]);
        BrokerDirectory directory = BrokerDirectory.open(Path.of(args[0]), node, args[2]);
        KafkaRaftServer server = new KafkaRaftServer(
                new KafkaConfig(NodeConfig.member(directory.path(), node, ports(args[3]), ports(args[4])), false),
                Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "node-shutdown"));
        Thread leash = new Thread(ClusterNode::awaitEndOfInput, "node-leash");
        leash.setDaemon(true);
        leash.start();
        server.startup();
        server.awaitShutdown();
    }

    private static List<Integer> ports(String list) {
        return Arrays.stream(list.split(",", -1)).map(Integer::valueOf).toList();
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said.
            }
        } catch (IOException e) {
            // As good as the end.
        }
        Runtime.getRuntime().halt(1);
    }
}
