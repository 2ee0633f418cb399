package org.wirestream.http;

import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Tells what the server itself refuses, such as a request that is no HTTP, as a problem too. */
final class ProblemHandler extends ErrorHandler {
    private final Map<String, String> headers;

    /** @param headers what every answer has */
    ProblemHandler(Map<String, String> headers) {
        this.headers = Map.copyOf(headers);
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        headers.forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        response.write(true, ByteBuffer.wrap(Problem.of(code, null).json()), callback);
    }
}
