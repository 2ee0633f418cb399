package org.wirestream.chaos;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterClientQuotasOptions;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.jspecify.annotations.Nullable;
import org.wirestream.broker.ClusterNode;

/** Three brokers, each a process of its own. For one thread. */
final class Brokers implements AutoCloseable {
    static final int COUNT = 3;
    /** Below the ports that the system hands out, so that a broker that comes back finds its own free. */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 10_000;
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    /** Of one thread's time: so little that every request is too much. */
    private static final double THROTTLE_PERCENT = 0.001;

    private final Path directory;
    private final String clusterId = Uuid.randomUuid().toString();
    private final List<Integer> ports = new ArrayList<>();
    private final List<Integer> controllerPorts = new ArrayList<>();
    private final @Nullable Fork[] forks = new Fork[COUNT];
    private @Nullable Admin admin;

    Brokers(Path directory) {
        this.directory = directory;
        Set<Integer> free = freePorts(2 * COUNT);
        List<Integer> all = List.copyOf(free);
        ports.addAll(all.subList(0, COUNT));
        controllerPorts.addAll(all.subList(COUNT, 2 * COUNT));
    }

    private static Set<Integer> freePorts(int count) {
        Random random = new Random();
        Set<Integer> free = new HashSet<>();
        while (free.size() < count) {
            int port = FIRST_PORT + random.nextInt(PORTS);
            if (isFree(port)) {
                free.add(port);
            }
        }
        return free;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    String bootstrapServers() {
        return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
    }

    /** Starts all; {@link #awaitReady} waits for them. */
    void launch() throws IOException {
        for (int i = 0; i < COUNT; i++) {
            launch(i);
        }
    }

    /** Starts one and waits until the cluster has it. */
    void start(int broker) throws IOException, InterruptedException {
        launch(broker);
        awaitReady();
    }

    private void launch(int broker) throws IOException {
        forks[broker] = Fork.java(
                Files.createDirectories(directory).resolve("broker-%d.log".formatted(broker + 1)),
                "256m",
                ClusterNode.class.getName(),
                ClusterNode.arguments(
                        directory.resolve("broker-" + (broker + 1)), broker + 1, clusterId, ports, controllerPorts));
    }

    Fork fork(int broker) {
        Fork fork = forks[broker];
        if (fork == null) {
            throw new IllegalStateException("broker %d was not started".formatted(broker + 1));
        }
        return fork;
    }

    void stop(int broker) throws InterruptedException {
        fork(broker).stop(STOP);
    }

    void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (admin().describeCluster().nodes().get().stream()
                                .map(Node::id)
                                .distinct()
                                .count()
                        == COUNT) {
                    return;
                }
            } catch (ExecutionException e) {
                // Nobody answers yet.
                Thread.sleep(POLL.toMillis());
            }
            Thread.sleep(POLL.toMillis());
        }
        throw new IllegalStateException(
                "the brokers were not ready within %d s; see the logs in %s".formatted(START.toSeconds(), directory));
    }

    /** The index of the broker that is the active controller. */
    int controller() throws InterruptedException {
        try {
            return admin().describeMetadataQuorum().quorumInfo().get().leaderId() - 1;
        } catch (ExecutionException e) {
            return 0;
        }
    }

    /** The protocol of transactions that the cluster has agreed on; 0 when it says none. */
    int transactionVersion() throws InterruptedException {
        try {
            FinalizedVersionRange range = admin().describeFeatures()
                    .featureMetadata()
                    .get()
                    .finalizedFeatures()
                    .get("transaction.version");
            return range == null ? 0 : range.maxVersionLevel();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the cluster does not tell its features: " + e.getMessage(), e);
        }
    }

    /** Holds the answer to every request of every client back, for the second that is the most that brokers do. */
    void throttle() throws InterruptedException {
        setQuota(THROTTLE_PERCENT);
    }

    /** Takes the quota away again. */
    void unthrottle() throws InterruptedException {
        setQuota(null);
    }

    private void setQuota(@Nullable Double percent) throws InterruptedException {
        ClientQuotaEntity everyClient =
                new ClientQuotaEntity(Collections.singletonMap(ClientQuotaEntity.CLIENT_ID, null));
        try {
            admin().alterClientQuotas(
                            List.of(new ClientQuotaAlteration(
                                    everyClient, List.of(new ClientQuotaAlteration.Op("request_percentage", percent)))),
                            // It is held back itself.
                            new AlterClientQuotasOptions().timeoutMs((int) START.toMillis()))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the quota cannot be changed: " + e.getMessage(), e);
        }
    }

    private Admin admin() {
        Admin present = admin;
        if (present == null) {
            present = Admin.create(Map.of(
                    "bootstrap.servers", bootstrapServers(),
                    "default.api.timeout.ms", 30_000,
                    "request.timeout.ms", 5_000));
            admin = present;
        }
        return present;
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
        for (Fork fork : forks) {
            if (fork != null) {
                fork.close();
            }
        }
    }
}
