package org.wirestream.dashboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final String BEARER = "bearer ";
    private static final Logger LOG = LoggerFactory.getLogger(WebHandler.class);

    private final Api api;
    private final PageFiles page;
    private final LiveFeed feed;
    private final byte[] token;
    private final boolean loopbackOnly;

    /**
     * A handler.
     *
     * @param token what a request for {@code /api} must bring; empty when none is needed
     * @param loopbackOnly whether only requests for a loopback name are answered, so that no other site's name can be made to
     *     point here (DNS rebinding)
     */
    WebHandler(Api api, PageFiles page, LiveFeed feed, String token, boolean loopbackOnly) {
        this.api = api;
        this.page = page;
        this.feed = feed;
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.loopbackOnly = loopbackOnly;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SECURITY_HEADERS.forEach((name, value) -> response.getHeaders().put(name, value));
        try {
            List<String> path = path(request.getHttpURI().getPath());
            check(request, response, path);
            if (path.equals(List.of("api", "stream"))) {
                stream(request, response, callback);
            } else {
                send(request, response, callback, answer(path, request));
            }
        } catch (ProblemException e) {
            send(
                    request,
                    response,
                    callback,
                    Problem.of(e.status(), e.getMessage()).answer());
        } catch (RuntimeException e) {
            LOG.error("{} could not be answered", request.getHttpURI().getPath(), e);
            send(
                    request,
                    response,
                    callback,
                    Problem.of(500, "the server failed; its log says why").answer());
        }
        return true;
    }

    private void check(Request request, Response response, List<String> path) throws ProblemException {
        String host = Request.getServerName(request);
        if (loopbackOnly && (host == null || !LOOPBACK.contains(host.toLowerCase(Locale.ROOT)))) {
            throw new ProblemException(421, "this server answers under localhost only");
        }
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            throw new ProblemException(405, "only GET and HEAD are answered");
        }
        if (path.get(0).equals("api") && token.length > 0 && !isAuthorised(request)) {
            response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"wirestream\"");
            throw new ProblemException(401, "this needs the header Authorization: Bearer and the dashboard's token");
        }
    }

    private boolean isAuthorised(Request request) {
        String given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return given != null
                && given.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && MessageDigest.isEqual(
                        given.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8), token);
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
