package org.wirestream.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One real Kafka node, broker and KRaft controller, inside this process and on loopback only. Its directory keeps topics,
 * offsets and transactions between starts. It uses broker internals, so Kafka's version is pinned.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int MAX_PORT = 65_535;

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
        BrokerLibraries.require();
        BrokerDirectory directory = BrokerDirectory.open(
                dataDir, NodeConfig.SINGLE, Uuid.randomUuid().toString());
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
                    new KafkaConfig(NodeConfig.single(directory.path(), ports[0], ports[1]), false), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(server, NodeConfig.HOST + ":" + ports[0], directory);
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
            // The one that the host names: getLoopbackAddress() may be IPv6's.
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            broker.bind(new InetSocketAddress(loopback, port));
            controller.bind(new InetSocketAddress(loopback, 0));
            return new int[] {broker.getLocalPort(), controller.getLocalPort()};
        } catch (IOException e) {
            throw new BrokerStartException(
                    "the broker cannot listen on %s:%d (%s); stop what listens there, or give another port"
                            .formatted(NodeConfig.HOST, port, e.getMessage()),
                    e);
        }
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
