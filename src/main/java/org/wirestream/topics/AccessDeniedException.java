package org.wirestream.topics;

import java.util.List;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;

/** The cluster does not know this user, cannot prove who it is itself, or does not allow what is asked. */
public final class AccessDeniedException extends RuntimeException {
    private static final String ADVICE = "docs/security.md lists what each role needs";

    private AccessDeniedException(String message, Throwable cause) {
        super(message, cause);
    }

    AccessDeniedException(List<String> lacking) {
        super("this user may not %s; grant it: %s".formatted(String.join(", ", lacking), ADVICE));
    }

    /** Neither side takes the other for what it says. */
    static AccessDeniedException of(String bootstrapServers, AuthenticationException e) {
        if (e instanceof SslAuthenticationException) {
            return new AccessDeniedException(
                    "no TLS connection to %s: %s; check the dates and names of the certificates, and kafka.ssl.truststore.*"
                            .formatted(bootstrapServers, rootMessage(e)),
                    e);
        }
        return new AccessDeniedException(
                "the brokers at %s refuse this user: %s; check kafka.sasl.mechanism and kafka.sasl.jaas.config"
                        .formatted(bootstrapServers, e.getMessage()),
                e);
    }

    /** The user is known, but not allowed. */
    static AccessDeniedException of(String bootstrapServers, AuthorizationException e) {
        return new AccessDeniedException(
                "the brokers at %s do not allow it: %s; %s".formatted(bootstrapServers, e.getMessage(), ADVICE), e);
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }
}
