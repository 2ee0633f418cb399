package org.wirestream.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Who may ask: on loopback only requests for a loopback name, and with a token only who brings it. Immutable. */
public final class Gate {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final String BEARER = "bearer ";

    private final byte[] token;
    private final boolean loopbackOnly;

    /**
     * A gate.
     *
     * @param token what a request must bring; empty when none is needed
     * @param loopbackOnly whether only requests for a loopback name are answered, so that no other site's name can be made to
     *     point here (DNS rebinding)
     */
    public Gate(String token, boolean loopbackOnly) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.loopbackOnly = loopbackOnly;
    }

    /** Why a request is for another host; null when it is for this one. */
    public @Nullable Problem misdirected(Request request) {
        String host = Request.getServerName(request);
        boolean misdirected = loopbackOnly && (host == null || !LOOPBACK.contains(host.toLowerCase(Locale.ROOT)));
        return misdirected ? Problem.of(421, "this server answers under localhost only") : null;
    }

    /** Why a request is not allowed, which the answer's headers then say too; null when it is. */
    public @Nullable Problem unauthorised(Request request, Response response) {
        if (token.length == 0 || isAuthorised(request)) {
            return null;
        }
        response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"wirestream\"");
        return Problem.of(401, "this needs the header Authorization: Bearer and the server's token");
    }

    private boolean isAuthorised(Request request) {
        String given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        return given != null
                && given.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && MessageDigest.isEqual(
                        given.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8), token);
    }
}
