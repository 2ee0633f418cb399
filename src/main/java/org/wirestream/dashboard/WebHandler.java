package org.wirestream.dashboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirestream.http.Gate;
import org.wirestream.http.Problem;

/** Answers requests: GET and HEAD only, with headers that let a browser do nothing that the page does not need. */
final class WebHandler extends Handler.Abstract {
    static final Map<String, String> SECURITY_HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
            "Cache-Control", "no-cache");

    private static final List<String> METRICS = List.of("metrics");

    private static final Logger LOG = LoggerFactory.getLogger(WebHandler.class);

    private final Api api;
    private final PageFiles page;
    private final LiveFeed feed;
    private final Gate gate;

    /** @param gate who may ask; its token is for {@code /api} and {@code /metrics} */
    WebHandler(Api api, PageFiles page, LiveFeed feed, Gate gate) {
        this.api = api;
        this.page = page;
        this.feed = feed;
        this.gate = gate;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SECURITY_HEADERS.forEach((name, value) -> response.getHeaders().put(name, value));
        try {
            List<String> path = path(request.getHttpURI().getPath());
            Problem refusal = refusal(request, response, path);
            if (refusal != null) {
                send(request, response, callback, Answer.problem(refusal));
            } else if (path.equals(List.of("api", "stream"))) {
                stream(request, response, callback);
            } else {
                send(request, response, callback, answer(path, request));
            }
        } catch (ProblemException e) {
            send(request, response, callback, Answer.problem(Problem.of(e.status(), e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("{} could not be answered", request.getHttpURI().getPath(), e);
            send(request, response, callback, Answer.problem(Problem.of(500, "the server failed; its log says why")));
        }
        return true;
    }

    private @Nullable Problem refusal(Request request, Response response, List<String> path) {
        Problem misdirected = gate.misdirected(request);
        if (misdirected != null) {
            return misdirected;
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            return Problem.of(405, "only GET and HEAD are answered");
        }
        return path.get(0).equals("api") || path.equals(METRICS) ? gate.unauthorised(request, response) : null;
    }

    /** The segments of a path, each decoded by itself, since ids have slashes. */
    private static List<String> path(String raw) throws ProblemException {
        List<String> segments = new ArrayList<>();
        for (String segment : (raw.startsWith("/") ? raw.substring(1) : raw).split("/", -1)) {
            segments.add(Query.decode(segment.replace("+", "%2B")));
        }
        return segments;
    }

    private Answer answer(List<String> path, Request request) throws ProblemException {
        Optional<Answer> answer;
        if (path.get(0).equals("api") && path.size() > 1) {
            answer = api.answer(
                    path.subList(1, path.size()), request.getHttpURI().getQuery());
        } else if (path.equals(List.of("livez"))) {
            answer = Optional.of(api.alive());
        } else if (path.equals(List.of("readyz"))) {
            answer = Optional.of(api.ready());
        } else if (path.equals(METRICS)) {
            answer = Optional.of(api.metrics());
        } else {
            answer = page.find("/" + String.join("/", path));
        }
        return answer.orElseThrow(() -> ProblemException.notFound("there is nothing at this path"));
    }

    private void stream(Request request, Response response, Callback callback) throws ProblemException {
        Query query = Query.parse(request.getHttpURI().getQuery(), Set.of("desk"));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (request.getMethod().equals("HEAD")) {
            callback.succeeded();
            return;
        }
        try {
            feed.subscribe(
                    new LiveClient(feed, response, callback), query.any("desk"), lastEventId(request.getHeaders()));
        } catch (ProblemException e) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "30");
            throw e;
        }
    }

    private static @Nullable String lastEventId(HttpFields headers) {
        String id = headers.get("Last-Event-ID");
        return id == null || id.isEmpty() ? null : id;
    }

    private static void send(Request request, Response response, Callback callback, Answer answer) {
        HttpFields.Mutable headers = response.getHeaders();
        if (answer.status() == 200) {
            headers.put(HttpHeader.ETAG, answer.etag());
            String known = request.getHeaders().get(HttpHeader.IF_NONE_MATCH);
            if (known != null && (known.equals("*") || known.contains(answer.etag()))) {
                response.setStatus(304);
                callback.succeeded();
                return;
            }
        }
        response.setStatus(answer.status());
        headers.put(HttpHeader.CONTENT_TYPE, answer.contentType());
        headers.put(HttpHeader.CONTENT_LENGTH, answer.length());
        response.write(true, answer.body(), callback);
    }
}
