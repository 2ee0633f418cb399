package org.wirestream.dashboard;

import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** An error as RFC 9457 writes it. */
record Problem(
        String type, String title, int status, @Nullable String detail) {
    static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(int status, @Nullable String detail) {
        return new Problem("about:blank", HttpStatus.getMessage(status), status, detail);
    }

    Answer answer() {
        return new Answer(status, CONTENT_TYPE, Answer.write(this));
    }
}
