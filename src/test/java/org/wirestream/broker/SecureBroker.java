package org.wirestream.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A broker that demands SASL/SCRAM over TLS and allows only what its ACLs say. A listener for tests, without either, makes whoever
 * uses it a super user.
 */
public final class SecureBroker implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    private final KafkaRaftServer server;
    private final int port;
    private final int superPort;

    private SecureBroker(KafkaRaftServer server, int port, int superPort) {
        this.server = server;
        this.port = port;
        this.superPort = superPort;
    }

    /**
     * Starts it.
     *
     * @param keyStore of {@link Certificates}
     * @param users names and passwords
     */
    public static SecureBroker start(Path directory, Path keyStore, Map<String, String> users) throws Exception {
        int[] ports = freePorts();
        List<String> scram = new ArrayList<>();
        users.forEach((name, password) -> scram.add("SCRAM-SHA-256=[name=%s,password=%s]".formatted(name, password)));
        Files.createDirectories(directory);
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setScramArguments(scram)
                    .setPrintStream(nowhere)
                    .run();
        }
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(config(directory, keyStore, ports), false), Time.SYSTEM);
        server.startup();
        return new SecureBroker(server, ports[0], ports[1]);
    }

    /** Where users connect. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /** Where the tests' super user connects, without TLS or a name. */
    public String superUserServers() {
        return HOST + ":" + superPort;
    }

    private static int[] freePorts() throws IOException {
        try (ServerSocket a = new ServerSocket(0);
                ServerSocket b = new ServerSocket(0);
                ServerSocket c = new ServerSocket(0)) {
            return new int[] {a.getLocalPort(), b.getLocalPort(), c.getLocalPort()};
        }
    }

    private static Map<String, Object> config(Path directory, Path keyStore, int[] ports) {
        Map<String, Object> c = new HashMap<>();
        c.put("process.roles", "broker,controller");
        c.put("node.id", "1");
        c.put("controller.quorum.voters", "1@%s:%d".formatted(HOST, ports[2]));
        String brokers = "SECURE://%s:%d,SUPER://%s:%d".formatted(HOST, ports[0], HOST, ports[1]);
        c.put("listeners", brokers + ",CONTROLLER://%s:%d".formatted(HOST, ports[2]));
        c.put("advertised.listeners", brokers);
        c.put("listener.security.protocol.map", "SECURE:SASL_SSL,SUPER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        c.put("controller.listener.names", "CONTROLLER");
        c.put("inter.broker.listener.name", "SUPER");
        c.put("sasl.enabled.mechanisms", "SCRAM-SHA-256");
        c.put(
                "listener.name.secure.scram-sha-256.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        c.put("ssl.keystore.location", keyStore.toString());
        c.put("ssl.keystore.type", "PKCS12");
        c.put("ssl.keystore.password", Certificates.PASSWORD);
        c.put("ssl.key.password", Certificates.PASSWORD);
        c.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        c.put("super.users", "User:ANONYMOUS");
        c.put("log.dirs", directory.toString());
        c.put("auto.create.topics.enable", "false");
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            c.put(topic + ".replication.factor", "1");
            c.put(topic + ".num.partitions", "1");
        }
        c.put("transaction.state.log.min.isr", "1");
        c.put("share.coordinator.state.topic.min.isr", "1");
        c.put("group.initial.rebalance.delay.ms", "0");
        c.put("message.max.bytes", Integer.toString(16 << 20));
        c.put("log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20));
        c.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        return c;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
