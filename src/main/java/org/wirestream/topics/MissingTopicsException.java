package org.wirestream.topics;

import java.util.List;

/** Topics that must exist do not. */
public final class MissingTopicsException extends RuntimeException {
    MissingTopicsException(List<String> names) {
        super("missing topics: %s; create them with `wirestream topics apply`, or let this user see them"
                .formatted(String.join(", ", names)));
    }
}
