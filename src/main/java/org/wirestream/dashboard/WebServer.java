package org.wirestream.dashboard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The HTTP server: Jetty's core, without servlets. The JDK's own server keeps a thread for every open stream and lets a client that
 * does not read hold it; here no thread waits for a client.
 */
final class WebServer implements AutoCloseable {
    private static final int MAX_THREADS = 16;
    private static final int MAX_CONNECTIONS = 256;
    private static final int MAX_REQUEST_HEAD = 8 << 10;
    private static final long IDLE_MILLIS = 30_000;
    /** An item's id is a URI in one segment of the path: what is encoded in it stays encoded until it is looked up. */
    private static final UriCompliance URI = UriCompliance.DEFAULT.with(
            "ids in paths",
            Violation.AMBIGUOUS_PATH_SEPARATOR,
            Violation.AMBIGUOUS_PATH_ENCODING,
            Violation.AMBIGUOUS_PATH_SEGMENT,
            Violation.AMBIGUOUS_PATH_PARAMETER,
            Violation.SUSPICIOUS_PATH_CHARACTERS);

    private final Server server;
    private final ServerConnector connector;

    private WebServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** The address to bind. */
    static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "dashboard.host is '%s', which is no address of this machine".formatted(host), e);
        }
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     */
    static WebServer start(InetAddress address, int port, WebHandler handler) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 4);
        threads.setName("wirestream-http");
        threads.setDaemon(true);
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(MAX_REQUEST_HEAD);
        http.setUriCompliance(URI);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.getHostAddress());
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, connector));
        server.setErrorHandler(new ProblemHandler());
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            Throwable cause = e.getCause() instanceof IOException ? e.getCause() : e;
            throw new IllegalStateException(
                    "the dashboard cannot listen on %s:%d (%s); set dashboard.port or dashboard.host"
                            .formatted(address.getHostAddress(), port, cause.getMessage()),
                    e);
        }
        return new WebServer(server, connector);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(connector.getHost(), connector.getLocalPort());
    }

    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the dashboard's server did not stop", e);
        }
    }
}
