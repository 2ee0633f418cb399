package org.wirestream.ingest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirestream.RawDecoder;
import org.wirestream.http.Gate;
import org.wirestream.http.Problem;
import org.wirestream.stream.RawHeaders;
import org.wirestream.wire.MalformedWireException;
import org.wirestream.wire.Sha256;

/**
 * Takes texts: {@code POST /items} with a text or ninjs document as body, answered when it is committed. With an
 * {@code Idempotency-Key} a request that is sent again is answered like the first and writes nothing.
 */
final class PushHandler extends Handler.Abstract {
    static final Map<String, String> HEADERS = Map.of("X-Content-Type-Options", "nosniff", "Cache-Control", "no-store");

    private static final Logger LOG = LoggerFactory.getLogger(PushHandler.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ID = "Wire-Id";
    private static final List<String> PASSED_ON =
            List.of(RawHeaders.CONTENT_TYPE, RawHeaders.VERSION, RawHeaders.DATE, RawHeaders.STATUS);
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    private final String topic;
    private final int maxBytes;
    private final RawDecoder decoder;
    private final RawWriter writer;
    private final Executor work;
    private final Gate gate;
    private final Clock clock;

    /**
     * A handler.
     *
     * @param maxBytes the largest body
     * @param work runs what waits for brokers; refuses what is too much
     */
    PushHandler(
            String topic, int maxBytes, RawDecoder decoder, RawWriter writer, Executor work, Gate gate, Clock clock) {
        this.topic = topic;
        this.maxBytes = maxBytes;
        this.decoder = decoder;
        this.writer = writer;
        this.work = work;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HEADERS.forEach((name, value) -> response.getHeaders().put(name, value));
        Problem refusal = refusal(request, response);
        if (refusal != null) {
            send(response, callback, refusal);
        } else if (Request.getPathInContext(request).equals("/livez")) {
            alive(response, callback);
        } else {
            Content.Source.asByteArrayAsync(
                    request,
                    maxBytes,
                    Promise.Invocable.from(
                            InvocationType.NON_BLOCKING,
                            body -> accept(request, response, callback, body),
                            e -> send(response, callback, notWhole(e))));
        }
        return true;
    }

    private @Nullable Problem refusal(Request request, Response response) {
        Problem misdirected = gate.misdirected(request);
        if (misdirected != null) {
            return misdirected;
        }
        if (request.getHeaders().contains(HttpHeader.ORIGIN)) {
            // A page in a browser could else send what it likes to a server on the reader's own machine.
            return Problem.of(403, "requests from web pages are not taken");
        }
        String path = Request.getPathInContext(request);
        boolean items = path.equals("/items");
        if (!items && !path.equals("/livez")) {
            return Problem.of(404, "there is nothing at this path; texts go to /items");
        }
        if (!request.getMethod().equals(items ? "POST" : "GET")) {
            response.getHeaders().put(HttpHeader.ALLOW, items ? "POST" : "GET");
            return Problem.of(405, items ? "only POST is taken" : "only GET is answered");
        }
        Problem unauthorised = items ? gate.unauthorised(request, response) : null;
        return unauthorised != null || !items ? unauthorised : wrongRequest(request);
    }

    private @Nullable Problem wrongRequest(Request request) {
        String type = type(request);
        if (!type.isEmpty() && !type.equals("text/plain") && !type.equals("application/json")) {
            return Problem.of(415, "content-type is '%s'; taken are text/plain and application/json".formatted(type));
        }
        String key = request.getHeaders().get("Idempotency-Key");
        if (key != null && !KEY.matcher(key).matches()) {
            return Problem.of(400, "Idempotency-Key has 1 to 200 visible ASCII characters");
        }
        return request.getLength() > maxBytes ? tooLarge() : null;
    }

    private Problem notWhole(Throwable e) {
        return e instanceof TimeoutException ? Problem.of(408, "the text did not come in time") : tooLarge();
    }

    private Problem tooLarge() {
        return Problem.of(
                413, String.format(Locale.ROOT, "a text has %,d bytes at most (limits.text.bytes)", maxBytes));
    }

    private static String type(Request request) {
        HttpField type = request.getHeaders().getField(HttpHeader.CONTENT_TYPE);
        String value = type == null ? "" : type.getValue();
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private void accept(Request request, Response response, Callback callback, byte[] body) {
        try {
            work.execute(() -> {
                try {
                    ObjectNode answer = take(request, body);
                    send(response, callback, 202, "application/json", MAPPER.writeValueAsBytes(answer));
                } catch (DeliveryRefusedException e) {
                    send(response, callback, Problem.of(e.status(), e.getMessage()));
                } catch (Exception e) {
                    LOG.error("A text could not be written", e);
                    send(response, callback, Problem.of(503, "the text could not be written; send it again"));
                }
            });
        } catch (RejectedExecutionException e) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
            send(response, callback, Problem.of(503, "too many texts at a time; send it again"));
        }
    }

    private ObjectNode take(Request request, byte[] body) throws DeliveryRefusedException {
        String id = check(request, body);
        String key = request.getHeaders().get("Idempotency-Key");
        String digest = Sha256.hex(body);
        ObjectNode answer = MAPPER.createObjectNode().put("id", id).put("sha256", digest);
        String written = key == null ? null : writer.digest(key);
        if (written != null) {
            if (!written.equals(digest)) {
                throw new DeliveryRefusedException(422, "another text came with this Idempotency-Key before");
            }
            return answer.put("repeat", true);
        }
        String given = request.getHeaders().get(ID);
        ProducerRecord<byte @Nullable [], byte @Nullable []> message = new ProducerRecord<>(
                topic, null, given == null ? null : given.getBytes(StandardCharsets.UTF_8), body, headers(request));
        RecordMetadata at = writer.write(key, digest, List.of(message)).get(0);
        return answer.put("repeat", false)
                .put("topic", at.topic())
                .put("partition", at.partition())
                .put("offset", at.offset());
    }

    /** What the pipeline would make a dead letter of is said at once to who sends it. */
    private String check(Request request, byte[] body) throws DeliveryRefusedException {
        Headers headers = headers(request);
        try {
            return decoder.decode(
                            body,
                            RawHeaders.text(headers, RawHeaders.CONTENT_TYPE),
                            RawHeaders.feed(request.getHeaders().get(ID), headers, clock.millis()))
                    .id();
        } catch (MalformedWireException e) {
            throw new DeliveryRefusedException(422, e.reason() + ": " + e.getMessage());
        }
    }

    private static Headers headers(Request request) {
        Headers headers = new RecordHeaders();
        for (String name : PASSED_ON) {
            String value = name.equals(RawHeaders.CONTENT_TYPE)
                    ? type(request)
                    : request.getHeaders().get(name);
            if (value != null && !value.isEmpty()) {
                headers.add(name, value.getBytes(StandardCharsets.UTF_8));
            }
        }
        return headers;
    }

    private void alive(Response response, Callback callback) {
        if (writer.failure() == null) {
            send(response, callback, 200, "application/json", "{\"alive\":true}".getBytes(StandardCharsets.UTF_8));
        } else {
            send(response, callback, Problem.of(503, "nothing can be written any more"));
        }
    }

    private static void send(Response response, Callback callback, Problem problem) {
        send(response, callback, problem.status(), Problem.CONTENT_TYPE, problem.json());
    }

    private static void send(Response response, Callback callback, int status, String type, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
