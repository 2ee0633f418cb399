package org.wirestream.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.wirestream.http.Problem;
import org.wirestream.wire.Sha256;

/** What a request is answered with. Immutable. */
final class Answer {
    private static final int ETAG_DIGITS = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final String etag;

    Answer(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body.clone();
        this.etag = '"' + Sha256.hex(body).substring(0, ETAG_DIGITS) + '"';
    }

    static Answer json(Object value) {
        return new Answer(200, "application/json", write(value));
    }

    static Answer json(int status, Object value) {
        return new Answer(status, "application/json", write(value));
    }

    /** JSON as it is. */
    static Answer jsonText(String json) {
        return new Answer(200, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    static Answer problem(Problem problem) {
        return new Answer(problem.status(), Problem.CONTENT_TYPE, problem.json());
    }

    static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer always serialises", e);
        }
    }

    /** A time as answers write it, with its own offset. */
    static String time(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    ByteBuffer body() {
        return ByteBuffer.wrap(body).asReadOnlyBuffer();
    }

    int length() {
        return body.length;
    }

    /** A strong validator of the body, quoted. */
    String etag() {
        return etag;
    }
}
