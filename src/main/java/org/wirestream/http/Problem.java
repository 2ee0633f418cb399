package org.wirestream.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** An error as RFC 9457 writes it. */
public record Problem(
        String type, String title, int status, @Nullable String detail) {
    public static final String CONTENT_TYPE = "application/problem+json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /** A problem that its status says enough of, and what the client is told beside it. */
    public static Problem of(int status, @Nullable String detail) {
        return new Problem("about:blank", HttpStatus.getMessage(status), status, detail);
    }

    /** The body of the answer. */
    public byte[] json() {
        try {
            return MAPPER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem always serialises", e);
        }
    }
}
