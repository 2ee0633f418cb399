package org.wirestream.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The token and the host as they come in real requests. */
class GateTest {
    private static final String TOKEN = "secret.1";

    private static WebServer server;

    @BeforeAll
    static void start() {
        Gate gate = new Gate(TOKEN, true);
        Handler handler = new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Problem refusal = gate.misdirected(request);
                if (refusal == null) {
                    refusal = gate.unauthorised(request, response);
                }
                response.setStatus(refusal == null ? 200 : refusal.status());
                callback.succeeded();
                return true;
            }
        };
        server = WebServer.start(
                new WebServer.Service("the test", "nothing"), InetAddress.getLoopbackAddress(), 0, Map.of(), handler);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String ask(String target, String... headers) throws IOException {
        try (Socket client =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            client.getOutputStream()
                    .write("GET %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n"
                            .formatted(target, String.join("\r\n", headers))
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer secret.1",
                "authorization: bearer secret.1",
                "AUTHORIZATION: BEARER   secret.1  ",
            })
    void shouldLetInWhoBringsTheToken(String header) throws Exception {
        assertThat(ask("/", "Host: localhost", header)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: of the kind",
                "Authorization:",
                "Authorization: Bearer",
                "Authorization: Bearer ",
                "Authorization: secret.1",
                "Authorization: Basic secret.1",
                "Authorization: Bearersecret.1",
                "Authorization: Bearer secret.",
                "Authorization: Bearer secret.11",
                "Authorization: Bearer SECRET.1",
                "Authorization: Bearer secret.1, Bearer secret.1",
                "Authorization: Bearer wrong\r\nAuthorization: Bearer secret.1",
                "Cookie: token=secret.1",
            })
    void shouldRefuseWhoDoesNot(String header) throws Exception {
        assertThat(ask("/?token=secret.1", "Host: localhost", header))
                .startsWith("HTTP/1.1 401")
                .contains(HttpHeader.WWW_AUTHENTICATE + ": Bearer realm=\"wirestream\"")
                .doesNotContain(TOKEN);
    }

    @Test
    void shouldAnswerUnderTheMachinesOwnNameOnly() throws Exception {
        String token = "Authorization: Bearer secret.1";
        for (String host : new String[] {"localhost", "LOCALHOST:8088", "127.0.0.1", "[::1]:8088"}) {
            assertThat(ask("/", "Host: " + host, token)).as(host).startsWith("HTTP/1.1 200");
        }
        for (String host : new String[] {"rebound.example", "localhost.rebound.example", "127.0.0.1.rebound.example"}) {
            assertThat(ask("/", "Host: " + host, token)).as(host).startsWith("HTTP/1.1 421");
        }
        assertThat(ask("http://rebound.example/", "Host: localhost", token))
                .as("the target goes over the header")
                .startsWith("HTTP/1.1 4");
        assertThat(ask("/", "Host: localhost", "Host: rebound.example", token)).startsWith("HTTP/1.1 400");
        assertThat(ask("/", "X-Forwarded-Host: localhost", token)).startsWith("HTTP/1.1 400");
    }
}
