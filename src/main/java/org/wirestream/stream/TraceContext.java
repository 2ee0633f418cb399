package org.wirestream.stream;

import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The headers by which OpenTelemetry follows a message (W3C Trace Context), handed on as they are: Wirestream makes no spans of its
 * own, so what reads an output is a child of what sent the input.
 */
final class TraceContext {
    private static final List<String> NAMES = List.of("traceparent", "tracestate");

    private TraceContext() {}

    /** Copies the trace context, if there is one. */
    static void copy(Headers from, Headers to) {
        for (String name : NAMES) {
            Header header = from.lastHeader(name);
            if (header != null) {
                to.add(header);
            }
        }
    }
}
