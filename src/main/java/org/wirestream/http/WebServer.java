package org.wirestream.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Handler;
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
public final class WebServer implements AutoCloseable {
    private static final int MAX_REQUEST_HEAD = 8 << 10;
    /** An item's id is a URI in one segment of the path: what is encoded in it stays encoded until it is looked up. */
    private static final UriCompliance URI = UriCompliance.DEFAULT.with(
            "ids in paths",
            Violation.AMBIGUOUS_PATH_SEPARATOR,
            Violation.AMBIGUOUS_PATH_ENCODING,
            Violation.AMBIGUOUS_PATH_SEGMENT,
            Violation.AMBIGUOUS_PATH_PARAMETER,
            Violation.SUSPICIOUS_PATH_CHARACTERS);

    /**
     * What listens, for messages.
     *
     * @param name what people call it
     * @param settings where its address is set
     * @param capacity how much it serves at a time
     */
    public record Service(String name, String settings, Capacity capacity) {
        /** A service for readers. */
        public Service(String name, String settings) {
            this(name, settings, Capacity.READERS);
        }
    }

    /**
     * How much is served at a time.
     *
     * @param threads at the most
     * @param connections at the most
     * @param idleMillis after which a silent connection is closed
     */
    public record Capacity(int threads, int connections, long idleMillis) {
        /** For people and programs that read or send. */
        public static final Capacity READERS = new Capacity(16, 256, 30_000);

        /** For probes and a scraper. */
        public static final Capacity PROBES = new Capacity(6, 64, 15_000);
    }

    private final Server server;
    private final ServerConnector connector;

    private WebServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * The address to bind.
     *
     * @param setting where the host was set, for the message when it is none
     */
    public static InetAddress address(String setting, String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    "%s is '%s', which is no address of this machine".formatted(setting, host), e);
        }
    }

    /**
     * Starts to listen.
     *
     * @param service what listens, how much it serves, and where its address is set, for messages: {@code the dashboard}, {@code dashboard.port}
     * @param port 0 for any free one
     * @param headers what every answer has that the server gives itself
     * @throws IllegalStateException when the address cannot be listened on; the message says which
     */
    public static WebServer start(
            Service service, InetAddress address, int port, Map<String, String> headers, Handler handler) {
        QueuedThreadPool threads = new QueuedThreadPool(service.capacity().threads(), 4);
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
        connector.setIdleTimeout(service.capacity().idleMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(service.capacity().connections(), connector));
        server.setErrorHandler(new ProblemHandler(headers));
        server.setHandler(handler);
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            Throwable cause = e.getCause() instanceof IOException ? e.getCause() : e;
            throw new IllegalStateException(
                    "%s cannot listen on %s:%d (%s); set %s"
                            .formatted(
                                    service.name(),
                                    address.getHostAddress(),
                                    port,
                                    cause.getMessage(),
                                    service.settings()),
                    e);
        }
        return new WebServer(server, connector);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(connector.getHost(), connector.getLocalPort());
    }

    /** The same for people: {@code http://127.0.0.1:8088/}. */
    public String url() {
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
            throw new IllegalStateException("the HTTP server did not stop", e);
        }
    }
}
