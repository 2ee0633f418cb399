package org.wirestream.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wirestream.RawDecoder;
import org.wirestream.http.Gate;
import org.wirestream.http.WebServer;
import org.wirestream.wire.Limits;

class PushHandlerTest {
    @Test
    @Timeout(60)
    void shouldTellAClientWhoseTextStopsToComeThatItIsTooSlow() throws Exception {
        // What never comes whole is never written.
        PushHandler handler = new PushHandler(
                "wire.raw",
                1_000,
                new RawDecoder(Limits.DEFAULT),
                null,
                Runnable::run,
                new Gate("", true),
                Clock.systemUTC());
        WebServer.Service service = new WebServer.Service("the test", "nothing", new WebServer.Capacity(6, 64, 500));
        try (WebServer server =
                        WebServer.start(service, InetAddress.getLoopbackAddress(), 0, PushHandler.HEADERS, handler);
                Socket client = new Socket(
                        InetAddress.getLoopbackAddress(), server.address().getPort())) {
            client.getOutputStream()
                    .write("POST /items HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nnot all"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408")
                    .contains("application/problem+json", "did not come in time")
                    .doesNotContain("bytes at most");
        }
    }
}
