package org.wirestream.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One real Kafka node, broker and KRaft controller, inside this process and on loopback only. Its directory keeps topics,
 * offsets and transactions between starts. It uses broker internals, so Kafka's version is pinned.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String NODE_ID = "1";
    /** Above the largest record of any topic of Wirestream. */
    private static final int MAX_MESSAGE_BYTES = 16 << 20;

    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private final FileChannel lockFile;

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers, FileChannel lockFile) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
        this.lockFile = lockFile;
    }

    /**
     * Starts a broker and returns when it serves clients.
     *
     * @param directory where its data lives; made and formatted when new
     * @param port the port to listen on, or 0 for any free one
     * @throws BrokerStartException when the directory is in use or holds something else, or the port is taken
     */
    public static EmbeddedBroker start(Path directory, int port) {
        FileChannel lock = null;
        try {
            Files.createDirectories(directory);
            lock = lock(directory);
            int brokerPort = port == 0 ? freePort() : port;
            format(directory);
            KafkaRaftServer server =
                    new KafkaRaftServer(new KafkaConfig(config(directory, brokerPort, freePort()), false), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(server, HOST + ":" + brokerPort, lock);
        } catch (BrokerStartException e) {
            throw e;
        } catch (Exception e) {
            closeQuietly(lock);
            throw new BrokerStartException(
                    "the broker cannot start on %s: %s; give another directory with --data, or another port"
                            .formatted(directory, rootMessage(e)),
                    e);
        }
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker, then the controller; the data stays. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        closeQuietly(lockFile);
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(
                directory.resolve("wirestream.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new BrokerStartException(
                    "the directory %s is in use by another running broker; stop it, or give another directory with --data"
                            .formatted(directory));
        }
        return channel;
    }

    private static void format(Path directory) throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            if (files.anyMatch(file -> !file.endsWith("wirestream.lock"))) {
                throw new IOException("it holds files that are not a broker's");
            }
        }
        new Formatter()
                .setNodeId(Integer.parseInt(NODE_ID))
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(directory.toString())
                .setMetadataLogDirectory(directory.toString())
                .setControllerListenerName("CONTROLLER")
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static Map<String, Object> config(Path directory, int port, int controllerPort) {
        Map<String, Object> c = new HashMap<>();
        c.put("process.roles", "broker,controller");
        c.put("node.id", NODE_ID);
        c.put("controller.quorum.voters", NODE_ID + "@" + HOST + ":" + controllerPort);
        c.put("listeners", "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, port, HOST, controllerPort));
        c.put("advertised.listeners", "PLAINTEXT://%s:%d".formatted(HOST, port));
        c.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        c.put("controller.listener.names", "CONTROLLER");
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
        c.put("log.segment.bytes", Integer.toString(64 << 20));
        c.put("message.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        c.put("replica.fetch.max.bytes", Integer.toString(MAX_MESSAGE_BYTES));
        return c;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                org.slf4j.LoggerFactory.getLogger(EmbeddedBroker.class).debug("lock file not closed", e);
            }
        }
    }
}
