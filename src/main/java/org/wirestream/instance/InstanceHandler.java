package org.wirestream.instance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.wirestream.metrics.Metrics;
import org.wirestream.stream.WireStreams;

/** Answers {@code /livez}, {@code /readyz} and {@code /metrics}; GET and HEAD only. */
final class InstanceHandler extends Handler.Abstract {
    private static final String TEXT = "text/plain; charset=utf-8";

    private final WireStreams streams;
    private final Metrics metrics;

    InstanceHandler(WireStreams streams, Metrics metrics) {
        this.streams = streams;
        this.metrics = metrics;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            send(response, callback, 405, TEXT, "only GET and HEAD are answered\n");
            return true;
        }
        switch (request.getHttpURI().getPath()) {
            case "/livez" -> state(response, callback, streams.isAlive());
            case "/readyz" -> state(response, callback, streams.isReady());
            case "/metrics" -> send(response, callback, 200, Metrics.CONTENT_TYPE, metrics.scrape());
            default ->
                send(response, callback, 404, TEXT, "there is nothing at this path; ask /livez, /readyz or /metrics\n");
        }
        return true;
    }

    private void state(Response response, Callback callback, boolean good) {
        send(response, callback, good ? 200 : 503, TEXT, streams.condition() + "\n");
    }

    private static void send(Response response, Callback callback, int status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.write(true, ByteBuffer.wrap(bytes), callback);
    }
}
