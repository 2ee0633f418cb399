package org.wirestream.instance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server of an instance: few threads, few connections, and none waits for a client that does not read. */
final class InstanceServer implements AutoCloseable {
    private static final int MAX_THREADS = 6;
    private static final int MAX_CONNECTIONS = 64;
    private static final int MAX_REQUEST_HEAD = 8 << 10;
    private static final long IDLE_MILLIS = 15_000;

    private final Server server;
    private final ServerConnector connector;

    private InstanceServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts to listen.
     *
     * @param host name or address of this machine
     * @param port 0 for any free one
     * @throws IllegalStateException when that cannot be listened on; the message says what to do
     */
    static InstanceServer start(String host, int port, Handler handler) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 2);
        threads.setName("wirestream-metrics");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_REQUEST_HEAD);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address(host));
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, connector));
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            Throwable cause = e.getCause() instanceof IOException ? e.getCause() : e;
            throw new IllegalStateException(
                    "metrics cannot be served on %s:%d (%s); set metrics.port to another, or to 0 for any free one"
                            .formatted(host, port, cause.getMessage()),
                    e);
        }
        return new InstanceServer(server, connector);
    }

    private static String address(String host) {
        try {
            return InetAddress.getByName(host).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "metrics.host is '%s', which is no address of this machine".formatted(host), e);
        }
    }

    /** Where it listens: {@code http://127.0.0.1:8089/}. */
    String url() {
        String host = connector.getHost();
        return "http://%s:%d/".formatted(host.indexOf(':') < 0 ? host : "[" + host + "]", connector.getLocalPort());
    }

    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server of metrics did not stop", e);
        }
    }
}
