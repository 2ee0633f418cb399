package org.wirestream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirestream.http.Gate;
import org.wirestream.http.WebServer;

/** Streams over real connections. */
class LiveClientTest {
    private static final WebServer.Service SERVICE = new WebServer.Service("the test", "nothing");
    private static final String REQUEST = "GET /api/stream HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Test
    void shouldCutOffAClientThatDoesNotReadAndServeTheOthers() throws Exception {
        LiveFeed feed = new LiveFeed();
        feed.goLive();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        // The stream needs no queries.
        WebHandler handler = new WebHandler(null, PageFiles.load(), feed, new Gate("", true));
        try (WebServer server = WebServer.start(SERVICE, loopback, 0, WebHandler.SECURITY_HEADERS, handler);
                Socket lazy = new Socket(loopback, server.address().getPort());
                Socket eager = new Socket(loopback, server.address().getPort())) {
            for (Socket client : new Socket[] {lazy, eager}) {
                client.getOutputStream().write(REQUEST.getBytes(StandardCharsets.UTF_8));
            }
            Newsroom.await("both streams", () -> feed.clients() == 2);
            String id = "urn:x:" + "a".repeat(10_000);
            byte[] buffer = new byte[64 << 10];
            int sent = 0;
            while (feed.clients() == 2 && sent < 5_000) {
                feed.item(0, sent++, ItemSummary.withdrawn(id), Set.of());
                while (eager.getInputStream().available() > 0) {
                    assertThat(eager.getInputStream().read(buffer)).isPositive();
                }
            }
            assertThat(feed.clients()).isEqualTo(1);
            feed.item(0, sent, ItemSummary.withdrawn("urn:x:last"), Set.of());
            StringBuilder rest = new StringBuilder();
            eager.setSoTimeout(10_000);
            while (rest.indexOf("urn:x:last") < 0) {
                rest.append(new String(buffer, 0, eager.getInputStream().read(buffer), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void shouldNoticeThatAClientHasGone() throws Exception {
        LiveFeed feed = new LiveFeed();
        feed.goLive();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (WebServer server = WebServer.start(
                SERVICE,
                loopback,
                0,
                WebHandler.SECURITY_HEADERS,
                new WebHandler(null, PageFiles.load(), feed, new Gate("", true)))) {
            try (Socket client = new Socket(loopback, server.address().getPort())) {
                client.getOutputStream().write(REQUEST.getBytes(StandardCharsets.UTF_8));
                Newsroom.await("the stream", () -> feed.clients() == 1);
            }
            Newsroom.await("its end", () -> {
                feed.heartbeat();
                return feed.clients() == 0;
            });
        }
    }
}
