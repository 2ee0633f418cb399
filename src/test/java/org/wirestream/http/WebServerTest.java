package org.wirestream.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that take their time, over real connections. */
@Timeout(60)
class WebServerTest {
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private static WebServer server(int connections) {
        Handler handler = new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                callback.succeeded();
                return true;
            }
        };
        WebServer.Service service =
                new WebServer.Service("the test", "nothing", new WebServer.Capacity(6, connections, 500));
        return WebServer.start(service, InetAddress.getLoopbackAddress(), 0, Map.of(), handler);
    }

    private static Socket client(WebServer server, String sent) throws IOException {
        Socket client =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
        client.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static String answer(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void shouldPartWithClientsThatSayNothingOrNotAllAndServeTheOthers() throws Exception {
        try (WebServer server = server(64);
                Socket silent = client(server, "");
                Socket halting = client(server, "GET / HTTP/1.1\r\nHost: loc");
                Socket quick = client(server, REQUEST)) {
            assertThat(answer(quick)).startsWith("HTTP/1.1 200");
            assertThat(answer(silent)).isEmpty();
            assertThat(answer(halting)).doesNotContain("HTTP/1.1 200");
        }
    }

    @Test
    void shouldServeWhoComesWhenClientsThatSayNothingTakeEveryConnection() throws Exception {
        try (WebServer server = server(2);
                Socket first = client(server, "");
                Socket second = client(server, "");
                Socket third = client(server, REQUEST)) {
            assertThat(answer(third)).startsWith("HTTP/1.1 200");
            assertThat(answer(first)).isEmpty();
            assertThat(answer(second)).isEmpty();
        }
    }
}
