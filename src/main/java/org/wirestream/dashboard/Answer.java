package org.wirestream.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.wirestream.http.Problem;

/** What a request is answered with. Immutable. */
final class Answer {
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
        this.etag = '"' + HexFormat.of().formatHex(sha256(body), 0, 16) + '"';
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

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
