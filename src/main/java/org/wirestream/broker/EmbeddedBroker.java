package org.wirestream.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One real Kafka node, broker and KRaft controller, inside this process and on loopback only. Its directory keeps topics,
 * offsets and transactions between starts. It uses broker internals, so Kafka's version is pinned.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    /** Above the largest record of any topic of Wirestream. */
    private static final int MAX_MESSAGE_BYTES = 16 << 20;

    private static final int MAX_PORT = 65_535;
    private static final int SEGMENT_BYTES = 64 << 20;
    /** For each partition of a topic that is not compacted. */
    private static final int RETENTION_BYTES = 1 << 30;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final BrokerDirectory directory;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers, BrokerDirectory directory) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.directory = directory;
    }

    /**
     * Starts a broker and returns when it serves clients.
     *
     * @param dataDir where its data lives; made and formatted when new
     * @param port the port to listen on, or 0 for any free one
     * @throws BrokerStartException when the directory is in use or holds something else, or the port is taken
     */
    public static EmbeddedBroker start(Path dataDir, int port) {
        BrokerDirectory directory = BrokerDirectory.open(dataDir);
        try {
            return start(directory, port);
        } catch (RuntimeException e) {
            closeQuietly(directory);
            throw e;
        }
    }

    private static EmbeddedBroker start(BrokerDirectory directory, int port) {
        int[] ports = ports(port);
        KafkaRaftServer server = null;
        try {
            server = new KafkaRaftServer(
                    new KafkaConfig(config(directory.path(), ports[0], ports[1]), false), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(server, HOST + ":" + ports[0], directory);
        } catch (RuntimeException e) {
            if (server != null) {
                stop(server);
            }
            throw new BrokerStartException(
                    "the broker cannot start on %s: %s; give another directory with --data"
                            .formatted(directory.path(), rootMessage(e)),
                    e);
        }
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker, then the controller; the data stays. Closing again does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                stop(server);
            } finally {
                closeQuietly(directory);
            }
        }
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }

    /**
     * The broker's and the controller's port. Both are held until both are known, so that they differ; and a port that is
     * taken is noticed here, since Kafka would end the whole process over it.
     */
    private static int[] ports(int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new BrokerStartException("%d is no port; give one from 1 to 65535, or 0 for any".formatted(port));
        }
        try (ServerSocket broker = new ServerSocket();
                ServerSocket controller = new ServerSocket()) {
            // The one that HOST names: getLoopbackAddress() may be IPv6's.
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            broker.bind(new InetSocketAddress(loopback, port));
            controller.bind(new InetSocketAddress(loopback, 0));
            return new int[] {broker.getLocalPort(), controller.getLocalPort()};
        } catch (IOException e) {
            throw new BrokerStartException(
                    "the broker cannot listen on %s:%d (%s); stop what listens there, or give another port"
                            .formatted(HOST, port, e.getMessage()),
                    e);
        }
    }

    private static Map<String, Object> config(Path directory, int port, int controllerPort) {
        Map<String, Object> c = new HashMap<>();
        c.put("process.roles", "broker,controller");
        c.put("node.id", Integer.toString(BrokerDirectory.NODE_ID));
        c.put("controller.quorum.voters", BrokerDirectory.NODE_ID + "@" + HOST + ":" + controllerPort);
        c.put(
                "listeners",
                "PLAINTEXT://%s:%d,%s://%s:%d"
                        .formatted(HOST, port, BrokerDirectory.CONTROLLER_LISTENER, HOST, controllerPort));
        c.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(HOST, port));
        c.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + BrokerDirectory.CONTROLLER_LISTENER + ":PLAINTEXT");
        c.put("controller.listener.names", BrokerDirectory.CONTROLLER_LISTENER);
        c.put("inter.broker.listener.name", "PLAINTEXT");
        c.put("log.dirs", directory.toString());
        c.put("auto.create.topics.enable", "false");
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            c.put(topic + ".replication.factor", "1");
            c.put(topic + ".num.partitions", "1");
        }
        c.put("transaction.state.log.min.isr", "1");
        c.put("share.coordinator.state.topic.min.isr", "1");
        c.put("default.replication.factor", "1");
        c.put("min.insync.replicas", "1");
        // A quick first assignment: nobody else will join.
        c.put("group.initial.rebalance.delay.ms", "0");
        c.put("group.streams.initial.rebalance.delay.ms", "0");
        c.put("group.streams.min.heartbeat.interval.ms", "500");
        c.put("group.streams.heartbeat.interval.ms", "500");
        c.put("group.streams.min.assignment.interval.ms", "0");
        c.put("group.streams.assignment.interval.ms", "0");
        // A laptop's memory and disk.
        c.put("num.network.threads", "1");
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

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    private static void closeQuietly(BrokerDirectory directory) {
        try {
            directory.close();
        } catch (IOException e) {
            LOG.debug("the lock of {} is not released", directory.path(), e);
        }
    }
}
